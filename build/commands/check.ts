import { availableParallelism } from 'node:os';
import { LINT, typeSteps } from '../steps/check-steps.ts';
import { reportStep } from '../steps/report-step.ts';
import { runSteps } from '../steps/run-step.ts';
import { runVitest } from '../steps/vitest-run.ts';

/** `npm run check`: types of every zone, lint, unit tests. Under a minute, so that it is run. */
const results = await runSteps([LINT, ...typeSteps()], Math.max(2, availableParallelism()), reportStep);
const unit = await runVitest(['unit']);
const failed = unit.failed + results.filter((result) => !result.ok).length;
const passed = unit.passed + results.filter((result) => result.ok).length;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
