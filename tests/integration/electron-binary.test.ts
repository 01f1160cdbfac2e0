import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findElectron } from '#build/launch/programs.ts';
import { inProject } from '#build/project-root.ts';
import { runStep } from '#build/steps/run-step.ts';

/** Starting a whole Electron on a busy machine, ms. */
const PATIENCE = 60_000;

/** Why the real shell cannot be shown here; null when it can. */
function obstacle(binary: string | null): string | null {
  if (binary === null) return 'the Electron binary is not installed (npx electron --version fetches it)';
  const display = process.env['WAYLAND_DISPLAY'] ?? process.env['DISPLAY'] ?? '';
  return process.platform === 'linux' && display === '' ? 'there is no display (DISPLAY, WAYLAND_DISPLAY)' : null;
}

const binary = findElectron();
const why = obstacle(binary);

if (binary === null || why !== null) {
  it(`COULD NOT RUN the real Electron shell: ${why ?? 'no binary'}`, () => {
    console.warn(`\n*** The real Electron shell was not tested: ${why ?? 'no binary'}. The typed fake in tests/unit/electron was.\n`);
    expect(why).not.toBeNull();
  });
} else {
  it('starts the real Electron shell, which opens its page and ends when it is told to', async () => {
    const built = await runStep({ name: 'build electron', args: ['build/parts/bundle-electron.ts'] });
    expect(built.ok, built.output).toBe(true);
    const dataDir = mkdtempSync(join(tmpdir(), 'electron-'));
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const child = spawn(binary, [...sandbox, inProject()], { env: { ...process.env, DATA_DIR: dataDir, KIOSK_WINDOWED: '1', KIOSK_URL: '' }, stdio: ['ignore', 'pipe', 'pipe'] });
    try {
      const line = await new Promise<string>((done, fail) => {
        let said = '';
        const hear = (piece: Buffer): void => {
          said += piece.toString();
          if (/^Kiosk\s+app:\/\/kiosk\//m.test(said)) done(said);
        };
        child.stdout.on('data', hear);
        child.stderr.on('data', hear);
        child.once('exit', (code) => fail(new Error(`Electron ended with ${code}: ${said}`)));
      });
      expect(line).not.toContain('page.failed');
    } finally {
      const gone = new Promise((done) => void child.once('exit', done));
      if (child.exitCode === null) {
        child.kill('SIGTERM');
        await gone;
      }
      rmSync(dataDir, { recursive: true, force: true });
    }
  }, PATIENCE);
}
