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

async function sayWhyNot(): Promise<void> {
  console.warn(`\n*** The real Electron shell was not tested: ${why ?? ''}. The typed fake in tests/unit/electron was.\n`);
  expect(why).not.toBeNull();
}

async function startRealShell(): Promise<void> {
  const built = await runStep({ name: 'build electron', args: ['build/parts/bundle-electron.ts'] });
  expect(built).toMatchObject({ ok: true });
  const dataDir = mkdtempSync(join(tmpdir(), 'electron-'));
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(binary ?? '', [...sandbox, inProject()], { env: { ...process.env, DATA_DIR: dataDir, KIOSK_WINDOWED: '1', KIOSK_URL: '' }, stdio: ['ignore', 'pipe', 'pipe'] });
  try {
    const said = await new Promise<string>((done, fail) => {
      let text = '';
      const hear = (piece: Buffer): void => {
        text += piece.toString();
        if (/^Kiosk\s+app:\/\/kiosk\//m.test(text)) done(text);
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.once('exit', (code) => fail(new Error(`Electron ended with ${code}: ${text}`)));
    });
    expect(said).not.toContain('page.failed');
  } finally {
    const gone = new Promise((done) => void child.once('exit', done));
    if (child.exitCode === null) {
      child.kill('SIGTERM');
      await gone;
    }
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const title = why === null ? 'the real Electron shell opens its page and ends when it is told to' : `COULD NOT RUN the real Electron shell: ${why}`;
it(title, why === null ? startRealShell : sayWhyNot, PATIENCE);
