import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findAddress, startProgram } from '#build/launch/child-program.ts';
import { isPortFree } from '#build/launch/ports.ts';
import { sourceStamp } from '#build/parts/source-stamp.ts';
import { countTests } from '#build/steps/vitest-run.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mot cham '));
});
afterEach(() => rmSync(folder, { recursive: true }));

const program = (code: string) => {
  writeFileSync(join(folder, 'program.mjs'), code);
  return startProgram({ name: 'program', args: [join(folder, 'program.mjs')], env: {}, logFile: join(folder, 'log', 'program.log') });
};

describe('a program of the stack', () => {
  it('is found by the address it prints, and ends when it is asked to', async () => {
    const child = program("process.on('SIGTERM', () => process.exit(7)); setInterval(() => {}, 1000); console.log('Centre  http://127.0.0.1:4711');");
    expect(await child.address('Centre', 10_000)).toBe('http://127.0.0.1:4711');
    await child.stop();
    expect(await child.ended).toBe(7);
    await child.stop();
  });

  it('that ends before it is ready says so at once, and its last lines are kept', async () => {
    const child = program("console.error('the disk is full'); process.exit(3);");
    await expect(child.address('Centre', 10_000)).rejects.toThrow('program ended with 3');
    expect(child.lastLines()).toEqual(['the disk is full']);
    expect(readFileSync(join(folder, 'log', 'program.log'), 'utf8')).toBe('the disk is full\n');
  });

  it('has one heap below its threads, which gives back what it no longer needs', async () => {
    const child = program("console.log(Object.keys(process.env).filter((name) => name.startsWith('MALLOC_')).length);");
    await child.ended;
    expect(child.lastLines()).toEqual(['3']);
  });

  it('prints its address in one form', () => {
    expect(findAddress('Kiosk   http://127.0.0.1:8081', 'Kiosk')).toBe('http://127.0.0.1:8081');
    expect(findAddress('see Kiosk   http://127.0.0.1:8081', 'Kiosk')).toBeNull();
    expect(findAddress('Kiosk   soon', 'Kiosk')).toBeNull();
  });
});

describe('a port', () => {
  it('is known to be taken while somebody listens', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    expect(await isPortFree(port, '127.0.0.1')).toBe(false);
    await new Promise((resolve) => server.close(resolve));
    expect(await isPortFree(port, '127.0.0.1')).toBe(true);
  });
});

describe('staleness', () => {
  it('follows content and names, not times', () => {
    writeFileSync(join(folder, 'a.ts'), 'one');
    const before = sourceStamp(folder, ['.']);
    writeFileSync(join(folder, 'a.ts'), 'one');
    expect(sourceStamp(folder, ['.'])).toBe(before);
    writeFileSync(join(folder, 'a.ts'), 'two');
    expect(sourceStamp(folder, ['.'])).not.toBe(before);
    expect(sourceStamp(folder, ['absent'])).toBe(sourceStamp(folder, []));
  });
});

describe('counting tests', () => {
  it('reads the report, and takes one it does not understand for a failure', () => {
    expect(countTests({ numPassedTests: 12, numFailedTests: 1 })).toMatchObject({ passed: 12, failed: 1 });
    expect(countTests({})).toMatchObject({ passed: 0, failed: 1 });
    expect(countTests(null)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('names each failed test, and each file that did not load, with what tells it again: of a property its seed too', () => {
    const report = {
      numPassedTests: 1,
      numFailedTests: 1,
      testResults: [
        { name: 'a.test.ts', status: 'failed', assertionResults: [{ status: 'passed', fullName: 'works' }, { status: 'failed', fullName: 'adds', failureMessages: ['Property failed after 331 tests\n{ seed: 7, path: "330:1" }\nCounterexample: [1]\nShrunk 1 time(s)\n  at a.test.ts'] }] },
        { name: 'b.test.ts', status: 'failed', message: 'Cannot find module', assertionResults: [] },
      ],
    };
    expect(countTests(report).failures.map((line) => line.replace(/^.*?([ab]\.test)/, '$1'))).toEqual([
      'a.test.ts > adds: Property failed after 331 tests\n  { seed: 7, path: "330:1" }\n  Counterexample: [1]\n  Shrunk 1 time(s)',
      'b.test.ts: Cannot find module',
    ]);
  });

  it('says again what could not be run here, so that nobody takes a part for the whole', () => {
    const assertionResults = [{ status: 'passed', fullName: 'COULD NOT RUN over PostgreSQL: it is not here' }, { status: 'passed', fullName: 'works' }];
    const report = { numPassedTests: 2, numFailedTests: 0, testResults: [{ name: 'a.test.ts', status: 'passed', assertionResults }] };
    expect(countTests(report).notRun).toEqual(['COULD NOT RUN over PostgreSQL: it is not here']);
  });
});
