import type { PointFigures } from '#contract/day.ts';
import { addCompleteness, NOTHING_KNOWN } from '#domain/completeness.ts';
import type { DeviceStatus } from '../../repositories/devices.ts';
import type { CompletenessRow } from '../../repositories/summaries.ts';

/** How the kiosks of a service point or a unit are. */
export type Fleet = Pick<PointFigures, 'kiosks' | 'reported' | 'waiting' | 'completeness' | 'openAlerts'>;

export const NO_FLEET: Fleet = { kiosks: 0, reported: 0, waiting: null, completeness: NOTHING_KNOWN, openAlerts: 0 };

export type FleetParts = {
  readonly completeness: readonly Omit<CompletenessRow, 'day'>[];
  readonly kiosks: readonly DeviceStatus[];
  readonly open: ReadonlyMap<number, number>;
  /** When the last day of the span began in a time zone, ms. */
  readonly startOf: (timezone: string) => number;
};

/** Revoked kiosks are not in use any more: neither their silence nor what they hold counts. */
export function fleetByPoint({ completeness, kiosks, open, startOf }: FleetParts): ReadonlyMap<number, Fleet> {
  const fleets = new Map<number, Fleet>();
  const add = (pointNo: number, part: Partial<Fleet>): void => void fleets.set(pointNo, addFleets(fleets.get(pointNo) ?? NO_FLEET, { ...NO_FLEET, ...part }));
  for (const { pointNo, made, received, missing } of completeness) add(pointNo, { completeness: { made, received, missing } });
  for (const [pointNo, openAlerts] of open) add(pointNo, { openAlerts });
  for (const { pointNo, revoked, lastSeenAt, timezone, head, received } of kiosks) {
    if (revoked) continue;
    const reported = lastSeenAt !== null && lastSeenAt >= startOf(timezone) ? 1 : 0;
    add(pointNo, { kiosks: 1, reported, waiting: head === null ? null : Math.max(0, head - received) });
  }
  return fleets;
}

export function addFleets(left: Fleet, right: Fleet): Fleet {
  return {
    kiosks: left.kiosks + right.kiosks,
    reported: left.reported + right.reported,
    waiting: addKnown(left.waiting, right.waiting),
    completeness: addCompleteness(left.completeness, right.completeness),
    openAlerts: left.openAlerts + right.openAlerts,
  };
}

/** What nobody has said adds nothing; only where nobody has said anything nothing is known. */
function addKnown(left: number | null, right: number | null): number | null {
  if (left === null) return right;
  return right === null ? left : left + right;
}
