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

/**
 * Types and lint in one reading of the sources: oxlint asks the compiler of the same version for its diagnostics, each
 * file under its zone's tsconfig, and so finds what {@link typeSteps} find in a third of the time. oxlint calls this
 * experimental, so `npm test` asks the compiler itself.
 */
export const TYPES_AND_LINT: Step = { name: 'types and lint', args: [...LINT.args, '--type-check'] };
