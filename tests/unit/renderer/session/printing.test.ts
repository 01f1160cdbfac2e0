import { describe, expect, it } from 'vitest';
import { KioskDriver } from '#tests/driver/kiosk-driver.ts';
import { READY_BOOT } from '#tests/fakes/fake-kiosk-api.ts';
import { SMALL_PACK } from '#tests/fakes/small-pack.ts';
import type { BootInfo, Printer } from '#contract/kiosk-channels.ts';

const SHEET = { kind: 'print', widthMm: 210, heightMm: 297 } as const;
const slug = SMALL_PACK.guides[0]?.slug ?? '';

function atHandoff(printer: Printer | undefined, shell: BootInfo['shell'] = 'electron'): KioskDriver {
  const boot = { ...READY_BOOT, shell, settings: { ...READY_BOOT.settings, ...(printer === undefined ? {} : { printer }) } };
  return new KioskDriver({ boot }).wake().openGuide(slug).press({ kind: 'open-handoff' });
}

const stage = ({ screen }: KioskDriver): unknown => (screen.kind === 'handoff' ? (screen.print ?? 'none yet') : screen.kind);

describe('the sheet to take home (E104)', () => {
  it('is printed once, and the screen says how it went', () => {
    const kiosk = atHandoff('a4').press(SHEET);
    expect(stage(kiosk)).toBe('busy');
    kiosk.press(SHEET);
    expect(kiosk.effects.filter(({ kind }) => kind === 'print')).toEqual([{ kind: 'print', by: 'host', widthMm: 210, heightMm: 297 }]);
    expect(stage(kiosk.send({ kind: 'print-ended', failure: null }))).toBe('sent');
  });

  it('stays possible after the printer failed', () => {
    const kiosk = atHandoff('receipt').press(SHEET).send({ kind: 'print-ended', failure: 'SHELL_PRINT_FAILED' });
    expect(stage(kiosk)).toBe('failed');
    expect(stage(kiosk.press(SHEET))).toBe('busy');
  });

  it('is printed by the page where a browser is the shell', () => {
    expect(atHandoff('a4', 'browser').press(SHEET).effects.at(-1)).toMatchObject({ kind: 'print', by: 'page' });
  });

  it.each([undefined, 'none'] as const)('is not printed when no printer is set (%s)', (printer) => {
    const kiosk = atHandoff(printer).press(SHEET);
    expect(stage(kiosk)).toBe('none yet');
    expect(kiosk.effects.some(({ kind }) => kind === 'print')).toBe(false);
  });

  it('tells nobody who has gone on meanwhile', () => {
    const kiosk = atHandoff('a4').press(SHEET).press({ kind: 'open-home' }).send({ kind: 'print-ended', failure: 'SHELL_PRINT_FAILED' });
    expect(kiosk.screen.kind).toBe('home');
  });
});
