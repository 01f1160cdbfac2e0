import type { Answers } from './condition.ts';

/** Where the citizen was: 0 is the overview, 1.. are the steps. */
export type HandoffState = { readonly step: number; readonly answers: Answers };

/**
 * The fragment that carries step and answers to the phone: `2.a1b3` is step 2, question a
 * answered 1, question b answered 3. Question ids are one letter, option ids one digit
 * (the pack's schema holds that), so a QR stays at version 4 or below (E130).
 * No server sees a fragment (promise 5).
 */
export function buildFragment(state: HandoffState): string {
  const answers = Object.entries(state.answers)
    .sort(([left], [right]) => left.localeCompare(right))
    .map(([question, option]) => `${question}${option}`)
    .join('');
  return answers === '' ? String(state.step) : `${state.step}.${answers}`;
}

/** Reads a fragment (with or without `#`); anything strange is the overview with no answers. */
export function parseFragment(fragment: string): HandoffState {
  const match = /^#?(\d{1,2})(?:\.((?:[a-z]\d)*))?$/.exec(fragment);
  if (match === null) return { step: 0, answers: {} };
  const answers: Record<string, string> = {};
  for (const [, question, option] of (match[2] ?? '').matchAll(/([a-z])(\d)/g)) {
    if (question !== undefined && option !== undefined) answers[question] = option;
  }
  return { step: Number(match[1]), answers };
}
