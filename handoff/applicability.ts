import { holds, type Answers, type Condition } from '#domain/condition.ts';
import { keepOpenAnswers, type PathQuestion } from '#domain/guide-path.ts';

/** Whether a part of a guide is for this citizen, as far as the answers say. */
export type Applicability = 'yes' | 'maybe' | 'no';

/**
 * The kiosk asks first and shows afterwards; on the phone a citizen reads before answering, so a part
 * whose question is still open stays in sight with its "nếu …" until an answer decides it.
 */
export function applicability(
  questions: readonly PathQuestion[],
  when: Condition | undefined,
  answers: Answers,
): Applicability {
  const kept = keepOpenAnswers({ questions }, answers);
  if (holds(when, kept)) return 'yes';
  const possible = Object.entries(when ?? {}).every(([id, options]) => {
    const answer = kept[id];
    if (answer !== undefined) return options.includes(answer);
    const question = questions.find((each) => each.id === id);
    return question !== undefined && applicability(questionsBefore(questions, id), question.when, kept) !== 'no';
  });
  return possible ? 'maybe' : 'no';
}

/** A question may depend only on earlier ones, which also ends the recursion. */
function questionsBefore(questions: readonly PathQuestion[], id: string): readonly PathQuestion[] {
  return questions.slice(0, questions.findIndex((question) => question.id === id));
}
