import { describe, expect, it } from 'vitest';
import { KioskDriver } from '#tests/driver/kiosk-driver.ts';
import { FAKE_STATUS, fakeDay, READY_BOOT } from '#tests/fakes/fake-kiosk-api.ts';
import type { Screen } from '#renderer/session/state.ts';

const KEY = 'key-of-sixteen-signs';

function typePin(kiosk: KioskDriver, pin: string): KioskDriver {
  for (const digit of pin) kiosk.pass(90).send({ kind: 'pin-digit', digit });
  return kiosk.send({ kind: 'pin-enter' });
}

function atPin(boot = READY_BOOT): KioskDriver {
  return new KioskDriver({ boot }).wake().press({ kind: 'open-help' }).press({ kind: 'open-staff' }).pass(500);
}

function view(kiosk: KioskDriver): Extract<Screen, { kind: 'staff' }>['view'] {
  if (kiosk.screen.kind !== 'staff') throw new Error(`at ${kiosk.screen.kind}`);
  return kiosk.screen.view;
}

describe('staff', () => {
  it('come in by "Cần giúp" and a PIN; quick digits are not taken for a tremor', () => {
    const kiosk = typePin(atPin(), '224466');
    expect(kiosk.effects).toContainEqual({ kind: 'staff-unlock', pin: '224466' });
    kiosk.send({ kind: 'staff-opened', key: KEY });
    expect(view(kiosk)).toMatchObject({ kind: 'open', page: 'day', days: null, busy: true });
    expect(kiosk.effects).toContainEqual({ kind: 'staff-load', key: KEY });
  });

  it('see the figures when they come', () => {
    const kiosk = typePin(atPin(), '224466').send({ kind: 'staff-opened', key: KEY });
    kiosk.send({ kind: 'staff-days', days: [fakeDay('2026-11-23')] }).send({ kind: 'staff-status', status: FAKE_STATUS });
    expect(view(kiosk)).toMatchObject({ days: [{ taps: 142 }], status: { waiting: 3 }, busy: false });
  });

  it('who walk away leave a page that closes by itself, with nothing typed and no key in it', () => {
    const typing = atPin();
    for (const digit of '2244') typing.pass(90).send({ kind: 'pin-digit', digit });
    const open = typePin(atPin(), '224466').send({ kind: 'staff-opened', key: KEY });
    for (const kiosk of [typing, open]) {
      kiosk.waitSeconds(300);
      expect(kiosk.screen.kind).toBe('attract');
      expect(JSON.stringify(kiosk.state)).not.toMatch(/2244|key-of-sixteen/);
    }
    expect(open.effects).toContainEqual({ kind: 'staff-lock', key: KEY });
  });

  it('see figures read anew with each page', () => {
    const kiosk = typePin(atPin(), '224466').send({ kind: 'staff-opened', key: KEY }).send({ kind: 'staff-page', page: 'machine' });
    expect(view(kiosk)).toMatchObject({ page: 'machine' });
    expect(kiosk.effects.filter((effect) => effect.kind === 'staff-load')).toHaveLength(2);
  });

  it('are told that the PIN is wrong, and how long to wait, and type anew', () => {
    const kiosk = typePin(atPin(), '111111').send({ kind: 'staff-refused', refusal: { code: 'STAFF_PIN_LOCKED', retrySeconds: 30 } });
    expect(view(kiosk)).toEqual({ kind: 'pin', typed: '', busy: false, refusal: { code: 'STAFF_PIN_LOCKED', retrySeconds: 30 } });
  });

  it('set the PIN, typed twice, on a kiosk that has none', () => {
    const kiosk = typePin(atPin({ ...READY_BOOT, pinSet: false }), '135791');
    expect(view(kiosk)).toMatchObject({ kind: 'set-pin', first: '135791', typed: '' });
    typePin(kiosk, '135790');
    expect(view(kiosk)).toMatchObject({ kind: 'set-pin', first: null, differ: true });
    typePin(typePin(kiosk, '135791'), '135791');
    expect(kiosk.effects).toContainEqual({ kind: 'staff-set-pin', pin: '135791', key: null });
    kiosk.send({ kind: 'staff-opened', key: KEY });
    expect(kiosk.state.kiosk.boot?.pinSet).toBe(true);
  });

  it('are sent back to the PIN when the host has locked the page', () => {
    const kiosk = typePin(atPin(), '224466').send({ kind: 'staff-opened', key: KEY });
    kiosk.send({ kind: 'staff-refused', refusal: { code: 'STAFF_LOCKED', retrySeconds: null } });
    expect(view(kiosk).kind).toBe('pin');
  });

  it('leave nothing behind: locking, "Kết thúc" and idling all give the key back', () => {
    for (const leave of [(kiosk: KioskDriver) => kiosk.send({ kind: 'staff-lock' }), (kiosk: KioskDriver) => kiosk.press({ kind: 'finish' }), (kiosk: KioskDriver) => kiosk.waitSeconds(151)]) {
      const kiosk = leave(typePin(atPin(), '224466').send({ kind: 'staff-opened', key: KEY }));
      expect(kiosk.screen.kind).toBe('attract');
      expect(kiosk.effects).toContainEqual({ kind: 'staff-lock', key: KEY });
      expect(JSON.stringify(kiosk.state)).not.toContain(KEY);
    }
  });

  it('who left before the key came do not leave the door open', () => {
    const kiosk = typePin(atPin(), '224466').press({ kind: 'finish' }).send({ kind: 'staff-opened', key: KEY });
    expect(kiosk.screen.kind).toBe('attract');
    expect(kiosk.effects).toContainEqual({ kind: 'staff-lock', key: KEY });
  });

  it('cannot rate from their page (E158)', () => {
    const kiosk = typePin(atPin(), '224466').send({ kind: 'staff-opened', key: KEY }).press({ kind: 'face', score: 5 });
    expect(kiosk.entries('tap')).toEqual([]);
  });
});

describe('set-up', () => {
  const NEW = { ...READY_BOOT, phase: 'set-up' as const, servicePoint: null, pinSet: false };
  const setup = (kiosk: KioskDriver): Extract<Screen, { kind: 'setup' }> => {
    if (kiosk.screen.kind !== 'setup') throw new Error(`at ${kiosk.screen.kind}`);
    return kiosk.screen;
  };

  it('goes by language, screen, centre and PIN, and ends at the loop', () => {
    const kiosk = new KioskDriver({ boot: NEW });
    kiosk.send({ kind: 'setup-choose', settings: { ...NEW.settings, language: 'en' } }).send({ kind: 'setup-next' });
    expect(kiosk.state.comfort.language).toBe('en');
    expect(setup(kiosk.send({ kind: 'setup-next' })).step).toBe('centre');
    kiosk.send({ kind: 'setup-type', field: 'centreUrl', text: ' https://motcham.vn ' }).send({ kind: 'setup-type', field: 'pairingCode', text: 'k7p4-2mxq' });
    kiosk.send({ kind: 'setup-enrol' });
    expect(kiosk.effects).toContainEqual({ kind: 'enrol', centreUrl: 'https://motcham.vn', pairingCode: 'K7P4-2MXQ', key: null });
    expect(setup(kiosk.send({ kind: 'boot-changed', boot: { ...NEW, servicePoint: READY_BOOT.servicePoint } })).step).toBe('pin');
    typePin(typePin(kiosk, '135791'), '135791').send({ kind: 'staff-opened', key: KEY });
    expect(kiosk.effects).toContainEqual({ kind: 'save-settings', settings: { ...NEW.settings, language: 'en' }, finish: true, key: KEY });
    kiosk.send({ kind: 'boot-changed', boot: { ...READY_BOOT, settings: { ...NEW.settings, language: 'en' } } });
    expect(kiosk.screen.kind).toBe('attract');
  });

  it('shows a wrong pairing code plainly and keeps what was typed (E102)', () => {
    const kiosk = new KioskDriver({ boot: NEW }).send({ kind: 'setup-go', step: 'centre' });
    kiosk.send({ kind: 'setup-type', field: 'centreUrl', text: 'https://motcham.vn' }).send({ kind: 'setup-type', field: 'pairingCode', text: 'XXXX' }).send({ kind: 'setup-enrol' });
    kiosk.send({ kind: 'staff-refused', refusal: { code: 'ENROL_CODE_UNKNOWN', retrySeconds: null } });
    expect(setup(kiosk)).toMatchObject({ busy: false, refusal: { code: 'ENROL_CODE_UNKNOWN' }, centreUrl: 'https://motcham.vn', pairingCode: 'XXXX' });
  });

  it('skips what is done: an enrolled kiosk with a PIN is asked for language and screen only', () => {
    const kiosk = new KioskDriver({ boot: { ...READY_BOOT, phase: 'set-up' } });
    kiosk.send({ kind: 'setup-next' }).send({ kind: 'setup-next' });
    expect(kiosk.effects).toContainEqual({ kind: 'save-settings', settings: READY_BOOT.settings, finish: true, key: null });
  });

  it('lets a kiosk run alone', () => {
    const kiosk = new KioskDriver({ boot: NEW }).send({ kind: 'setup-go', step: 'centre' }).send({ kind: 'setup-run-alone' });
    expect(setup(kiosk).step).toBe('pin');
  });

  it('connects a kiosk that ran alone later, with the key of staff, and gives the key back', () => {
    const kiosk = typePin(atPin({ ...READY_BOOT, servicePoint: null }), '224466').send({ kind: 'staff-opened', key: KEY }).send({ kind: 'staff-connect' });
    kiosk.send({ kind: 'setup-type', field: 'centreUrl', text: 'https://motcham.vn' }).send({ kind: 'setup-type', field: 'pairingCode', text: 'K7P4-2MXQ' }).send({ kind: 'setup-enrol' });
    expect(kiosk.effects).toContainEqual({ kind: 'enrol', centreUrl: 'https://motcham.vn', pairingCode: 'K7P4-2MXQ', key: KEY });
    kiosk.send({ kind: 'boot-changed', boot: READY_BOOT }).send({ kind: 'boot-changed', boot: READY_BOOT });
    expect(kiosk.screen.kind).toBe('attract');
    expect(kiosk.effects).toContainEqual({ kind: 'staff-lock', key: KEY });
    expect(JSON.stringify(kiosk.state)).not.toContain(KEY);
  });

  it('of a kiosk that is in use does not stand open when staff walk away', () => {
    const kiosk = typePin(atPin({ ...READY_BOOT, servicePoint: null }), '224466').send({ kind: 'staff-opened', key: KEY }).send({ kind: 'staff-connect' });
    expect(kiosk.waitSeconds(151).screen.kind).toBe('attract');
  });

  it('waits as long as the installer needs, and takes no tap', () => {
    const kiosk = new KioskDriver({ boot: NEW }).waitSeconds(600).press({ kind: 'face', score: 5 });
    expect(kiosk.screen.kind).toBe('setup');
    expect(kiosk.entries('tap')).toEqual([]);
  });
});
