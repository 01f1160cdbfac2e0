import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { inProject } from '#build/project-root.ts';
import { missingFfmpeg } from '#assets/clips/make/ffmpeg.ts';
import { flashesIn, readLuminance } from '#assets/clips/make/flash-check.ts';

const folder = mkdtempSync(join(tmpdir(), 'mot-cham-text-clip-'));
afterAll(() => rmSync(folder, { recursive: true }));

const SOUND = 'Mã: thu-nho\nTiêu đề: Thử\nTitle: A trial\n---\nHình: mọi người\nNgười: bà, cháu gái\nDòng: Xin chào\nLời: Xin chào ông bà.\nCaption: Hello.\n';

function clips(args: readonly string[], env: Readonly<Record<string, string>> = {}): { readonly code: number | null; readonly said: string } {
  const done = spawnSync(process.execPath, [inProject('assets/clips/make.ts'), ...args], { encoding: 'utf8', env: { ...process.env, ...env }, cwd: inProject('.') });
  return { code: done.status, said: `${done.stdout}${done.stderr}` };
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('npm run clips -- --text', () => {
  it('names every wrong line before it does anything slow, and makes nothing', () => {
    const { code, said } = clips(['--text', file('wrong.txt', SOUND.replace('mọi người', 'núi lửa').replace('Mã: thu-nho', 'Mã: Thứ nhỏ')), '--out', join(folder, 'wrong')]);
    expect(code).toBe(2);
    expect(said).toMatch(/wrong\.txt, line 1: "Thứ nhỏ"[^\n]*\nwrong\.txt, line 5: there is no picture "núi lửa"/);
    expect(existsSync(join(folder, 'wrong'))).toBe(false);
  });

  it('says what to install when there is no ffmpeg', () => {
    const { code, said } = clips(['--text', file('sound.txt', SOUND), '--out', join(folder, 'none')], { FFMPEG_PATH: join(folder, 'no-ffmpeg') });
    expect(code).toBe(1);
    expect(said).toMatch(/ffmpeg is missing\. Install it/);
  });

  it('says that a folder without a playlist is no pack', () => {
    expect(clips(['--text', file('sound.txt', SOUND), '--pack', folder])).toMatchObject({ code: 2, said: expect.stringMatching(/is no content pack/) });
  });

  it.skipIf(missingFfmpeg() !== null)('makes both encodings, a poster and captions that pass the flash check (E034), the same on every run', { timeout: 600_000 }, () => {
    const text = file('sound.txt', SOUND);
    const [first, second] = ['one', 'two'].map((name) => {
      const out = join(folder, name);
      expect(clips(['--text', text, '--size', '320x180', '--out', out])).toMatchObject({ code: 0 });
      const made = (end: string): Buffer => readFileSync(join(out, `thu-nho${end}`));
      expect(made('.vi.vtt').toString()).toContain('Xin chào ông bà.');
      expect(made('.en.vtt').toString()).toContain('Hello.');
      const light = readLuminance(join(out, 'thu-nho-320x180.mp4'));
      expect(light.length).toBe(90);
      expect(flashesIn(light, 25)).toBeNull();
      return ['-320x180.webm', '-320x180.mp4', '-320x180.webp'].map((end) => made(end).toString('base64'));
    });
    expect(first).toEqual(second);
  });
});
