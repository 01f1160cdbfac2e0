import { afterEach, beforeEach, expect, test } from 'vitest';
import { AlertList } from '#contract/day.ts';
import { parserOf } from '#contract/parse.ts';
import { alertEngine } from '#server/services/alerts/alert-engine.ts';
import { noticesSince } from '#server/services/alerts/alert-notices.ts';
import { noManifests, type ManifestsFor } from '#server/services/manifest-for.ts';
import { clockAt, MINUTE, openCentre, tap, TEN_O_CLOCK, TODAY, type Centre, type Kiosk } from './open-centre.ts';

const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
let centre: Centre;
let look: () => Promise<boolean>;
let ids = 0;
beforeEach(async () => {
  centre = await openCentre();
  await centre.addPoint('p1', 'xa');
  await centre.addPoint('p2', 'khac');
  await centre.addUser('xa@vi.vn', 'editor', 'xa');
  await centre.addUser('khac@vi.vn', 'editor', 'khac');
  await centre.addUser('xem@vi.vn', 'viewer', 'xa');
  look = engine();
});
afterEach(() => centre.close());

const engine = (manifestsFor: ManifestsFor = noManifests): (() => Promise<boolean>) =>
  alertEngine({ clock: centre.clock, makeId: () => `id-${(ids += 1)}`, repositories: centre.repositories, manifestsFor });
const open = async (): Promise<readonly (readonly string[])[]> => (await centre.repositories.alerts.listOpen()).map(({ kind, field }) => (field === '' ? [kind] : [kind, field])).toSorted();
/** Taps of one kiosk, so far apart that no misuse rule marks them. */
const taps = (scores: readonly number[], more: Record<string, unknown> = {}): unknown[] =>
  scores.map((score, index) => tap(score, (scores.length - index) * 2 * MINUTE, more, centre.clock.now()));
const many = (score: number, count: number): number[] => Array<number>(count).fill(score);
const beat = async (kiosk: Kiosk, { head = 0, days = {}, ...health }: Record<string, unknown>): Promise<void> => {
  const told = { framesShown: 9, pictureMoving: true, appVersion: '1', contentVersion: 'v1', shell: 'browser', waiting: 0, freeDiskBytes: null, clockOffset: 0, rendererRestarts: 0, faults: [], ...health };
  const answer = await centre.app.inject({
    method: 'POST', url: '/api/v1/heartbeat', headers: { authorization: `Bearer ${kiosk.token}` },
    payload: { clock: clockAt(centre.clock.now()), ledger: { stream: kiosk.stream, head, days }, health: told },
  });
  expect(answer.statusCode).toBe(200);
};
const later = async (ms: number): Promise<void> => {
  centre.clock.set(centre.clock.now() + ms);
  await look();
};

test('satisfaction under target opens an alert for the service point and for a field with a target, and closes by itself (E180)', async () => {
  const kiosk = await centre.enrol('p1');
  // 60 of 100 against 85 %; against 100 % for everything.
  await centre.send(kiosk, { first: 1, entries: taps([...many(1, 40), ...many(5, 60)], { field: 'Đất đai' }) });
  await look();
  expect(await open()).toEqual([['satisfaction'], ['satisfaction', 'Đất đai']]);
  const [, ofField] = (await centre.repositories.alerts.listOpen()).toSorted((left, right) => left.field.localeCompare(right.field));
  expect(ofField?.figures).toMatchObject({ taps: 100, rate: 0.6, target: 0.85, high: expect.closeTo(0.691, 3) });
  await centre.send(kiosk, { first: 101, entries: taps(many(5, 300), { field: 'Đất đai' }) });
  await later(MINUTE);
  expect(await open()).toEqual([['satisfaction']]);
  await later(9 * DAY);
  // Nobody heard of the kiosk meanwhile; what it had counted is over.
  expect(await open()).toEqual([['kiosk-silent']]);
});

test('no alert on fewer than 20 taps, nor for a field that has no target of its own (E180)', async () => {
  await centre.send(await centre.enrol('p1'), { first: 1, entries: taps(many(1, 19)) });
  await centre.send(await centre.enrol('p2'), { first: 1, entries: taps(many(5, 30), { field: 'Hộ tịch' }) });
  await look();
  expect(await open()).toEqual([]);
});

test('over 5 % of flagged taps are an alert (E173)', async () => {
  const playing = [1, 2, 3, 4, 5].map((score, index) => tap(score, MINUTE - index * 1000));
  await centre.send(await centre.enrol('p1'), { first: 1, entries: [...taps(many(5, 30)).map((entry) => entry), ...playing] });
  await look();
  expect(await open()).toEqual([['flagged-share']]);
});

test('a kiosk is silent after 15 minutes of opening hours, until its next heartbeat', async () => {
  await centre.repositories.points.change('p1', { hours: JSON.stringify([[{ from: '07:00', until: '10:20' }, { from: '13:00', until: '17:00' }], [], [], [], [], [], []]) });
  const kiosk = await centre.enrol('p1');
  await later(0);
  await beat(kiosk, {});
  await later(14 * MINUTE);
  expect(await open()).toEqual([]);
  await later(2 * MINUTE);
  expect(await open()).toEqual([['kiosk-silent']]);
  await beat(kiosk, {});
  await later(MINUTE);
  expect(await open()).toEqual([]);
  // Closed at 10:20; open again at 13:00.
  await later(60 * MINUTE);
  expect(await open()).toEqual([]);
  centre.clock.set(TEN_O_CLOCK + 3 * HOUR + 10 * MINUTE);
  await look();
  expect(await open()).toEqual([]);
  await later(6 * MINUTE);
  expect(await open()).toEqual([['kiosk-silent']]);
});

test('a picture that stands still, taps that wait for an hour and taps that are missing are alerts', async () => {
  const kiosk = await centre.enrol('p1');
  await beat(kiosk, { pictureMoving: false, head: 3, days: { '2026-11-22': 3 } });
  await look();
  expect(await open()).toEqual([['picture-still'], ['taps-missing']]);
  await later(61 * MINUTE);
  await beat(kiosk, { pictureMoving: true, head: 3, days: { '2026-11-22': 3 } });
  await later(MINUTE);
  expect(await open()).toEqual([['taps-missing'], ['taps-waiting']]);
  await centre.send(kiosk, { first: 1, entries: [1, 2, 3].map((index) => tap(5, DAY - index * HOUR, {}, centre.clock.now())).map((entry) => ({ ...entry, up: 1, boot: 'boot-0' })) });
  await later(MINUTE);
  expect(await open()).toEqual([]);
});

test('content that was published a day ago and is not shown is an alert; so is an odd one among kiosks without', async () => {
  const kiosks = [await centre.enrol('p1'), await centre.enrol('p1'), await centre.enrol('p2')];
  const [odd] = kiosks;
  const beatAll = async (): Promise<void> => {
    for (const kiosk of kiosks) await beat(kiosk, { contentVersion: kiosk === odd ? 'v1' : 'v2' });
  };
  await beatAll();
  await look();
  await beatAll();
  centre.clock.set(centre.clock.now() + 25 * HOUR);
  await beatAll();
  await look();
  expect(await open()).toEqual([['content-old']]);
  expect((await centre.repositories.alerts.listOpen())[0]).toMatchObject({ deviceId: odd?.deviceId, figures: { contentVersion: 'v1', expected: 'v2' } });
  const published = { sha256: 'a'.repeat(64), version: 'v3', since: centre.clock.now() - 25 * HOUR };
  centre.clock.set(centre.clock.now() + MINUTE);
  await engine(async (readers) => readers.map(() => published))();
  expect((await centre.repositories.alerts.listOpen()).map(({ kind, figures }) => [kind, figures['expected']])).toEqual([['content-old', 'v3'], ['content-old', 'v3'], ['content-old', 'v3']]);
});

test('one process looks at a time, and another when it has gone', async () => {
  const other = engine();
  expect([await look(), await other()]).toEqual([true, false]);
  centre.clock.set(centre.clock.now() + MINUTE);
  expect([await other(), await look()]).toEqual([true, false]);
});

test('staff see the alerts of their unit, and acknowledge them with a word that is audited', async () => {
  await beat(await centre.enrol('p1'), { pictureMoving: false });
  await look();
  const cookie = await centre.cookieOf('xa@vi.vn');
  const list = (await centre.getAs(cookie, '/api/v1/alerts')).json();
  expect(parserOf(AlertList)(list)).toMatchObject({ ok: true });
  expect(list).toMatchObject({ open: 1, alerts: [{ kind: 'picture-still', servicePoint: 'p1', servicePointName: 'Điểm p1', unit: 'xa', kiosk: { name: 'Kiosk' }, closedAt: null, acknowledged: null }] });
  const { id } = list.alerts[0];
  const acknowledge = (who: string, note: unknown = 'Đã gọi'): Promise<{ statusCode: number; json(): unknown }> =>
    centre.app.inject({ method: 'POST', url: `/api/v1/alerts/${id}/acknowledge`, headers: { cookie: who, 'sec-fetch-site': 'same-origin' }, payload: { note } });
  expect((await acknowledge(await centre.cookieOf('khac@vi.vn'))).statusCode).toBe(404);
  expect((await acknowledge(await centre.cookieOf('xem@vi.vn'))).statusCode).toBe(403);
  expect((await acknowledge(cookie, 7)).statusCode).toBe(400);
  const done = await acknowledge(cookie);
  expect([done.statusCode, done.json()]).toEqual([200, expect.objectContaining({ id, acknowledged: { at: TEN_O_CLOCK, by: 'xa@vi.vn', note: 'Đã gọi' } })]);
  expect((await centre.repositories.audit.list()).filter(({ action }) => action === 'acknowledge alert')).toMatchObject([{ subject: id, detail: { note: 'Đã gọi' } }]);
  const elsewhere = (await centre.getAs(await centre.cookieOf('khac@vi.vn'), '/api/v1/alerts?state=all')).json();
  expect(elsewhere).toEqual({ alerts: [], open: 0 });
  expect((await centre.getAs(cookie, `/api/v1/alerts?state=all&from=${TODAY}&to=${TODAY}&kind=picture-still`)).json().alerts).toHaveLength(1);
  expect((await centre.getAs(cookie, '/api/v1/alerts?from=2026-11-24&to=2026-11-24')).json().alerts).toHaveLength(0);
  expect((await centre.getAs(cookie, `/api/v1/alerts?from=${TODAY}`)).statusCode).toBe(400);
  expect((await centre.getAs(cookie, '/api/v1/summaries/overview')).json().total.openAlerts).toBe(1);
});

test('what began and what is over is told once each, by a key that stays the same', async () => {
  const kiosk = await centre.enrol('p1');
  await beat(kiosk, { pictureMoving: false });
  await look();
  const began = await noticesSince(centre.repositories, TEN_O_CLOCK - 1);
  expect(began).toMatchObject([{ kind: 'picture-still', state: 'open', unit: 'xa', servicePoint: { id: 'p1' }, at: TEN_O_CLOCK }]);
  centre.clock.set(TEN_O_CLOCK + MINUTE);
  await beat(kiosk, { pictureMoving: true });
  await look();
  const both = await noticesSince(centre.repositories, TEN_O_CLOCK - 1);
  expect(both.map(({ key }) => key)).toEqual([began[0]?.key, began[0]?.key.replace('open', 'closed')]);
  expect((await noticesSince(centre.repositories, TEN_O_CLOCK)).map(({ state }) => state)).toEqual(['closed']);
});
