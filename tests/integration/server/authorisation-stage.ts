import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROLES } from '#contract/staff.ts';
import { diskBlobs } from '#server/adapters/disk-blobs.ts';
import { mediaTools } from '#server/adapters/media-tools.ts';
import { nodeSecrets } from '#server/adapters/node-secrets.ts';
import { streamOf } from '#server/services/library/pack-documents.ts';
import { CALLERS, PLACES, type Caller, type Place, type Stage } from './authorisation-table.ts';
import { openCentre, TEN_O_CLOCK, type Centre } from './open-centre.ts';

const PARENTS: Readonly<Record<Place, Place | null>> = { tren: null, xa: 'tren', thon: 'xa', khac: 'tren' };
const RING = (id: string) => ({ kind: 'unit', id }) as const;

export type SetStage = { readonly centre: Centre; readonly stage: Stage; readonly headersOf: (caller: Caller) => Record<string, string> };

/** A centre with four units, and one of everything in each of them. */
export async function setStage(): Promise<SetStage> {
  const centre = await openStage();
  const { points } = centre.repositories;
  for (const place of ['tren', 'xa', 'thon', 'khac'] as const) {
    await points.addUnit({ id: place, name: place, parent: PARENTS[place] });
    await points.addUnit({ id: `child-of-${place}`, name: 'Tổ', parent: place });
    await centre.addPoint(`p-${place}`, place);
    await addPeople(centre, place);
  }
  const kiosks = new Map<Place, Stage['kiosks'][Place]>();
  let token = '';
  for (const place of PLACES) {
    const [used, lost] = [await centre.enrol(`p-${place}`), await centre.enrol(`p-${place}`)];
    if (place === 'xa') token = used.token;
    const command = await addCommands(centre, place, used.deviceId);
    kiosks.set(place, { id: used.deviceId, stream: used.stream, lost: lost.deviceId, command });
  }
  const revoked = await centre.enrol('p-xa');
  await centre.repositories.devices.revoke(revoked.deviceId, TEN_O_CLOCK);
  await addContent(centre);
  for (const place of PLACES) await addContentOf(centre, place, kiosks.get(place)?.id ?? '');
  const headers = await signEverybodyIn(centre, { device: token, 'revoked device': revoked.token });
  let count = 0;
  const stage: Stage = {
    kiosks: Object.fromEntries(kiosks) as Stage['kiosks'],
    fresh: () => `fresh-${(count += 1)}`,
    emailOf,
  };
  return { centre, stage, headersOf: (caller) => ({ ...headers.get(caller) }) };
}

function emailOf(caller: Caller): string {
  return `${caller.replace(' ', '-')}@vi.vn`;
}

async function openStage(): Promise<Centre> {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cham-centre-'));
  for (const name of ['dashboard/assets', 'handoff/g', 'handoff/h']) mkdirSync(join(folder, name), { recursive: true });
  for (const name of ['dashboard/index.html', 'dashboard/assets/app-1.js', 'handoff/g/khai-sinh.html', 'handoff/h/style-1.css']) writeFileSync(join(folder, name), '1');
  writeFileSync(join(folder, 'handoff/codes.json'), '{}');
  writeFileSync(join(folder, 'handoff/procedures.json'), JSON.stringify({ 'khai-sinh': { procedure: '1.001193', steps: [] } }));
  const blobs = diskBlobs(join(folder, 'blobs'));
  const content = { blobs, media: mediaTools(blobs.pathOf, {}), sign: () => 'A'.repeat(86), largestUpload: 1e6 };
  return openCentre({}, folder, { content, mailer: { send: async () => null } });
}

async function addPeople({ repositories: { staff, notices } }: Centre, unit: Place): Promise<void> {
  await staff.addUser({ id: `u-${unit}`, email: `u-${unit}@vi.vn`, passwordHash: 'h', role: 'viewer', unit }, TEN_O_CLOCK);
  await staff.addReadToken({ id: `t-${unit}`, name: `t-${unit}`, unit }, `hash-${unit}`, TEN_O_CLOCK);
  for (const id of [`s-${unit}`, `s2-${unit}`]) await notices.add({ id, unit, kinds: ['kiosk-silent'], channel: 'mail', target: `${id}@vi.vn`, secret: null, createdAt: TEN_O_CLOCK, createdBy: 'x' });
}

/** One that was answered and one that waits, whose id is given back; and an alert. */
async function addCommands({ repositories: { commands, alerts, points } }: Centre, place: Place, deviceId: string): Promise<string> {
  const asked = { deviceId, askedBy: 'x', askedAt: TEN_O_CLOCK, expiresAt: TEN_O_CLOCK + 600_000 };
  const waiting = `waiting-${place}`;
  await commands.add({ ...asked, id: `answered-${place}`, kind: 'send-logs' });
  await commands.end(`answered-${place}`, { outcome: 'done', detail: null, picture: null, log: 'log', now: TEN_O_CLOCK, keptUntil: TEN_O_CLOCK + 1e9 });
  await commands.add({ ...asked, id: waiting, kind: 'screenshot' });
  const pointNo = (await points.find(`p-${place}`))?.no ?? 0;
  await alerts.apply({ opened: [{ id: `a-${place}`, kind: 'kiosk-silent', pointNo, deviceId, field: '', figures: {} }], updated: [], closed: [], now: TEN_O_CLOCK });
  return waiting;
}

async function addContent(centre: Centre): Promise<void> {
  const { library } = centre.repositories;
  const bytes = new TextEncoder().encode('{}');
  const kept = await diskBlobs(join(centre.dataDir, 'blobs')).put(streamOf(bytes), 1_000);
  if (typeof kept === 'string') throw new Error(kept);
  const row = { title: 'Gói', base: null, madeAt: TEN_O_CLOCK, changedAt: TEN_O_CLOCK, authors: ['somebody'], shipped: null };
  const history = (edition: string) => ({ edition, at: TEN_O_CLOCK, actor: 'x', action: 'began', path: null, note: null }) as const;
  const file = { path: 'pack.json', ...kept };
  for (const [id, version] of [['published', '2026.11.1'], ['older', '2026.10.1']] as const) {
    await library.addEdition({ ...row, id, version, unit: null, state: 'ready', approvedBy: 'x', everPublished: true }, [file], history(id));
  }
  await library.publish({ id: 'pub-all', edition: 'published', ring: { kind: 'all' }, at: TEN_O_CLOCK, actor: 'x', note: null, isRollBack: false }, [], history('published'));
  for (const [at, unit] of PLACES.entries()) {
    await library.addEdition({ ...row, id: `e-${unit}`, version: `2026.11.${at + 2}`, unit, state: 'draft', approvedBy: null, everPublished: false }, [file], history(`e-${unit}`));
  }
}

async function addContentOf({ repositories: { library } }: Centre, unit: Place, kiosk: string): Promise<void> {
  const texts = { title: { vi: unit, en: unit }, description: { vi: unit, en: unit }, guide: null, waiver: null };
  for (const id of [`clip-${unit}`, `old-${unit}`]) await library.addClip({ id, unit, madeAt: TEN_O_CLOCK, changedAt: TEN_O_CLOCK, files: [], ...texts });
  const notice = { rings: [RING(unit)], from: TEN_O_CLOCK, until: TEN_O_CLOCK + 3_600_000, title: texts.title, text: texts.title, emergency: null, madeBy: 'somebody', madeAt: TEN_O_CLOCK, approvedBy: null, unit };
  await library.addNotice({ ...notice, id: `n-${unit}`, state: 'review' });
  const history = { edition: 'older', at: TEN_O_CLOCK, actor: 'x', action: 'published', path: null, note: null } as const;
  await library.publish({ id: `pub-${unit}`, edition: 'older', ring: { kind: 'kiosk', id: kiosk }, at: TEN_O_CLOCK, actor: 'x', note: `ring ${unit}`, isRollBack: false }, [], history);
}

async function signEverybodyIn(centre: Centre, tokens: Readonly<Record<'device' | 'revoked device', string>>): Promise<ReadonlyMap<Caller, Record<string, string>>> {
  const headers = new Map<Caller, Record<string, string>>([
    ['nobody', {}],
    ['guess', { authorization: `Bearer ${'g'.repeat(43)}`, cookie: `session=${'g'.repeat(43)}` }],
    ['device', { authorization: `Bearer ${tokens.device}` }],
    ['revoked device', { authorization: `Bearer ${tokens['revoked device']}` }],
    ['read token', { authorization: 'Bearer reader' }],
  ]);
  await centre.repositories.staff.addReadToken({ id: 'reader', name: 'reader', unit: 'xa' }, nodeSecrets.hash('reader'), TEN_O_CLOCK);
  for (const role of ROLES) await centre.addUser(emailOf(role), role, 'xa');
  await centre.addUser(emailOf('chief'), 'admin');
  for (const caller of CALLERS.filter((each) => !headers.has(each))) headers.set(caller, { cookie: await centre.cookieOf(emailOf(caller)) });
  return headers;
}
