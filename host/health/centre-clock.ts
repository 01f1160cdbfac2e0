import { Type, type Static } from 'typebox';
import { parserOf } from '#contract/parse.ts';
import { background } from '../background.ts';
import { parseJson } from '../parse-json.ts';
import type { Clock, Files, Log } from '../ports.ts';

const FILE = 'centre-clock.json';
/** A smaller change is not worth a write, ms. */
const WORTH_KEEPING = 2_000;

/** What was known of the centre's time when the kiosk's clocks showed `up` and `now`. */
const Anchor = Type.Object({ boot: Type.String(), up: Type.Integer(), now: Type.Integer(), offset: Type.Integer() });
type Anchor = Static<typeof Anchor>;
const parseAnchor = parserOf(Anchor);

/**
 * The centre's time at a moment of the kiosk's clocks. Within the boot in which it was learnt the monotonic clock
 * carries it on, whatever is done to the wall clock; after another boot only the wall clock and its old error are left.
 */
export function centreTime(anchor: Anchor | null, { boot, up, now }: { readonly boot: string; readonly up: number; readonly now: number }): number {
  if (anchor === null) return now;
  return anchor.boot === boot ? anchor.now - anchor.offset + (up - anchor.up) : now - anchor.offset;
}

export type CentreClock = ReturnType<typeof createCentreClock>;

/** The centre's time as far as this kiosk knows it, remembered over restarts. */
export function createCentreClock({ clock, files, log }: { readonly clock: Clock; readonly files: Files; readonly log: Log }) {
  let anchor: Anchor | null = null;
  let kept: Anchor | null = null;
  return {
    load: async (): Promise<void> => {
      const text = await files.readText(FILE);
      const parsed = parseAnchor(text === null ? null : parseJson(text));
      if (parsed.ok) [anchor, kept] = [parsed.value, parsed.value];
    },
    now: (): number => centreTime(anchor, { boot: clock.boot, up: clock.up(), now: clock.now() }),
    /** `offset`: the kiosk's clock minus the centre's, ms. */
    learn: (offset: number): void => {
      const next: Anchor = { boot: clock.boot, up: Math.round(clock.up()), now: Math.round(clock.now()), offset: Math.round(offset) };
      anchor = next;
      if (kept !== null && kept.boot === next.boot && Math.abs(kept.offset - next.offset) < WORTH_KEEPING) return;
      kept = next;
      background(files.writeText(FILE, JSON.stringify(next)), 'centre clock', log);
    },
  };
}
