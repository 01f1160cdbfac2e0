import { describe, expect, it } from 'vitest';
import { KioskDriver } from '#tests/driver/kiosk-driver.ts';
import { announcedSeconds } from '#renderer/session/selectors.ts';
import { needsTicks } from '#renderer/session/moves/clock.ts';

function warned(kiosk: KioskDriver): boolean {
  return kiosk.state.overlay.kind === 'idle-warning';
}

describe('nobody touches the screen', () => {
  it('warns after 60 s on a screen to read, 120 s on a form or a QR (E072)', () => {
    const reading = new KioskDriver().wake();
    expect(warned(reading.waitSeconds(59))).toBe(false);
    expect(warned(reading.waitSeconds(2))).toBe(true);
    const typing = new KioskDriver().wake().press({ kind: 'open-search' });
    expect(warned(typing.waitSeconds(119))).toBe(false);
    expect(warned(typing.waitSeconds(2))).toBe(true);
    const scanning = new KioskDriver().wake().openGuide('khai-sinh').press({ kind: 'open-handoff' });
    expect(warned(scanning.waitSeconds(119))).toBe(false);
    expect(warned(scanning.waitSeconds(2))).toBe(true);
  });

  it('waits twice as long for someone who hears the screen (E072)', () => {
    const kiosk = new KioskDriver().wake().press({ kind: 'set-hearing', on: true });
    expect(warned(kiosk.waitSeconds(119))).toBe(false);
    expect(warned(kiosk.waitSeconds(2))).toBe(true);
  });

  it('waits twice as long for someone who reads large text (E072)', () => {
    const kiosk = new KioskDriver().wake().press({ kind: 'set-text-size', textSize: 1.25 });
    expect(warned(kiosk.waitSeconds(119))).toBe(false);
    expect(warned(kiosk.waitSeconds(2))).toBe(true);
  });

  it('counts 30 s down and then forgets everything (E070, E075, E194)', () => {
    const kiosk = new KioskDriver().wake().press({ kind: 'set-language', language: 'en' }).press({ kind: 'set-contrast', contrast: 'dark' });
    kiosk.press({ kind: 'set-low-reach', on: true }).press({ kind: 'open-search' }).press({ kind: 'search-text', text: 'canary' });
    kiosk.waitSeconds(121);
    expect(kiosk.state.overlay).toMatchObject({ kind: 'idle-warning' });
    kiosk.waitSeconds(30);
    expect(kiosk.screen).toEqual({ kind: 'attract', saving: null });
    expect(kiosk.state.comfort).toEqual({ language: 'vi', textSize: 1, contrast: 'paper', lowReach: false, hearing: { on: false, volume: 5, blank: false, headphones: false } });
    expect(JSON.stringify(kiosk.state)).not.toContain('canary');
  });

  it('speaks the countdown at 30, 10 and 5 seconds and not in between (E074)', () => {
    const kiosk = new KioskDriver().wake().waitSeconds(60);
    const heard: (number | null)[] = [announcedSeconds(kiosk.state)];
    for (let second = 0; second < 29; second += 1) {
      const said = announcedSeconds(kiosk.waitSeconds(1).state);
      if (said !== heard.at(-1)) heard.push(said);
    }
    expect(heard).toEqual([30, 10, 5]);
  });

  it('lets "Tôi vẫn ở đây" extend without an end, and stays where it was (E070, E071)', () => {
    const kiosk = new KioskDriver().wake().openGuide('khai-sinh');
    for (let time = 0; time < 12; time += 1) {
      kiosk.waitSeconds(75);
      expect(warned(kiosk)).toBe(true);
      kiosk.press({ kind: 'still-here' });
      expect(warned(kiosk)).toBe(false);
    }
    expect(kiosk.screen.kind).toBe('guide');
  });

  it('starts the countdown anew at any touch or key (E073)', () => {
    const kiosk = new KioskDriver().wake().waitSeconds(85).send({ kind: 'activity' }).waitSeconds(29);
    expect(warned(kiosk)).toBe(true);
    expect(kiosk.waitSeconds(1).screen.kind).toBe('attract');
  });

  it('counts any touch or key as being there (E073)', () => {
    const kiosk = new KioskDriver().wake().waitSeconds(50).send({ kind: 'activity' }).waitSeconds(59);
    expect(warned(kiosk)).toBe(false);
  });

  it('guards the warning from a touch that was meant for what lay beneath (E077)', () => {
    const kiosk = new KioskDriver().wake().waitSeconds(60);
    expect(warned(kiosk)).toBe(true);
    kiosk.pass(300).send({ kind: 'finish' });
    expect(kiosk.screen.kind).toBe('home');
  });

  it('gives the loop its own language back when someone changed it and went away (E075)', () => {
    const kiosk = new KioskDriver().press({ kind: 'set-language', language: 'en' });
    expect(needsTicks(kiosk.state)).toBe(true);
    expect(kiosk.waitSeconds(31).state.comfort.language).toBe('vi');
    expect(needsTicks(kiosk.state)).toBe(false);
  });

  it('needs no clock while the loop plays alone', () => {
    expect(needsTicks(new KioskDriver().state)).toBe(false);
    expect(needsTicks(new KioskDriver().wake().state)).toBe(true);
  });

  it('ends a session at "Kết thúc" at once, in one tap (E076)', () => {
    expect(new KioskDriver().wake().press({ kind: 'open-search' }).press({ kind: 'finish' }).screen.kind).toBe('attract');
  });

  it('refuses a touch on the loop just after a session has ended under the finger (E077)', () => {
    const kiosk = new KioskDriver().wake().press({ kind: 'finish' });
    kiosk.pass(200).send({ kind: 'face', score: 1 });
    expect(kiosk.ledger).toEqual([]);
  });
});

describe('overlays', () => {
  it('open over the screen and close to it, and "Quay lại" closes them first', () => {
    const kiosk = new KioskDriver().wake().press({ kind: 'open-search' }).press({ kind: 'open-help' });
    expect(kiosk.state.overlay.kind).toBe('help');
    expect(kiosk.press({ kind: 'back' }).state.overlay.kind).toBe('none');
    expect(kiosk.screen.kind).toBe('search');
    expect(kiosk.press({ kind: 'open-comfort' }).press({ kind: 'close-overlay' }).state.overlay.kind).toBe('none');
  });

  it('give way to the warning when nobody is there', () => {
    const kiosk = new KioskDriver().wake().press({ kind: 'open-help' }).waitSeconds(60);
    expect(warned(kiosk)).toBe(true);
  });
});

describe('the calendar', () => {
  it('turns at midnight of the service point, while the loop plays (promise 8)', () => {
    const kiosk = new KioskDriver();
    expect(kiosk.state.kiosk.today).toBe('2026-11-23');
    // 10:00 plus 13 h 59 min, and two minutes more.
    kiosk.pass(13 * 3_600_000 + 59 * 60_000 - 1_000).send({ kind: 'clip-played', clip: 'family', seconds: 10 });
    expect(kiosk.state.kiosk.today).toBe('2026-11-23');
    kiosk.pass(120_000).send({ kind: 'clip-played', clip: 'family', seconds: 10 });
    expect(kiosk.state.kiosk.today).toBe('2026-11-24');
  });
});

describe('a bug', () => {
  it('brings the calm screen, is reported, and is followed by a session as new', () => {
    const kiosk = new KioskDriver().wake().press({ kind: 'set-language', language: 'en' }).send({ kind: 'bug', message: 'boom' });
    expect(kiosk.screen.kind).toBe('calm');
    expect(kiosk.effects).toContainEqual({ kind: 'report-bug', message: 'boom' });
    kiosk.press({ kind: 'open-home' });
    expect(kiosk.screen.kind).toBe('calm');
    expect(kiosk.waitSeconds(5).screen.kind).toBe('attract');
    expect(kiosk.state.comfort.language).toBe('vi');
  });
});

describe('news from the host', () => {
  it('is kept until the citizen has gone: content does not change under their eyes', () => {
    const kiosk = new KioskDriver().wake().send({ kind: 'notice', notice: { kind: 'content', version: '2026.12.1' } });
    expect(kiosk.effects).not.toContainEqual({ kind: 'load-content' });
    kiosk.press({ kind: 'finish' });
    expect(kiosk.effects).toContainEqual({ kind: 'load-content' });
  });

  it('is followed at once while the loop plays alone', () => {
    const kiosk = new KioskDriver().send({ kind: 'notice', notice: { kind: 'reload' } });
    expect(kiosk.effects).toContainEqual({ kind: 'reload-page' });
  });

  it('asks the host again when it did not answer at the start', () => {
    const kiosk = new KioskDriver();
    kiosk.state = { ...kiosk.state, screen: { kind: 'starting', refusal: null, retryAt: null } };
    kiosk.send({ kind: 'boot-failed', code: 'KIOSK_HOST_AWAY' }).waitSeconds(3);
    expect(kiosk.effects.filter((effect) => effect.kind === 'load')).toHaveLength(1);
  });
});

describe('plays of clips', () => {
  it('are counted a quarter hour at a time, one entry for each', () => {
    const kiosk = new KioskDriver();
    for (let play = 0; play < 4; play += 1) kiosk.send({ kind: 'clip-played', clip: 'family', seconds: 10 });
    expect(kiosk.entries('play')).toEqual([]);
    kiosk.pass(15 * 60_000).send({ kind: 'clip-played', clip: 'family', seconds: 10 });
    expect(kiosk.entries('play')).toEqual([{ kind: 'play', clip: 'family', plays: 4, seconds: 40, from: Date.UTC(2026, 10, 23, 3) }]);
  });
});
