import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
// The pinned Node strips types; the machine's own may not.
const NODE = join(ROOT, 'node_modules/.bin/node');

type Run = { readonly code: number; readonly lines: readonly string[] };

function contentCheck(...args: readonly string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(NODE, ['assets/check/main.ts', ...args], { cwd: ROOT }, (error, stdout) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, lines: stdout.trim().split('\n') });
    });
  });
}

describe('content:check', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'pack-'));
    await cp(join(ROOT, 'assets/pack'), directory, { recursive: true });
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  it('says what a sound pack holds and what is hidden, and ends well', async () => {
    const { code, lines } = await contentCheck();
    expect(code).toBe(0);
    expect(lines[0]).toMatch(/^No problem\. 40 guides, 19 cards, \d+ facts\.$/);
    expect(lines[1]).toMatch(/^\d+ facts are hidden today: \d+ unverified \(mark C\), \d+ expired\.$/);
  });

  it('names file and place of a problem in a folder it is given, and fails', async () => {
    const file = join(directory, 'guides/khai-sinh.json');
    await writeFile(file, (await readFile(file, 'utf8')).replace('"0 đồng"', '"không đồng nào cả"'));
    const { code, lines } = await contentCheck(directory);
    expect(code).toBe(1);
    expect(lines).toEqual(['guides/khai-sinh.json: fee.0.headline.vi: has 17 signs and may have 14; shorten it by 3']);
  });

  it('calls a file that is no JSON a problem, and prints JSON when asked', async () => {
    await writeFile(join(directory, 'events.json'), '[');
    const { code, lines } = await contentCheck('--json', directory);
    const report = JSON.parse(lines.join('\n')) as { problems: { file: string; message: string }[] };
    expect(code).toBe(1);
    expect(report.problems[0]).toMatchObject({ file: 'events.json', message: expect.stringMatching(/^is not JSON/) as string });
  });
});
