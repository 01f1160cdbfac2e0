import type { CalendarDay } from './calendar-day.ts';
import { COMPARABLE_SAMPLE, satisfactionOf } from './satisfaction.ts';
import { totalTaps, type ScoreCounts } from './score.ts';

/** Fields for which the plan names a lowest satisfaction of their own. */
export type TargetGroup = 'land' | 'construction' | 'investment';

/**
 * Satisfaction with services in land, construction and investment is to reach at least 85 %, with
 * online public services as a whole 100 % ("phấn đấu 100%").
 * Source: plan KH 87/KH-UBND of 21/4/2025 (UBND thị xã Mỹ Hào), part II, after the national plan.
 */
export const PLAN_TARGETS = { group: 0.85, overall: 1 } as const;

/** A target that a unit set, in force from a day on. Null takes the unit's own away again. */
export type TargetSetting = {
  /** '' is the whole centre. */
  readonly unit: string;
  /** '' is everything without a target of its own. */
  readonly field: string;
  readonly target: number | null;
  readonly from: CalendarDay;
};

export type TargetInForce = { readonly target: number; readonly setting: TargetSetting | null };

const GROUPS: readonly { readonly group: TargetGroup; readonly isOf: RegExp }[] = [
  { group: 'land', isOf: /^đất đai\b/iu },
  { group: 'construction', isOf: /xây dựng/iu },
  { group: 'investment', isOf: /^đầu tư/iu },
];

/** The plan's group of a field, by the field's official Vietnamese name; null when it has none. */
export function targetGroupOf(field: string): TargetGroup | null {
  const name = field.normalize('NFC').trim();
  return GROUPS.find(({ isOf }) => isOf.test(name))?.group ?? null;
}

/**
 * The target of a field ('' for everything) in a unit on a day: what the nearest unit upwards set for
 * the field, else the plan's for the field's group, else what the nearest unit set for everything,
 * else the plan's. `chain` is the unit and its parents, nearest first; '' (the whole centre) is its
 * last member.
 */
export function targetOn(settings: readonly TargetSetting[], chain: readonly string[], field: string, day: CalendarDay): TargetInForce {
  const own = field === '' ? null : nearestSetting(settings, chain, field, day);
  if (own !== null) return own;
  if (targetGroupOf(field) !== null) return { target: PLAN_TARGETS.group, setting: null };
  return nearestSetting(settings, chain, '', day) ?? { target: PLAN_TARGETS.overall, setting: null };
}

function nearestSetting(settings: readonly TargetSetting[], chain: readonly string[], field: string, day: CalendarDay): TargetInForce | null {
  for (const unit of chain) {
    const setting = latestOf(settings, unit, field, day);
    if (setting !== null && setting.target !== null) return { target: setting.target, setting };
  }
  return null;
}

function latestOf(settings: readonly TargetSetting[], unit: string, field: string, day: CalendarDay): TargetSetting | null {
  let latest: TargetSetting | null = null;
  for (const setting of settings) {
    if (setting.unit !== unit || setting.field !== field || setting.from > day) continue;
    if (latest === null || setting.from > latest.from) latest = setting;
  }
  return latest;
}

export type Verdict = 'reached' | 'not-reached' | 'too-few';

/**
 * Whether a target is reached, by the 95 % interval: its lower end is at or above the target, its
 * upper end below, or there are too few answers to say. No interval proves 100 %: that target counts
 * as reached when all of at least 30 answers are satisfied.
 */
export function verdictOf(counts: ScoreCounts, target: number): Verdict {
  const satisfied = satisfactionOf(counts);
  if (satisfied === null) return 'too-few';
  if (satisfied.high < target) return 'not-reached';
  if (satisfied.low >= target) return 'reached';
  return target >= 1 && satisfied.rate === 1 && totalTaps(counts) >= COMPARABLE_SAMPLE ? 'reached' : 'too-few';
}
