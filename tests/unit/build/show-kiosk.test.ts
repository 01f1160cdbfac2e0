import { describe, expect, it } from 'vitest';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decideWindow, hasPrinter, type WindowFacts } from '#build/commands/show-kiosk.ts';
import { inProject } from '#build/project-root.ts';
import { decideRestart, NO_RESTARTS, RESTART_SPAN, SLOW_RESTART } from '#build/launch/decide-restart.ts';

const FACTS: WindowFacts = {
  platform: 'linux', electron: '/opt/electron', browser: '/opt/chromium', hasDisplay: true, isRoot: false, profileFolder: '/data/browser', url: 'http://127.0.0.1:8081',
};

describe('the kiosk\'s window', () => {
  it('prints without a dialogue once staff have set a printer (E104)', () => {
    const plan = decideWindow({ ...FACTS, electron: null, prints: true });
    expect(plan.kind === 'window' && plan.args.includes('--kiosk-printing')).toBe(true);
    const without = decideWindow({ ...FACTS, electron: null });
    expect(without.kind === 'window' && without.args.includes('--kiosk-printing')).toBe(false);
  });

  it('is the browser, not Electron, once there is a printer: no citizen is ever asked which (E104)', () => {
    expect(decideWindow({ ...FACTS, prints: true })).toMatchObject({ name: 'browser', args: expect.arrayContaining(['--kiosk-printing']) });
    expect(decideWindow({ ...FACTS, prints: true, browser: null })).toMatchObject({ name: 'Electron' });
  });

  it('learns of the printer from what the host keeps', () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'mot-cham-window-'));
    expect(hasPrinter(dataDir)).toBe(false);
    mkdirSync(join(dataDir, 'kiosk'));
    const keep = (text: string): void => writeFileSync(join(dataDir, 'kiosk', 'kiosk.json'), text);
    keep(JSON.stringify({ settings: { language: 'vi', printer: 'receipt' } }));
    expect(hasPrinter(dataDir)).toBe(true);
    keep(JSON.stringify({ settings: { language: 'vi', printer: 'none' } }));
    expect(hasPrinter(dataDir)).toBe(false);
    keep(JSON.stringify({ settings: { language: 'vi' } }));
    expect(hasPrinter(dataDir)).toBe(false);
    keep('{');
    expect(hasPrinter(dataDir)).toBe(false);
    rmSync(dataDir, { recursive: true });
  });

  it('is Electron where its binary is', () => {
    const plan = decideWindow(FACTS);
    expect(plan).toMatchObject({ kind: 'window', command: '/opt/electron', env: { KIOSK_URL: FACTS.url }, warning: null });
  });

  it('is an installed browser in kiosk mode, with a private profile and no gesture out of the page (E006)', () => {
    const plan = decideWindow({ ...FACTS, electron: null });
    expect(plan).toMatchObject({ kind: 'window', command: '/opt/chromium' });
    const args = plan.kind === 'window' ? plan.args : [];
    expect(args).toEqual(expect.arrayContaining(['--kiosk', '--disable-pinch', '--overscroll-history-navigation=0', '--user-data-dir=/data/browser']));
    expect(args).toEqual(expect.arrayContaining(['--disable-extensions', '--deny-permission-prompts', '--disable-sync', '--disable-component-update', '--noerrdialogs', '--no-first-run']));
    for (const feature of ['OverscrollHistoryNavigation', 'TouchpadOverscrollHistoryNavigation', 'Translate', 'HardwareMediaKeyHandling']) expect(args.find((arg) => arg.startsWith('--disable-features='))).toContain(feature);
    expect(args.at(-1)).toBe(FACTS.url);
    expect(args.filter((arg) => /no-sandbox|remote-debugging-port|disable-web-security|remote-allow-origins|ignore-certificate/.test(arg))).toEqual([]);
  });

  it('has a policy for managed machines that allows the kiosk\'s own address and nothing else', () => {
    const policy: unknown = JSON.parse(readFileSync(inProject('build/resources/chromium-policy.json'), 'utf8'));
    expect(policy).toMatchObject({ URLBlocklist: expect.arrayContaining(['*', 'file://*', 'chrome://*']), URLAllowlist: [FACTS.url, 'chrome://print'], DownloadRestrictions: 3, DefaultPopupsSetting: 2, AllowFileSelectionDialogs: false, ExtensionInstallBlocklist: ['*'] });
  });

  it('gives up the sandbox for root only, and says so', () => {
    const plan = decideWindow({ ...FACTS, electron: null, isRoot: true });
    expect(plan).toMatchObject({ warning: expect.stringContaining('root') });
    expect(plan.kind === 'window' && plan.args).toContain('--no-sandbox');
  });

  it('is none without a display or a program, with the reason', () => {
    expect(decideWindow({ ...FACTS, hasDisplay: false })).toMatchObject({ kind: 'none', reason: expect.stringContaining('display') });
    expect(decideWindow({ ...FACTS, electron: null, browser: null })).toMatchObject({ kind: 'none', reason: expect.stringContaining('Chromium') });
    expect(decideWindow({ ...FACTS, platform: 'win32', hasDisplay: false })).toMatchObject({ kind: 'window' });
  });

  it('is opened again at once three times in ten minutes, then after five seconds, and never given up; old deaths are forgotten', () => {
    let state = NO_RESTARTS;
    const die = (at: number): number => {
      const next = decideRestart(state, at);
      state = next.state;
      return next.delay;
    };
    expect([0, 1, 2, 3, 4].map(die)).toEqual([0, 0, 0, SLOW_RESTART, SLOW_RESTART]);
    expect(die(RESTART_SPAN + 10)).toBe(0);
  });
});
