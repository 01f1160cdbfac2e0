import { existsSync } from 'node:fs';
import { inProject } from '../project-root.ts';
import { runStep } from '../steps/run-step.ts';
import { fault, note, ok, type Finding } from './finding.ts';

const ENTRY = 'assets/check/main.ts';

/** The same check as `npm run content:check`, in one line. */
export async function checkPack(): Promise<Finding> {
  if (!existsSync(inProject(ENTRY))) return note('Content pack', 'There is no checker in this checkout.', '');
  const result = await runStep({ name: 'pack', args: [ENTRY] });
  if (result.ok) return ok('Content pack', result.output.trim().split('\n').at(-1) ?? 'passes its checks');
  return fault('Content pack', 'does not pass its checks.', 'npm run content:check names what to mend.');
}
