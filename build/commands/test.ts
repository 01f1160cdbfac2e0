import { availableParallelism } from 'node:os';
import { buildParts } from '../parts/build-parts.ts';
import { LINT, typeSteps } from '../steps/check-steps.ts';
import { reportStep } from '../steps/report-step.ts';
import { runSteps } from '../steps/run-step.ts';
import { runVitest } from '../steps/vitest-run.ts';

/** `npm test`: everything. The last line is plain, for people and for machines: `N passed, N failed`. */
const checks = await runSteps([LINT, ...typeSteps()], Math.max(2, availableParallelism()), reportStep);
const built = await buildParts({ force: false, log: console.log });
const quick = await runVitest(['unit', 'contract', 'architecture']);
const slow = await runVitest(['integration', 'simulation', 'e2e']);
// A log of thousands of lines is often read from its end, or kept without its beginning.
for (const result of [...checks, ...built]) if (!result.ok) console.log(`FAILED ${result.name}\n${result.output.trimEnd()}`);
for (const title of new Set([...quick.notRun, ...slow.notRun])) console.log(`*** ${title}`);
for (const failure of [...quick.failures, ...slow.failures]) console.log(`FAILED ${failure}`);
const failed = [...checks, ...built].filter((result) => !result.ok).length + quick.failed + slow.failed;
const passed = [...checks, ...built].filter((result) => result.ok).length + quick.passed + slow.passed;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
