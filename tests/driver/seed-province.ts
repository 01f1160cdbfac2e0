import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inProject } from '#build/project-root.ts';
import { BATCH_SIZE, type Entry } from '#contract/ledger.ts';
import { addDays, dayOf } from '#domain/calendar-day.ts';
import { DEMO_POINTS, DEMO_REASONS, DEMO_UNITS, numbers } from '#tests/fakes/demo-province.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** How a day's taps spread over the hours from 7 to 16. */
const HOURS = [9, 24, 27, 22, 10, 2, 0, 19, 17, 12] as const;
const GUIDES = ['khai-sinh', 'ket-hon', 'chung-thuc-chu-ky', 'sang-ten-dat'] as const;
/** The clips of the shipped pack with their lengths in seconds. */
const CLIPS = [['why-online', 24.8], ['vneid-safely', 22.6], ['scams-otp', 23.2], ['handoff', 24.8]] as const;
const BOOT = { boot: 'seed', up: 10_000_000_000 } as const;

export type SeedProvince = {
  readonly centreUrl: string;
  /** `manage` of this centre. */
  readonly manage: (...args: readonly string[]) => Promise<unknown>;
  /** Milliseconds; the last day is the one it lies in. */
  readonly now: number;
  readonly days: number;
  /** The centre's clock, where it is not the machine's. */
  readonly clock?: () => number;
};

/** A kiosk of the province, so that a caller can let it speak on. */
export type SeededKiosk = { readonly point: string; readonly deviceId: string; readonly token: string; readonly stream: string; readonly silent: boolean; readonly head: number; readonly madeByDay: Readonly<Record<string, number>> };

/** Puts the labelled demo province into a real centre, through its own doors: units and points by `manage`, taps and heartbeats over the wire. */
export async function seedProvince({ centreUrl, manage, now, days, clock = Date.now }: SeedProvince): Promise<readonly SeededKiosk[]> {
  for (const [id, name, parent] of DEMO_UNITS) await manage('unit', 'add', '--id', id, '--name', name, ...(parent === null ? [] : ['--parent', parent]));
  const guides = GUIDES.map(readGuide);
  const next = numbers(11);
  const kiosks: SeededKiosk[] = [];
  for (const [id, name, unit, taps, share, silent] of DEMO_POINTS) {
    const isPost = name.startsWith('Bưu điện');
    await manage('point', 'add', '--id', id, '--name', name, '--unit', unit, '--kind', isPost ? 'post-office' : 'one-stop');
    const code = codeOf(await manage('pair', '--point', id));
    const stream = randomUUID();
    const device = { name: isPost ? 'Kiosk quầy giao dịch' : 'Kiosk sảnh chính', platform: 'linux', appVersion: '0.1.0', shell: 'browser' };
    const enrolled = await call(centreUrl, '/api/v1/enrol', { pairingCode: code, stream, device });
    const token = textAt(enrolled, 'token');
    const entries = entriesOf({ now, days, taps, share, guides, next });
    const sent = silent ? entries.slice(0, -3) : entries;
    for (let first = 0; first < sent.length; first += BATCH_SIZE) await call(centreUrl, '/api/v1/ledger', { stream, first: first + 1, clock: clockSince(now, clock()), entries: sent.slice(first, first + BATCH_SIZE) }, token);
    const days14 = madeByDay(entries, now);
    kiosks.push({ point: id, deviceId: textAt(enrolled, 'deviceId'), token, stream, silent, head: sent.length, madeByDay: days14 });
    if (silent) continue;
    const health = { framesShown: 900, pictureMoving: true, appVersion: '0.1.0', contentVersion: '2026.11.1', shell: 'browser', waiting: 0, freeDiskBytes: 40_000_000_000, clockOffset: 0, rendererRestarts: 0, faults: [] };
    await call(centreUrl, '/api/v1/heartbeat', { clock: clockSince(now, clock()), ledger: { stream, head: entries.length, days: days14 }, health }, token);
  }
  return kiosks;
}

/** The kiosk's clock at this moment: seeding takes minutes on a small machine, and a clock that stands still would be corrected. */
export const clockSince = (seeded: number, now: number) => ({ now, up: BOOT.up + now - seeded, boot: BOOT.boot });

type Guide = { readonly code: string; readonly field: string; readonly steps: readonly string[] };

function readGuide(slug: string): Guide {
  const guide = JSON.parse(readFileSync(inProject(`assets/pack/guides/${slug}.json`), 'utf8')) as { code: string; field: string; steps?: readonly { id: string }[] };
  return { code: guide.code, field: guide.field, steps: (guide.steps ?? []).map((step) => step.id) };
}

type Making = { readonly now: number; readonly days: number; readonly taps: number; readonly share: number; readonly guides: readonly Guide[]; readonly next: () => number };

function entriesOf({ now, days, taps, share, guides, next }: Making): readonly Entry[] {
  const entries: Entry[] = [];
  const today = dayOf(now);
  for (let back = days - 1; back >= 0; back -= 1) {
    const start = Date.parse(`${addDays(today, -back)}T00:00:00+07:00`);
    const weekday = new Date(start + DAY / 2).getUTCDay();
    const count = Math.round(taps * (weekday === 0 ? 0.05 : weekday === 6 ? 0.35 : 0.8 + next() * 0.4));
    const moments = Array.from({ length: count }, () => start + momentOfDay(next)).filter((at) => at < now).toSorted((left, right) => left - right);
    for (const at of moments) visit(entries, stampAt(at, now), { share, guides, next });
    // A loop of a minute and a half, since seven in the morning.
    const showed = Math.max(0, Math.min(now, start + 17 * HOUR) - start - 7 * HOUR);
    const stamp = stampAt(Math.min(now - 1, start + 17 * HOUR + 1), now);
    if (showed > 0) for (const [clip, seconds] of CLIPS) entries.push({ kind: 'play', clip, plays: Math.floor(showed / 90_000), seconds: Math.floor(showed / 90_000) * seconds, from: Math.floor(start + 7 * HOUR), ...stamp });
  }
  return entries;
}

/** Milliseconds since midnight, as busy as the hours are. */
function momentOfDay(next: () => number): number {
  let left = next() * HOURS.reduce<number>((sum, weight) => sum + weight, 0);
  const hour = HOURS.findIndex((weight) => (left -= weight) <= 0);
  return (7 + Math.max(0, hour)) * 3_600_000 + next() * 3_600_000;
}

const stampAt = (at: number, now: number) => ({ at: Math.floor(at), up: BOOT.up - Math.ceil(now - at), boot: BOOT.boot });

/** One citizen: perhaps a guide, then a tap or none, perhaps with reasons. */
function visit(entries: Entry[], stamp: ReturnType<typeof stampAt>, { share, guides, next }: Pick<Making, 'share' | 'guides' | 'next'>): void {
  const guide = guides[Math.floor(next() * next() * guides.length)];
  const clip = CLIPS[Math.floor(next() * CLIPS.length)];
  if (clip !== undefined && next() < 0.2) entries.push({ kind: 'wake', clip: clip[0], ...stamp });
  if (guide !== undefined && guide.steps.length > 0 && next() < 0.45) readSteps(entries, stamp, guide, next);
  if (next() < 0.5) entries.push({ kind: 'asked', about: 'visit', outcome: 'ignored', ...stamp });
  const happy = next() < share;
  const score = happy ? (next() < 0.54 ? 5 : 4) : next() < 0.5 ? 3 : next() < 0.6 ? 2 : 1;
  entries.push({ kind: 'tap', score, scale: 'five-v1', about: 'visit', lang: 'vi', from: 'attract', ...(guide === undefined || next() < 0.3 ? {} : { field: guide.field, procedure: guide.code }), ...stamp });
  if (!happy && next() < 0.7) entries.push({ kind: 'reasons', of: entries.length, reasons: [DEMO_REASONS[Math.floor(next() * next() * DEMO_REASONS.length)] ?? DEMO_REASONS[0]], ...stamp });
}

function readSteps(entries: Entry[], stamp: ReturnType<typeof stampAt>, { code, field, steps }: Guide, next: () => number): void {
  const about = { procedure: code, field, ...stamp };
  // What kiosks call a guide's first page, before its steps.
  entries.push({ kind: 'guide', step: 'overview', action: 'open', ...about });
  if (next() < 0.06) {
    entries.push({ kind: 'guide', step: 'overview', action: 'leave', ...about });
    return;
  }
  for (const step of steps) {
    entries.push({ kind: 'guide', step, action: 'step', ...about });
    const isHard = step === 'sign-in';
    if (next() < (isHard ? 0.14 : 0.04)) entries.push({ kind: 'handoff', step, code: 'K7P42M', action: 'shown', ...about });
    if (next() < (isHard ? 0.25 : 0.07)) {
      entries.push({ kind: 'guide', step, action: 'leave', ...about });
      return;
    }
  }
  entries.push({ kind: 'guide', step: steps.at(-1) ?? '', action: 'finish', ...about });
}

/** Taps made on each of the last 14 days, as a heartbeat says them. */
function madeByDay(entries: readonly Entry[], now: number): Readonly<Record<string, number>> {
  const first = addDays(dayOf(now), -13);
  const made = new Map<string, number>();
  for (const entry of entries) {
    const day = dayOf(entry.at);
    if (entry.kind === 'tap' && day >= first) made.set(day, (made.get(day) ?? 0) + 1);
  }
  return Object.fromEntries(made);
}

async function call(centreUrl: string, path: string, body: unknown, token?: string): Promise<unknown> {
  const headers = { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) };
  const answer = await fetch(centreUrl + path, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

function textAt(value: unknown, key: string): string {
  const found = typeof value === 'object' && value !== null ? Object.entries(value).find(([each]) => each === key)?.[1] : undefined;
  if (typeof found !== 'string') throw new Error(`the answer has no ${key}`);
  return found;
}

const codeOf = (answer: unknown): string => textAt(answer, 'pairingCode');
