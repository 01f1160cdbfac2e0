import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { diskFiles } from '#host/adapters/disk-files.ts';

const folders: string[] = [];
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cham-files-'));
  folders.push(folder);
  return folder;
}
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })));

describe('files on a disk', () => {
  it('hold what was asked last when many ask at once, and no file is left beside them', async () => {
    const folder = newFolder();
    const files = diskFiles(folder);
    await Promise.all(Array.from({ length: 40 }, (_, index) => files.writeText(index % 2 === 0 ? 'even.json' : 'odd.json', `${index} ${'x'.repeat(40_000 - index * 1_000)}`)));
    expect((await files.readText('even.json'))?.split(' ')[0]).toBe('38');
    expect((await files.readText('odd.json'))?.split(' ')[0]).toBe('39');
    expect(readdirSync(folder).sort()).toEqual(['even.json', 'odd.json']);
  });

  it('take the next write after one that failed', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'blocked'), '');
    const files = diskFiles(folder);
    const [refused, taken] = await Promise.allSettled([files.writeText('blocked/inner.json', '1'), files.writeText('free.json', '2')]);
    expect([refused.status, taken.status]).toEqual(['rejected', 'fulfilled']);
    expect(await files.readText('free.json')).toBe('2');
  });

  it('never lead out of their folder', async () => {
    await expect(diskFiles(newFolder()).writeText('../outside.json', 'x')).rejects.toThrow(/leads out/);
  });
});
