import { existsSync } from 'node:fs';
import { inProject } from '../project-root.ts';
import type { Step } from './run-step.ts';

/** One tsconfig a zone: no DOM where there is no page, no Node where there is no machine. */
const ZONES = [
  'domain', 'contract', 'host', 'server', 'electron', 'renderer', 'dashboard', 'handoff', 'assets', 'build', 'tests',
] as const;

export function typeSteps(): readonly Step[] {
  return ZONES.filter((zone) => existsSync(inProject(zone, 'tsconfig.json'))).map((zone) => ({
    name: `types ${zone}`,
    // What was found sound and has not changed is not looked at again.
    args: ['node_modules/typescript/bin/tsc', '-p', zone, '--incremental', '--tsBuildInfoFile', `node_modules/.cache/types/${zone}.tsbuildinfo`],
  }));
}

export const LINT: Step = {
  name: 'lint',
  args: ['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings', '--format=stylish'],
};
