import { describe, expect, it } from 'vitest';
import { KioskDriver } from '#tests/driver/kiosk-driver.ts';

function searching(): KioskDriver {
  return new KioskDriver().wake().press({ kind: 'open-search' }).pass(1_000);
}

function type(kiosk: KioskDriver, keys: string, everyMs: number, telex = true): string {
  for (const key of keys) kiosk.pass(everyMs).send({ kind: 'search-key', key, telex });
  return kiosk.screen.kind === 'search' ? kiosk.screen.query : '';
}

describe('typing on the search screen', () => {
  it('takes two equal letters at a natural speed, so that Telex needs no patience (E008, E122)', () => {
    expect(type(searching(), 'cawn cuowcs ddieenj tuwr', 160)).toBe('căn cước điện tử');
  });

  it('takes equal letters 149 ms apart for a trembling finger, not for two (E008)', () => {
    expect(type(searching(), 'tee', 149)).toBe('te');
    expect(type(searching(), 'tee', 150)).toBe('tê');
  });

  it('gives whoever chose larger text the whole half second (E008, E072)', () => {
    const slow = (): KioskDriver => {
      const kiosk = searching();
      return kiosk.press({ kind: 'set-text-size', textSize: 1.25 });
    };
    expect(type(slow(), 'tee', 499)).toBe('te');
    expect(type(slow(), 'tee', 500)).toBe('tê');
  });

  it('takes every key of a real keyboard, however fast (E123)', () => {
    const kiosk = searching();
    kiosk.press({ kind: 'set-text-size', textSize: 1.5 });
    for (const key of 'google') kiosk.send({ kind: 'search-key', key, telex: true, real: true });
    expect(kiosk.screen).toMatchObject({ query: 'google' });
  });

  it('leaves letters alone with Telex off, and keeps tone keys (E121)', () => {
    const kiosk = searching();
    expect(type(kiosk, 'fees', 200, false)).toBe('fees');
    kiosk.press({ kind: 'search-key', key: 'Clear' });
    type(kiosk, 'hoa', 200, false);
    kiosk.press({ kind: 'search-key', key: 'tone-grave', telex: false });
    expect(kiosk.screen).toMatchObject({ query: 'hòa' });
  });

  it('takes no more than sixty letters, and leaves what is there as it is', () => {
    const kiosk = searching();
    expect(type(kiosk, 'ab'.repeat(40), 200, false)).toHaveLength(60);
  });
});
