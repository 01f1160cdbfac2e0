import type { ErrorCode } from '#contract/errors.ts';
import type { EditionState, EditionStep, HistoryLine } from '#contract/library.ts';
import { assertNever } from '#domain/assert-never.ts';
import { failure, success, type Result } from '#domain/result.ts';

export type StepQuestion = {
  readonly edition: { readonly state: EditionState; readonly authors: readonly string[]; readonly everPublished: boolean };
  readonly step: EditionStep;
  /** Id of the person. */
  readonly who: string;
  /** How much the checker finds. */
  readonly problems: number;
  /** Clips without captions: an approver has to confirm each. */
  readonly waivers: readonly string[];
};

/** `to` null: the state stays. */
export type StepDecision = { readonly to: EditionState | null; readonly action: HistoryLine['action'] };

/** Whether a step may be taken. Nobody approves what they wrote themselves: four eyes, whichever way the request came. */
export function decideStep(question: StepQuestion): Result<StepDecision, ErrorCode> {
  const { edition, step } = question;
  switch (step.action) {
    case 'submit':
      if (edition.state !== 'draft') return wrongState(edition.state);
      return question.problems > 0 ? failure('LIBRARY_PROBLEMS', `The checker finds ${question.problems} mistakes.`) : success({ to: 'review', action: 'submitted' });
    case 'return':
      if (edition.state !== 'review' && !(edition.state === 'ready' && !edition.everPublished)) return wrongState(edition.state);
      return step.note === undefined ? failure('REQUEST_INVALID', 'Say what is to be changed.', { path: '/note' }) : success({ to: 'draft', action: 'returned' });
    case 'approve':
      return decideApproval(question);
    case 'drop':
      return edition.state === 'dropped' || edition.everPublished ? wrongState(edition.state) : success({ to: 'dropped', action: 'dropped' });
    case 'comment':
      return step.note === undefined ? failure('REQUEST_INVALID', 'There is no comment.', { path: '/note' }) : success({ to: null, action: 'commented' });
    default:
      return assertNever(step.action, 'a step that nobody decides about');
  }
}

function decideApproval({ edition, step, who, problems, waivers }: StepQuestion): Result<StepDecision, ErrorCode> {
  if (edition.state !== 'review') return wrongState(edition.state);
  if (edition.authors.includes(who)) return failure('LIBRARY_FOUR_EYES', 'You have changed something in this edition: another person approves it.');
  // Facts grow old while an edition waits.
  if (problems > 0) return failure('LIBRARY_PROBLEMS', `The checker finds ${problems} mistakes.`);
  const open = waivers.filter((clip) => !(step.waivers ?? []).includes(clip));
  if (open.length > 0) return failure('LIBRARY_STATE', 'Confirm each clip that goes without captions.', { waivers: open });
  return success({ to: 'ready', action: 'approved' });
}

function wrongState(state: EditionState): Result<never, ErrorCode> {
  return failure('LIBRARY_STATE', `The edition is ${state}.`, { state });
}
