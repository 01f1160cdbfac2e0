import type { StepResult } from './run-step.ts';

/** One line a step; what a failed step said follows it. */
export function reportStep(result: StepResult): void {
  const mark = result.ok ? '✓' : '✗';
  console.log(`${mark} ${result.name.padEnd(18)} ${result.seconds.toFixed(1)} s`);
  if (!result.ok) console.log(result.output.trimEnd());
}
