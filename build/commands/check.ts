import { TYPES_AND_LINT } from '../steps/check-steps.ts';
import { reportStep } from '../steps/report-step.ts';
import { runStep } from '../steps/run-step.ts';
import { runVitest } from '../steps/vitest-run.ts';

/** `npm run check`: types of every zone, lint, unit tests. Under a minute, so that it is run. */
const checking = runStep(TYPES_AND_LINT);
// Test files share their workers' modules here, which halves the time; `npm test` gives each its own.
const unit = await runVitest(['unit'], ['--no-isolate']);
const checked = await checking;
// At the end, where it is read.
reportStep(checked);
for (const failure of unit.failures) console.log(`FAILED ${failure}`);
console.log(`${unit.passed + Number(checked.ok)} passed, ${unit.failed + Number(!checked.ok)} failed`);
process.exitCode = checked.ok && unit.failed === 0 ? 0 : 1;
