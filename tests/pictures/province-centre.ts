import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '#build/project-root.ts';
import { addDays, type CalendarDay } from '#domain/calendar-day.ts';
import { loadContentNames } from '#server/adapters/content-names.ts';
import { diskBlobs } from '#server/adapters/disk-blobs.ts';
import { mediaTools } from '#server/adapters/media-tools.ts';
import { nodeSecrets } from '#server/adapters/node-secrets.ts';
import { shippedPack } from '#server/adapters/shipped-pack.ts';
import { contentLibrary } from '#server/services/library/library.ts';
import { clockSince, seedProvince, type SeededKiosk } from '#tests/driver/seed-province.ts';
import { openCentre, PASSWORD, type Centre } from '#tests/integration/server/open-centre.ts';

/** A Monday in working hours: the pictured day has figures, and its kiosks are expected to be there. */
export const PICTURED_DAY: CalendarDay = '2026-11-23';
export const PICTURED_AT = Date.parse(`${PICTURED_DAY}T15:40:00+07:00`);
/** What the silent kiosks said last. */
const SEEDED_AT = PICTURED_AT - 52 * 60_000;
const DAYS = 28;
const WORKDAY = [{ from: '07:30', until: '11:30' }, { from: '13:30', until: '17:00' }] as const;
const HOURS = [WORKDAY, WORKDAY, WORKDAY, WORKDAY, WORKDAY, [], []];
export const ADMIN = 'an.nguyen@tinh.example';
/** What a kiosk says of itself when all is well. */
const WELL = { framesShown: 900, pictureMoving: true, pageOpen: true, appVersion: '0.1.0', shell: 'electron', waiting: 0, freeDiskBytes: 40_000_000_000, clockOffset: 120, rendererRestarts: 0, faults: [] };

export type ProvinceCentre = {
  readonly centre: Centre;
  readonly url: string;
  readonly kiosks: readonly SeededKiosk[];
  readonly kioskAt: (point: string) => SeededKiosk;
  /** Asks as this person; the parsed answer, or null where there is none. Throws for a refusal. */
  readonly askAs: (email: string, method: 'GET' | 'POST' | 'PUT' | 'PATCH', address: string, body?: unknown) => Promise<Readonly<Record<string, unknown>>>;
  readonly beat: (kiosk: SeededKiosk, health?: Readonly<Record<string, unknown>>) => Promise<Readonly<Record<string, unknown>>>;
};

/** A whole centre in this process, at 15:40 of a Monday, with 28 days of the labelled demo province; `close` the centre afterwards. */
export async function openProvince(): Promise<ProvinceCentre> {
  const centre = await openCentre({ dashboardDir: inProject('dist/dashboard'), handoffDir: inProject('dist/handoff'), publicUrl: 'http://motcham.example' }, undefined, {
    names: loadContentNames(inProject('assets', 'pack')),
    mailer: { send: async () => null },
    webhooks: { judge: () => null, post: async () => null },
  });
  centre.clock.set(SEEDED_AT);
  const url = await centre.app.listen({ host: '127.0.0.1', port: 0 });
  const kiosks = await seedProvince({ centreUrl: url, manage: (...args) => manage(centre, args), now: SEEDED_AT, days: DAYS, clock: centre.clock.now });
  for (const { point } of kiosks) await centre.repositories.points.change(point, { hours: JSON.stringify(HOURS) });
  await takeShippedPack(centre);
  await centre.addUser(ADMIN, 'admin');
  centre.clock.set(PICTURED_AT);
  const cookies = new Map<string, Promise<string>>();
  return {
    centre,
    url,
    kiosks,
    kioskAt: (point) => {
      const found = kiosks.find((kiosk) => kiosk.point === point);
      if (found === undefined) throw new Error(`no kiosk at ${point}`);
      return found;
    },
    async askAs(email, method, address, body) {
      const cookie = cookies.get(email) ?? signIn(url, email);
      cookies.set(email, cookie);
      const isFile = body instanceof Uint8Array;
      const answer = await fetch(url + address, {
        method,
        headers: { cookie: await cookie, origin: url, ...(body === undefined ? {} : { 'content-type': isFile ? 'application/octet-stream' : 'application/json' }) },
        ...(body === undefined ? {} : { body: isFile ? Buffer.from(body) : JSON.stringify(body) }),
      });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${method} ${address}: ${answer.status} ${text}`);
      return text === '' ? {} : JSON.parse(text);
    },
    beat: (kiosk, health = {}) => beat(centre, kiosk, health),
  };
}

/** The cookie of a person at an office's browser. */
async function signIn(url: string, email: string): Promise<string> {
  const agent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/149.0.0.0 Safari/537.36';
  const answer = await fetch(`${url}/api/v1/sign-in`, { method: 'POST', headers: { origin: url, 'content-type': 'application/json', 'user-agent': agent }, body: JSON.stringify({ email, password: PASSWORD }) });
  if (!answer.ok) throw new Error(`signing in: ${answer.status} ${await answer.text()}`);
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

/** The commands that the seeding speaks, at this centre instead of on a command line. */
async function manage(centre: Centre, [noun, verb, ...words]: readonly string[]): Promise<unknown> {
  const flags = new Map<string, string>();
  const from = noun === 'pair' ? [verb ?? '', ...words] : words;
  for (let at = 0; at < from.length; at += 2) flags.set((from[at] ?? '').slice(2), from[at + 1] ?? '');
  const flag = (name: string): string => flags.get(name) ?? '';
  const { points } = centre.repositories;
  if (noun === 'unit') return points.addUnit({ id: flag('id'), name: flag('name'), parent: flags.get('parent') ?? null });
  if (noun === 'pair') return { pairingCode: await centre.pairingCode(flag('point')) };
  await centre.addPoint(flag('id'), flag('unit'));
  return points.change(flag('id'), { name: flag('name'), kind: flag('kind') === 'post-office' ? 'post-office' : 'one-stop' });
}

async function takeShippedPack({ clock, repositories, dataDir }: Centre): Promise<void> {
  const blobs = diskBlobs(join(dataDir, 'blobs'));
  const library = contentLibrary({ clock, secrets: nodeSecrets, repositories, blobs, media: mediaTools(blobs.pathOf, process.env), sign: () => 'A'.repeat(86), largestUpload: 64 * 1024 ** 2 });
  await library.takePack(shippedPack(inProject('assets', 'pack')), 'Gói nội dung của chương trình');
}

async function beat(centre: Centre, kiosk: SeededKiosk, health: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>> {
  const { version } = JSON.parse(readFileSync(inProject('assets', 'pack', 'pack.json'), 'utf8')) as { version: string };
  const answer = await centre.app.inject({
    method: 'POST',
    url: '/api/v1/heartbeat',
    headers: { authorization: `Bearer ${kiosk.token}` },
    payload: {
      clock: clockSince(SEEDED_AT, centre.clock.now()),
      ledger: { stream: kiosk.stream, head: kiosk.head, days: kiosk.madeByDay },
      health: { ...WELL, contentVersion: version, ...health },
    },
  });
  if (answer.statusCode !== 200) throw new Error(`heartbeat: ${answer.statusCode} ${answer.body}`);
  return answer.json();
}

export const daysBefore = (days: number): CalendarDay => addDays(PICTURED_DAY, -days);
