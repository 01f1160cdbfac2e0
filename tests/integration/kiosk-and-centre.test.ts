import { afterAll, beforeAll, expect, it } from 'vitest';
import type { KioskList } from '#contract/summaries.ts';
import { dayOf } from '#domain/calendar-day.ts';
import { Stack } from '#tests/driver/stack.ts';
import { until } from '#tests/driver/until.ts';

// The two programs meet only on the wire: what each keeps to its fake must also hold between them.
let stack: Stack;
const TOKEN = 'a-token-for-this-test-only';

beforeAll(async () => {
  stack = await Stack.start({ env: { KIOSK_TOKEN: TOKEN, CONTENT_FREE_MB: '0' } });
}, 60_000);
afterAll(() => stack.close());

it('lets staff see a kiosk within seconds of its start, before anybody touched it', async () => {
  const seen = async (): Promise<KioskList['kiosks']> => {
    const { kiosks } = (await stack.read('/api/v1/kiosks')) as KioskList;
    return kiosks.filter(({ lastSeenAt }) => lastSeenAt !== null);
  };
  await until(async () => (await seen()).length === 1, 'the heartbeat is in');
  const [kiosk] = await seen();
  expect(kiosk).toMatchObject({ servicePoint: 'thu-nghiem', waiting: 0, contentVersion: expect.stringMatching(/^\d{4}\./), faults: [] });
});

it('proves promise 2 before the first tap: 0 made, 0 received, 0 missing', async () => {
  const today = dayOf(Date.now());
  const { days } = (await stack.read(`/api/v1/summaries/daily?from=${today}&to=${today}&servicePoint=thu-nghiem`)) as { days: readonly { completeness: unknown }[] };
  expect(days.map(({ completeness }) => completeness)).toEqual([{ made: 0, received: 0, missing: 0 }]);
});

/** Asks the kiosk's host as its page does. */
async function ask(channel: string, request: unknown = null): Promise<unknown> {
  const answer = await fetch(`${stack.kioskUrl}/kiosk/${channel}`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-kiosk-token': TOKEN }, body: JSON.stringify(request) });
  return ((await answer.json()) as { value: unknown }).value;
}

type Person = (method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown) => Promise<Readonly<Record<string, unknown>>>;

/** Somebody of the staff at the dashboard. */
async function signIn(email: string): Promise<Person> {
  const password = 'mat-khau-dai-cua-nguoi-bien-tap';
  await stack.manage('user', 'add', '--email', email, '--role', 'editor', '--password', password);
  const own = { 'content-type': 'application/json', origin: stack.centreUrl };
  const signed = await fetch(`${stack.centreUrl}/api/v1/sign-in`, { method: 'POST', headers: own, body: JSON.stringify({ email, password }) });
  const cookie = signed.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
  return async (method, path, body) => {
    const answer = await fetch(stack.centreUrl + path, { method, headers: { ...own, cookie }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Readonly<Record<string, unknown>>;
  };
}

it('shows what two people published, tells the centre so, and goes back when they go back', { timeout: 120_000 }, async () => {
  const [an, binh] = [await signIn('an@example.vn'), await signIn('binh@example.vn')];
  const key = await ask('staffSetPin', { pin: '284617' });
  type Guides = { readonly head: { readonly version: string }; readonly guides: readonly { readonly slug: string; readonly fee?: readonly { readonly headline: { readonly vi: string } }[] }[] };
  const fee = async (): Promise<string | undefined> => ((await ask('content')) as Guides).guides.find(({ slug }) => slug === 'thuong-tru')?.fee?.[0]?.headline.vi;
  type Covered = { readonly kiosks: readonly { readonly state: string; readonly shows: string | null; readonly version: string | null }[] };
  const covered = async (version: string): Promise<boolean> => {
    // Beats at once instead of in a minute.
    await ask('sendNow', key);
    const { kiosks } = (await an('GET', '/api/v1/library/coverage')) as unknown as Covered;
    return kiosks.length === 1 && kiosks.every((kiosk) => kiosk.state === 'current' && kiosk.shows === version);
  };
  const { editions } = (await an('GET', '/api/v1/library/editions')) as { editions: readonly { readonly id: string; readonly version: string }[] };
  const [first] = editions;
  if (first === undefined) throw new Error('the pack of the program is not in the library');
  await until(() => covered(first.version), 'the kiosk follows the first publication');
  const before = await fee();

  const draft = (await an('POST', '/api/v1/library/editions', { title: 'Lệ phí mới' })) as { id: string; version: string };
  const documents = `/api/v1/library/editions/${draft.id}/documents`;
  const { sha256, document } = (await an('GET', `${documents}?path=guides/thuong-tru.json`)) as { sha256: string; document: { fee: { headline: { vi: string } }[] } };
  document.fee[0] = { ...document.fee[0], headline: { ...document.fee[0]?.headline, vi: '5.000 đồng' } };
  await an('PUT', documents, { path: 'guides/thuong-tru.json', document, seen: sha256 });
  await an('POST', `/api/v1/library/editions/${draft.id}/steps`, { action: 'submit' });
  await binh('POST', `/api/v1/library/editions/${draft.id}/steps`, { action: 'approve' });
  await binh('POST', '/api/v1/library/publications', { edition: draft.id, ring: { kind: 'all' } });
  await until(() => covered(draft.version), 'the kiosk shows the new edition');
  expect(await fee()).toBe('5.000 đồng');

  await binh('POST', '/api/v1/library/publications', { edition: first.id, ring: { kind: 'all' } });
  await until(() => covered(first.version), 'the kiosk has gone back');
  expect(await fee()).toBe(before);
});
