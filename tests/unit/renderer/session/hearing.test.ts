import { describe, expect, it } from 'vitest';
import { KioskDriver } from '#tests/driver/kiosk-driver.ts';
import { isInUse } from '#renderer/session/tell-use.ts';

const SILENT = { on: false, volume: 5, blank: false, headphones: false };

describe('a session that is heard', () => {
  it('begins on the loop, keeps new content away meanwhile, and ends by itself when nobody listens (E051, E075)', () => {
    const kiosk = new KioskDriver().press({ kind: 'set-hearing', on: true });
    expect(kiosk.screen.kind).toBe('attract');
    expect(isInUse(kiosk.state)).toBe(true);
    kiosk.send({ kind: 'notice', notice: { kind: 'reload' } });
    expect(kiosk.effects).not.toContainEqual({ kind: 'reload-page' });
    expect(kiosk.waitSeconds(59).state.comfort.hearing.on).toBe(true);
    expect(kiosk.waitSeconds(2).state.comfort.hearing).toEqual(SILENT);
    expect(kiosk.effects).toContainEqual({ kind: 'reload-page' });
  });

  it('goes back to the first volume and a bright screen at its end (E058, E061, E075)', () => {
    const kiosk = new KioskDriver().wake().press({ kind: 'set-hearing', on: true }).press({ kind: 'set-volume', volume: 8 }).press({ kind: 'set-blank', on: true });
    expect(kiosk.state.comfort.hearing).toEqual({ on: true, volume: 8, blank: true, headphones: false });
    kiosk.press({ kind: 'finish' });
    expect(kiosk.screen.kind).toBe('attract');
    expect(kiosk.state.comfort.hearing).toEqual(SILENT);
  });

  it('begins with a plug, and falls silent when it is pulled: nothing goes on over the loudspeaker (E051, E060)', () => {
    const kiosk = new KioskDriver().wake().press({ kind: 'headphones', plugged: true });
    expect(kiosk.state.comfort.hearing).toMatchObject({ on: true, headphones: true });
    expect(kiosk.press({ kind: 'headphones', plugged: false }).state.comfort.hearing).toEqual(SILENT);
  });

  it('turns the picture dark only while it is heard (E061)', () => {
    expect(new KioskDriver().wake().press({ kind: 'set-blank', on: true }).state.comfort.hearing.blank).toBe(false);
  });

  it('takes volume steps as fast as they are pressed', () => {
    const kiosk = new KioskDriver().wake().press({ kind: 'set-hearing', on: true });
    kiosk.send({ kind: 'set-volume', volume: 6 }).send({ kind: 'set-volume', volume: 7 });
    expect(kiosk.state.comfort.hearing.volume).toBe(7);
  });

  it('leaves time to take a tap back after the thanks have been read', () => {
    const kiosk = new KioskDriver().press({ kind: 'set-hearing', on: true }).touchFace(2);
    expect(kiosk.screen.kind).toBe('thanks');
    kiosk.waitSeconds(12).press({ kind: 'undo' });
    expect(kiosk.entries('retract')).toHaveLength(1);
  });
});
