import { addDays, type CalendarDay } from '#domain/calendar-day.ts';
import type { EntryBody } from '#contract/ledger.ts';

/** One line of the made-up ledger; `at` is when it happened, ms since the epoch. */
export type DemoEntry = { readonly at: number; readonly day: CalendarDay; readonly hour: number; readonly body: EntryBody };

/** Visitors by hour from 7 to 17 at a desk that rests over noon. */
const BUSY = [3, 9, 14, 12, 6, 1, 7, 11, 9, 5, 1] as const;
const FIRST_HOUR = 7;
/** Shares of the scores 1 to 5 among taps. */
const SCORE_SHARES = [0.03, 0.06, 0.12, 0.36, 0.43] as const;
/** Ids of assets/pack/reasons.json. */
const LOW = ['phai-cho-lau', 'phai-cho-lau', 'giay-to-kho-hieu', 'huong-dan-chua-ro', 'cong-vneid-loi'] as const;
const HIGH = ['it-phai-cho', 'huong-dan-de-hieu', 'huong-dan-de-hieu', 'ket-qua-dung-hen', 'tu-lam-duoc'] as const;
const GUIDES = ['1.001193', '1.004222', '1.000894', '2.000635', '1.004194'] as const;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Viet Nam keeps this all year. */
const OFFSET = 7 * HOUR;

/** A fixed sequence of numbers in [0, 1): the same pictures from the same day. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/**
 * Two weeks of made-up visits up to `now`, oldest first. The fourth day before today has six taps only,
 * so that the dashboard's small sample can be seen; Sundays are empty.
 */
export function demoDays(today: CalendarDay, now: number): readonly DemoEntry[] {
  const chance = seeded(20_261_123);
  const days = Array.from({ length: 14 }, (_, index) => addDays(today, index - 13));
  const made: DemoEntry[] = [];
  for (const day of days) {
    const start = Date.parse(`${day}T00:00:00Z`) - OFFSET;
    if (new Date(start + OFFSET).getUTCDay() === 0 && day !== today) continue;
    const visits = day === smallSampleDay(today) ? 6 : Number.POSITIVE_INFINITY;
    let count = 0;
    for (const [slot, busy] of BUSY.entries()) {
      const hour = FIRST_HOUR + slot;
      const here = Math.round(busy * (0.7 + 0.6 * chance()));
      for (let visit = 0; visit < here && count < visits; visit += 1) {
        count += 1;
        const at = start + hour * HOUR + Math.floor(((visit + 0.2 + 0.6 * chance()) / here) * HOUR);
        if (at < now - MINUTE) made.push(...visitAt({ at, day, hour }, made.length + 1, chance));
      }
    }
  }
  return made;
}

type Place = Omit<DemoEntry, 'body'>;

/** A tap, sometimes with a reason, sometimes after a guide; sometimes nobody answers. `next`: the first entry's number. */
function visitAt(place: Place, next: number, chance: () => number): readonly DemoEntry[] {
  const bodies: EntryBody[] = [];
  const procedure = pick(GUIDES, chance);
  const field = procedure === '1.004222' || procedure === '1.004194' ? 'Đăng ký, quản lý cư trú' : 'Hộ tịch';
  if (chance() < 0.5) bodies.push({ kind: 'guide', procedure, step: 'overview', field, action: 'open' });
  if (bodies.length > 0 && chance() < 0.6) bodies.push({ kind: 'guide', procedure, step: 'overview', field, action: 'finish' });
  if (chance() < 0.4) bodies.push({ kind: 'asked', about: 'visit', outcome: 'ignored' });
  const score = pickScore(chance());
  bodies.push({ kind: 'tap', score, about: 'visit', lang: chance() < 0.95 ? 'vi' : 'en', from: 'attract', scale: 'five-v1' });
  const of = next + bodies.length - 1;
  if (chance() < 0.3) bodies.push({ kind: 'reasons', of, reasons: [pick(score <= 3 ? LOW : HIGH, chance)] });
  return bodies.map((body, index) => ({ ...place, at: place.at + index * 2_000, body }));
}

function pickScore(value: number): number {
  let below = 0;
  const index = SCORE_SHARES.findIndex((share) => value < (below += share));
  return index === -1 ? SCORE_SHARES.length : index + 1;
}

function pick<Value>(from: readonly Value[], chance: () => number): Value {
  const found = from[Math.floor(chance() * from.length)];
  if (found === undefined) throw new Error('nothing to choose from');
  return found;
}

/** The day with too few taps for a share. */
export function smallSampleDay(today: CalendarDay): CalendarDay {
  return addDays(today, -4);
}
