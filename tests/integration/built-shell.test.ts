import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildParts } from '#build/parts/build-parts.ts';
import { inProject } from '#build/project-root.ts';
import { KIOSK_CHANNELS } from '#contract/kiosk-channels.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'mot-cham-shell-'));

async function runShell(env: Readonly<Record<string, string>> = {}): Promise<Record<string, unknown>> {
  // As in a package: a windowed kiosk or a foreign door cannot be asked for from outside.
  const given = { ...process.env, DATA_DIR: dataDir, PACK_DIR: inProject('assets/pack'), KIOSK_WINDOWED: '1', KIOSK_URL: 'https://evil.example/', ...env };
  const { stdout } = await promisify(execFile)(process.execPath, [inProject('tests/driver/run-built-shell.ts')], { cwd: inProject(), env: given });
  const found: unknown = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
  return found as Record<string, unknown>;
}

let shell: Record<string, unknown>;
beforeAll(async () => {
  await buildParts({ force: false, only: ['electron', 'renderer'], log: () => undefined });
  shell = await runShell();
  // Another build may hold the lock for a while; the shell itself needs a second.
}, 180_000);
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

describe('the built shell, run on a module that only remembers', () => {
  it('sandboxes before it is ready, keeps its session in memory, has no menu and keeps the screen on', () => {
    expect(shell['sandboxed']).toBe(true);
    expect(shell['happened']).toEqual(['enableSandbox', 'whenReady', 'ready', 'menu null', 'partition kiosk', 'prevent-display-sleep']);
  });

  it('opens one locked window on its own page, whatever its environment says', () => {
    expect(shell).toMatchObject({ windows: 1, loads: ['app://kiosk/index.html'], closes: false });
    expect(shell['options']).toMatchObject({ kiosk: true, webPreferences: { contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true, devTools: false, disableDialogs: true, session: true } });
  });

  it('serves its page over a scheme that bypasses no policy, and nothing beside it', () => {
    expect(shell['privileged']).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } }]);
    expect(shell['page']).toMatchObject({ status: 200, policy: expect.stringContaining("default-src 'none'") });
    expect(shell['page']).not.toMatchObject({ policy: expect.stringContaining('unsafe') });
    for (const answer of shell['elsewhere'] as readonly unknown[]) expect(answer).toMatchObject({ status: 404 });
  });

  it.each(['index.html', 'safe.html'])('needs no inline script, style or handler in %s, so the policy can refuse them all', (name) => {
    const page = readFileSync(inProject('dist/renderer', name), 'utf8');
    expect(page.match(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=|javascript:|https?:/gi)).toBeNull();
  });

  it('goes nowhere, fetches nothing foreign, grants nothing, and hears no key that reloads', () => {
    expect(shell).toMatchObject({ leaves: false, fetches: [false, false, true], granted: [false, false], checks: [false, false], reloads: false });
  });

  it('hears every channel from its own page only, and parses what it says', () => {
    expect(shell['channels']).toBe(Object.keys(KIOSK_CHANNELS).length);
    for (const who of ['strangers', 'frames', 'others']) expect([who, shell[who]]).toEqual([who, ['KIOSK_FORBIDDEN']]);
    expect(shell['own']).toMatchObject({ ok: true, value: { shell: 'electron' } });
    expect(shell['unparsed']).toMatchObject({ ok: false, error: { code: 'REQUEST_INVALID' } });
  });

  it('gives its page named verbs and a listener, nothing of Electron', () => {
    expect(shell['exposed']).toEqual({ kioskShell: ['verbs', 'onNotice'] });
  });

  it('ends at once when it runs already', async () => {
    expect(await runShell({ FAKE_SECOND_INSTANCE: '1' })).toMatchObject({ exits: [0], windows: 0 });
  });

  it('never opens anything outside, and holds no address to fetch code from', () => {
    const program = readFileSync(inProject('dist/electron/main.js'), 'utf8');
    expect(/import \{([^}]*)\} from "electron"/.exec(program)?.[1]?.split(',').map((name) => name.trim()).toSorted()).toEqual(['BrowserWindow', 'Menu', 'app', 'ipcMain', 'powerSaveBlocker', 'protocol', 'safeStorage', 'session']);
    expect(program.match(/openExternal|child_process|\beval\(|new Function\(/g)).toBeNull();
    // The one thing said to the page from outside is a text of the program's own.
    expect(program.match(/executeJavaScript\([^)]*\)/g)).toEqual(['executeJavaScript(LOOK_AT_PAGE)']);
  });
});
