import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { inProject } from '#build/project-root.ts';

function fuzz(...flags: readonly string[]): { readonly status: number | null; readonly inputs: number; readonly findings: number; readonly targets: readonly { readonly name: string; readonly findings: readonly { readonly detail: string }[] }[] } {
  const ran = spawnSync(process.execPath, ['tests/fuzz/run.ts', '--json', '--threads', '0', ...flags], { cwd: inProject(), encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return { status: ran.status, ...JSON.parse(ran.stdout.trim().split('\n').at(-1) ?? '{}') };
}

// `npm run fuzz` gives every door a million inputs; this is the same with a thousand.
it('nothing that comes in through any door makes a parser throw, hang or keep memory', () => {
  const { status, inputs, targets } = fuzz('--inputs', '1000', '--seed', '7');
  expect(targets.flatMap(({ name, findings }) => findings.map(({ detail }) => `${name}: ${detail}`))).toEqual([]);
  expect(inputs).toBeGreaterThanOrEqual(1_000);
  expect(status).toBe(0);
}, 240_000);
