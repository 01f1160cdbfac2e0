import type { ErrorCode } from '#contract/errors.ts';
import type { Fault } from '#contract/health.ts';
import type { Clock } from '../ports.ts';

/** How long a fault that is over still stands in the list, ms: staff should see what came and went. */
const REMEMBER = 60 * 60_000;
/** The wire takes 50 faults and 300 signs of detail (contract/health.ts). */
const MOST = 50;
const LONGEST_DETAIL = 300;

type Kept = Fault & { readonly endedAt: number | null };
export type Faults = ReturnType<typeof createFaults>;

/** What is wrong now and what was lately, one entry a code, newest first. */
export function createFaults(needs: { readonly clock: Clock; readonly onChange: () => void }) {
  const kept = new Map<string, Kept>();
  const recent = (fault: Kept): boolean => fault.endedAt === null || Math.abs(needs.clock.now() - fault.endedAt) < REMEMBER;

  return {
    raise: (code: ErrorCode, detail?: string): void => {
      const standing = kept.get(code);
      const short = detail?.slice(0, LONGEST_DETAIL);
      const same = standing !== undefined && standing.endedAt === null && standing.detail === short;
      if (same) return;
      const at = standing !== undefined && standing.endedAt === null ? standing.at : needs.clock.now();
      kept.set(code, { code, at, ...(short === undefined ? {} : { detail: short }), endedAt: null });
      needs.onChange();
    },
    clear: (code: ErrorCode): void => {
      const standing = kept.get(code);
      if (standing === undefined || standing.endedAt !== null) return;
      kept.set(code, { ...standing, endedAt: needs.clock.now() });
      needs.onChange();
    },
    stands: (code: ErrorCode): boolean => kept.get(code)?.endedAt === null,
    list: (): readonly Fault[] =>
      [...kept.values()]
        .filter(recent)
        .sort((left, right) => right.at - left.at)
        .slice(0, MOST)
        .map(({ code, at, detail }) => (detail === undefined ? { code, at } : { code, at, detail })),
  };
}
