import type { GuideOrCard, Step } from '#contract/content-pack.ts';
import { handoffCode } from '#domain/handoff-code.ts';
import { stepsFor } from '#domain/guide-path.ts';
import type { Answers } from '#domain/condition.ts';
import { procedureId } from '#domain/procedure-id.ts';
import type { Effect } from '../effect.ts';
import type { SessionState } from '../state.ts';

/** The name of a guide's first page in usage entries. */
export const OVERVIEW = 'overview';

export function guideOf(state: SessionState, slug: string): GuideOrCard | null {
  return state.kiosk.pack?.guides.find((guide) => guide.slug === slug) ?? null;
}

/** The id of a step counted from 1 among those that apply, or `overview`. */
export function stepId(guide: GuideOrCard, answers: Answers, step: number): string {
  if (guide.kind !== 'guide') return OVERVIEW;
  return stepsFor<Step>(guide, answers)[step - 1]?.id ?? OVERVIEW;
}

export function guideEntry(
  guide: GuideOrCard,
  step: string,
  action: 'open' | 'step' | 'finish' | 'leave' | 'problem',
): Effect {
  return { kind: 'record', body: { kind: 'guide', procedure: procedureId(guide), step, field: guide.field, action } };
}

export function handoffEntry(guide: GuideOrCard, step: number, id: string): Effect {
  const code = handoffCode({ guide: guide.number, step });
  return { kind: 'record', body: { kind: 'handoff', procedure: procedureId(guide), step: id, field: guide.field, code, action: 'shown' } };
}

/** A guide that was opened and neither finished nor handed off was left, and at which step tells where people get stuck. */
export function leaveEntry(state: SessionState): readonly Effect[] {
  const { opened } = state;
  if (opened === null || opened.finished) return [];
  const guide = guideOf(state, opened.slug);
  return guide === null ? [] : [guideEntry(guide, opened.step, 'leave')];
}
