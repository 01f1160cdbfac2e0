import type { Score } from '#domain/score.ts';
import { FATES, type Fate } from './network.ts';
import { SeededRandom } from './seeded-random.ts';

type WritePoint = { readonly when: 'before' | 'after'; readonly skip: number };

/** One thing that happens in a story. Times are ms since its beginning. */
export type Happening = { readonly id: number; readonly at: number } & (
  /** A citizen at a kiosk. */
  | { readonly kind: 'visit'; readonly kiosk: number; readonly score: Score; readonly field: string | null; readonly guide: boolean; readonly reasons: readonly string[] | null; readonly retract: boolean }
  | { readonly kind: 'weather'; readonly kiosk: number | null; readonly lasts: number; readonly share: number; readonly fates: readonly Fate[] | 'down' }
  | ({ readonly kind: 'end kiosk'; readonly kiosk: number; readonly power: boolean } & WritePoint)
  | ({ readonly kind: 'kiosk disk fails'; readonly kiosk: number; readonly fault: 'io' | 'busy'; readonly times: number } & WritePoint)
  | { readonly kind: 'kiosk disk full'; readonly kiosk: number; readonly lasts: number }
  | { readonly kind: 'clock jumps'; readonly kiosk: number; readonly by: number }
  | { readonly kind: 'clock runs'; readonly kiosk: number; readonly rate: number }
  | { readonly kind: 'clock set right'; readonly kiosk: number }
  | { readonly kind: 'off'; readonly kiosk: number; readonly lasts: number }
  | { readonly kind: 'new disk'; readonly kiosk: number }
  | { readonly kind: 'disk cloned'; readonly kiosk: number; readonly staffAfter: number }
  | { readonly kind: 'revoke'; readonly kiosk: number; readonly renewAfter: number }
  | ({ readonly kind: 'end server'; readonly power: boolean; readonly second: boolean } & WritePoint)
  | ({ readonly kind: 'centre disk fails'; readonly times: number } & WritePoint)
  | { readonly kind: 'centre disk full'; readonly lasts: number }
  | { readonly kind: 'backup' }
  | { readonly kind: 'restore'; readonly downMs: number }
  | { readonly kind: 'second server'; readonly lasts: number }
  | { readonly kind: 'publish' }
);

/** Everything that a seed decides before anything happens. */
export type Story = {
  readonly seed: number;
  readonly kiosks: number;
  readonly routed: boolean;
  readonly healsClocks: boolean;
  readonly length: number;
  readonly happenings: readonly Happening[];
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;
const FIELDS = ['Hộ tịch', 'Đất đai'];
const REASONS = ['slow', 'unclear', 'kind', 'far'];

type Unnumbered = Happening extends infer One ? (One extends Happening ? Omit<One, 'id' | 'at'> : never) : never;
type Draft = { readonly random: SeededRandom; readonly kiosks: number; readonly add: (at: number, what: Unnumbered) => void; readonly days: readonly { readonly from: number; readonly until: number }[] };

/** What a seed tells: some spells of work with nights between, and some of the ways in which things go wrong. */
export function tellStory(seed: number): Story {
  const random = new SeededRandom(`story ${seed}`);
  const kiosks = random.between(1, 3);
  const days = spells(random);
  const length = (days.at(-1)?.until ?? 0) + MINUTE;
  const happenings: Happening[] = [];
  const draft: Draft = { random, kiosks, days, add: (at, what) => void happenings.push({ id: happenings.length + 1, at: Math.round(at), ...what }) };
  nights(draft);
  visits(draft);
  // Swarm: each seed leaves some kinds out, so that none always hides another.
  for (const trouble of TROUBLES) if (random.chance(0.4)) trouble(draft);
  return { seed, kiosks, routed: seed % 8 === 0, healsClocks: random.chance(0.5), length, happenings: happenings.toSorted((one, other) => one.at - other.at || one.id - other.id) };
}

function spells(random: SeededRandom): Draft['days'] {
  const found: { from: number; until: number }[] = [];
  let from = 0;
  for (let count = random.between(1, 3); count > 0; count -= 1) {
    const until = from + random.between(2, 5) * MINUTE;
    found.push({ from, until });
    from = until + random.pick([MINUTE, 2 * HOUR, 14 * HOUR, 3 * DAY]);
  }
  return found;
}

/** Between two spells the kiosks are off. */
function nights({ kiosks, days, add }: Draft): void {
  days.slice(1).forEach(({ from }, index) => {
    const since = days[index]?.until ?? 0;
    for (let kiosk = 0; kiosk < kiosks; kiosk += 1) add(since + kiosk, { kind: 'off', kiosk, lasts: from - since - kiosk });
  });
}

function visits({ random, kiosks, days, add }: Draft): void {
  for (const day of days) {
    for (let kiosk = 0; kiosk < kiosks; kiosk += 1) {
      for (let count = random.between(1, 9); count > 0; count -= 1) {
        const isGuided = random.chance(0.3);
        add(within(random, day), {
          kind: 'visit', kiosk, score: random.pick([1, 2, 3, 4, 5, 5, 4] as const), field: isGuided ? random.pick(FIELDS) : null, guide: isGuided,
          reasons: random.chance(0.3) ? [random.pick(REASONS)] : null, retract: random.chance(0.15),
        });
      }
    }
  }
}

const within = (random: SeededRandom, { from, until }: { readonly from: number; readonly until: number }): number => from + random.fraction() * (until - from);
const anyTime = ({ random, days }: Draft): number => within(random, random.pick(days));
const anyKiosk = ({ random, kiosks }: Draft): number => random.between(0, kiosks - 1);
const writePoint = ({ random }: Draft): WritePoint => ({ when: random.pick(['before', 'after']), skip: random.between(0, 14) });
const some = ({ random }: Draft, most: number, one: () => void): void => {
  for (let count = random.between(1, most); count > 0; count -= 1) one();
};

const TROUBLES: readonly ((draft: Draft) => void)[] = [
  (draft) => some(draft, 3, () => {
    const { random } = draft;
    draft.add(anyTime(draft), { kind: 'weather', kiosk: random.chance(0.3) ? null : anyKiosk(draft), lasts: random.between(20, 400) * 1_000, share: random.pick([0.2, 0.6, 1]), fates: [random.pick(FATES), random.pick(FATES)] });
  }),
  (draft) => draft.add(anyTime(draft), { kind: 'weather', kiosk: draft.random.chance(0.5) ? null : anyKiosk(draft), lasts: draft.random.pick([MINUTE, 5 * MINUTE, 8 * HOUR]), share: 1, fates: 'down' }),
  (draft) => some(draft, 4, () => draft.add(anyTime(draft), { kind: 'end kiosk', kiosk: anyKiosk(draft), power: draft.random.chance(0.5), ...writePoint(draft) })),
  (draft) => some(draft, 3, () => draft.add(anyTime(draft), { kind: 'kiosk disk fails', kiosk: anyKiosk(draft), fault: draft.random.pick(['io', 'busy']), times: draft.random.between(1, 6), ...writePoint(draft) })),
  (draft) => draft.add(anyTime(draft), { kind: 'kiosk disk full', kiosk: anyKiosk(draft), lasts: draft.random.between(10, 300) * 1_000 }),
  clocks,
  (draft) => draft.random.chance(0.5) && draft.add(anyTime(draft), { kind: 'new disk', kiosk: anyKiosk(draft) }),
  (draft) => draft.random.chance(0.5) && draft.add(anyTime(draft), { kind: 'disk cloned', kiosk: anyKiosk(draft), staffAfter: 6 * MINUTE }),
  (draft) => draft.add(anyTime(draft), { kind: 'revoke', kiosk: anyKiosk(draft), renewAfter: draft.random.between(5, 120) * 1_000 }),
  (draft) => some(draft, 4, () => draft.add(anyTime(draft), { kind: 'end server', power: draft.random.chance(0.4), second: draft.random.chance(0.3), ...writePoint(draft) })),
  (draft) => some(draft, 2, () => draft.add(anyTime(draft), { kind: 'centre disk fails', times: draft.random.between(1, 12), ...writePoint(draft) })),
  (draft) => draft.add(anyTime(draft), { kind: 'centre disk full', lasts: draft.random.between(5, 200) * 1_000 }),
  (draft) => {
    draft.add(anyTime(draft), { kind: 'backup' });
    draft.add(anyTime(draft), { kind: 'restore', downMs: draft.random.between(1, 90) * 1_000 });
  },
  (draft) => draft.add(anyTime(draft), { kind: 'second server', lasts: draft.random.between(60, 900) * 1_000 }),
  (draft) => some(draft, 2, () => draft.add(anyTime(draft), { kind: 'publish' })),
  deadBattery,
];

function clocks(draft: Draft): void {
  const { random, add } = draft;
  const kiosk = anyKiosk(draft);
  const day = random.pick(draft.days);
  const from = within(random, day);
  add(from, random.chance(0.7)
    ? { kind: 'clock jumps', kiosk, by: random.pick([-26 * YEAR, -3 * YEAR, -5 * HOUR, -10 * MINUTE, 90_000, 3 * HOUR, 2 * DAY, 7 * YEAR]) }
    : { kind: 'clock runs', kiosk, rate: random.pick([1.01, 1.2, 3]) });
  if (random.chance(0.6)) add(within(random, { from, until: day.until }), { kind: 'clock set right', kiosk });
}

/** Taps wait over the night, and the machine wakes with a wrong clock: nobody can place them any more. */
function deadBattery(draft: Draft): void {
  const { random, days, add } = draft;
  const [evening] = days.slice(0, -1).slice(-1);
  if (evening === undefined) return;
  const [kiosk, since] = [anyKiosk(draft), evening.until - random.between(30, 100) * 1_000];
  add(since, { kind: 'weather', kiosk, lasts: evening.until - since, share: 1, fates: 'down' });
  add(evening.until + 1_000, { kind: 'clock jumps', kiosk, by: random.pick([-26 * YEAR, -3 * YEAR, -2 * DAY, 2 * DAY]) });
}
