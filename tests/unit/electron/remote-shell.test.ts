import { describe, expect, it } from 'vitest';
import { APP_PAGE } from '#electron/page-address.ts';
import { recoverPage } from '#electron/recover-page.ts';
import { answerLauncher, remoteShell } from '#electron/remote-shell.ts';
import { FakeContents } from '#tests/fakes/electron.ts';
import { ManualTime } from '#tests/fakes/manual-time.ts';
import { QuietLog } from '#tests/fakes/quiet-log.ts';

function shown() {
  const time = new ManualTime();
  const contents = new FakeContents();
  const log = new QuietLog();
  const restarts: boolean[] = [];
  const page = recoverPage({ contents, address: APP_PAGE, clock: time.clock, timers: time.timers, log, onRestart: (safe) => restarts.push(safe) });
  let relaunches = 0;
  const shell = remoteShell(() => void (relaunches += 1));
  return { time, contents, log, page, shell, restarts, relaunches: () => relaunches, attach: () => shell.attach({ contents, renew: page.renew }) };
}

describe('the window of a real kiosk, asked from afar', () => {
  it('gives what is on the screen, black or blank too', async () => {
    const { shell, contents, attach } = shown();
    expect(await shell.capture()).toBe('no-window');
    attach();
    contents.picture = new Uint8Array([0xff, 0xd8, 0xff, 0]);
    expect(await shell.capture()).toEqual(contents.picture);
    contents.destroyed = true;
    expect([await shell.capture(), shell.reload()]).toEqual(['no-window', 'no-page']);
  });

  it('loads the page anew without counting it as a failure, also from the safe page', async () => {
    const { shell, contents, restarts, attach, time } = shown();
    attach();
    for (let turn = 0; turn < 5; turn += 1) expect(shell.reload()).toBeNull();
    expect(restarts).toEqual([]);
    expect(new Set(contents.loads)).toEqual(new Set([APP_PAGE.main]));
    for (let crash = 0; crash < 4; crash += 1) contents.crash('crashed');
    await time.pass(10);
    expect(contents.loads.at(-1)).toBe(APP_PAGE.safe);
    shell.reload();
    expect(contents.loads.at(-1)).toBe(APP_PAGE.main);
    contents.crash('crashed');
    await time.pass(10);
    expect(contents.loads.at(-1)).toBe(APP_PAGE.main);
  });

  it('starts the whole kiosk anew', () => {
    const { shell, relaunches } = shown();
    shell.restart?.();
    expect(relaunches()).toBe(1);
  });

  it('gives the program that opened it a picture, and null when it cannot', async () => {
    const { shell, contents, log, attach } = shown();
    attach();
    const sent: unknown[] = [];
    let ask: (message: unknown) => void = () => undefined;
    answerLauncher({ send: (message) => void sent.push(message), on: (_event, hear) => void (ask = hear) }, shell.capture, log);
    for (const message of [null, { kind: 'other' }, { kind: 'capture', ask: 'x' }]) ask(message);
    ask({ kind: 'capture', ask: 7 });
    await new Promise((resolve) => setImmediate(resolve));
    contents.capturePage = async () => {
      throw new Error('the surface is gone');
    };
    ask({ kind: 'capture', ask: 8 });
    await new Promise((resolve) => setImmediate(resolve));
    expect(sent).toEqual([{ kind: 'captured', ask: 7, picture: '/9j/' }, { kind: 'captured', ask: 8, picture: null }]);
  });
});
