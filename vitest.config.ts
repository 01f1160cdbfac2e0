import { fileURLToPath } from 'node:url';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/** A browser journey on a busy machine of two cores may take a while; a unit test may not. */
const slow = { testTimeout: 150_000, hookTimeout: 150_000 };

function project(name: string, options: NonNullable<TestProjectInlineConfiguration['test']> = {}): TestProjectInlineConfiguration {
  return {
    test: {
      name,
      include: [`tests/${name}/**/*.test.{ts,tsx}`],
      environment: 'node',
      pool: 'forks',
      unstubEnvs: true,
      // The programs that tests start are the same sources again and again: half of a short one's time is reading them.
      env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('./node_modules/.cache/mot-cham-compiled', import.meta.url)) },
      ...options,
    },
  };
}

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic' } },
  test: {
    maxWorkers: 2,
    reporters: ['default'],
    projects: [
      // Some start a process or a compiler; a machine that CI shares may need seconds for what takes one here.
      project('unit', { testTimeout: 30_000 }),
      project('contract', { testTimeout: 30_000, hookTimeout: 60_000, globalSetup: ['tests/setup/postgres-for-tests.ts'] }),
      project('architecture', { testTimeout: 30_000 }),
      project('integration', { testTimeout: 30_000, hookTimeout: 60_000, globalSetup: ['tests/setup/postgres-for-tests.ts'] }),
      project('simulation', { testTimeout: 120_000 }),
      // Each worker keeps one browser. Journeys wait more than they reckon, so two share two cores without missing their time-outs.
      project('e2e', { ...slow, globalSetup: ['tests/setup/build-first.ts'], maxWorkers: 2, isolate: false, sequence: { groupOrder: 1 } }),
    ],
  },
});
