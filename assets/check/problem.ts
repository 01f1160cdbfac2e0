/** Something in a pack that must be put right before a kiosk may show it. */
export type Problem = {
  /** File inside the pack, such as `guides/khai-sinh.json`. */
  readonly file: string;
  /** Where in the file, such as `steps.2.text.vi`; empty for the file as a whole. */
  readonly path: string;
  /** What is wrong and what to do about it. */
  readonly message: string;
};

/** One line, as the checker prints it. */
export function formatProblem(problem: Problem): string {
  const place = problem.path === '' ? '' : `${problem.path}: `;
  return `${problem.file}: ${place}${problem.message}`;
}
