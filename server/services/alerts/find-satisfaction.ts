import { flaggedStanding, satisfactionStanding } from '#domain/alert-rule.ts';
import { satisfactionOf } from '#domain/satisfaction.ts';
import { subtractScores, totalTaps, type ScoreCounts } from '#domain/score.ts';
import { targetGroupOf, targetOn, type TargetSetting } from '#domain/target.ts';
import type { ServicePointRow } from '../../repositories/service-points.ts';
import type { PointFieldRow } from '../../repositories/summaries.ts';
import type { Slice } from '../day/figures.ts';
import type { UnitTree } from '../day/unit-tree.ts';
import type { Finding } from './finding.ts';

export type TapFacts = {
  readonly points: readonly ServicePointRow[];
  /** Of the days looked at. */
  readonly slices: ReadonlyMap<number, Slice>;
  readonly fields: readonly PointFieldRow[];
  readonly settings: readonly TargetSetting[];
  readonly tree: UnitTree;
  readonly today: string;
};

/** Satisfaction under target, for each service point and for each field there that has a target of its own; too many flagged taps. */
export function findInTaps({ points, slices, fields, settings, tree, today }: TapFacts): readonly Finding[] {
  const byNo = new Map(points.map((point) => [point.no, point]));
  const whole = points.flatMap((point): readonly Finding[] => {
    const slice = slices.get(point.no);
    if (slice === undefined) return [];
    const target = targetOn(settings, tree.chainOf(point.unit), '', today).target;
    const [taps, flagged] = [totalTaps(slice.scores), totalTaps(slice.flagged)];
    return [
      satisfactionFinding(point.no, '', subtractScores(slice.scores, slice.flagged), target),
      { kind: 'flagged-share', pointNo: point.no, deviceId: '', field: '', standing: flaggedStanding(taps, flagged), figures: { taps, flagged, share: shareOf(flagged, taps) } },
    ];
  });
  const ofFields = fields.flatMap((row): readonly Finding[] => {
    const point = byNo.get(row.pointNo);
    if (point === undefined) return [];
    const { target, setting } = targetOn(settings, tree.chainOf(point.unit), row.field, today);
    const isOfItsOwn = setting === null ? targetGroupOf(row.field) !== null : setting.field !== '';
    return isOfItsOwn ? [satisfactionFinding(point.no, row.field, subtractScores(row.scores, row.flagged), target)] : [];
  });
  return [...whole, ...ofFields];
}

function satisfactionFinding(pointNo: number, field: string, unflagged: ScoreCounts, target: number): Finding {
  const satisfied = satisfactionOf(unflagged);
  return {
    kind: 'satisfaction',
    pointNo,
    deviceId: '',
    field,
    standing: satisfactionStanding(unflagged, target),
    figures: { taps: totalTaps(unflagged), rate: satisfied?.rate ?? null, low: satisfied?.low ?? null, high: satisfied?.high ?? null, target },
  };
}

function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
