/** What a citizen answered: question id → option id. */
export type Answers = Readonly<Record<string, string>>;

/** Holds when every named question was answered with one of the named options. */
export type Condition = Readonly<Record<string, readonly string[]>>;

/** True when the condition holds for the answers; no condition always holds. */
export function holds(condition: Condition | undefined, answers: Answers): boolean {
  if (condition === undefined) return true;
  return Object.entries(condition).every(([question, options]) => {
    const answer = answers[question];
    return answer !== undefined && options.includes(answer);
  });
}
