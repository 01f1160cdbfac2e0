import { describe, expect, it } from 'vitest';
import { SCREEN_PROFILES, screenShape } from '#domain/screen-profile.ts';
import { KEY_ROWS, keyRows, LOW_ROWS, type KeyRow } from '#renderer/ui/keyboard/key-rows.ts';

const written = (rows: readonly KeyRow[]): readonly string[] => rows.flat().flatMap(({ key }) => ('value' in key ? [key.value] : []));
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const MARKED = 'ăâđêôơư';
const TONES = ['tone-acute', 'tone-grave', 'tone-hook', 'tone-tilde', 'tone-dot', 'tone-level'];

describe('the keys', () => {
  it.each(['tall', 'wide'] as const)('of the %s form write every letter, seven marked ones and six tones, each once (E121)', (form) => {
    expect([...written(KEY_ROWS.vietnamese[form])].toSorted()).toEqual([...LETTERS, ...MARKED, ...TONES].toSorted());
  });

  it('of a tablet with larger text do the same on two sets', () => {
    expect([...written(LOW_ROWS.letters), ...written(LOW_ROWS.marks)].toSorted()).toEqual([...LETTERS, ...MARKED, ...TONES].toSorted());
    expect(keyRows('vietnamese', 'low', false)).toHaveLength(3);
    expect(keyRows('vietnamese', 'low', true)).toHaveLength(3);
  });

  it('show marks and tones in one row where twelve keys stand side by side (E121)', () => {
    expect(written([KEY_ROWS.vietnamese.wide[0] ?? []])).toEqual([...TONES.slice(0, 5), ...MARKED]);
  });

  it('of a code are the 31 signs that nobody confuses (E138)', () => {
    for (const form of ['tall', 'wide'] as const) {
      expect([...written(KEY_ROWS.code[form])].toSorted()).toEqual([...'23456789ABCDEFGHJKMNPQRSTUVWXYZ'].toSorted());
    }
  });

  it('of an address are letters, digits and its signs', () => {
    for (const form of ['tall', 'wide'] as const) {
      expect([...written(KEY_ROWS.address[form])].toSorted()).toEqual([...LETTERS, ...'0123456789', ...'.-/:', 'https://', '.vn'].toSorted());
    }
  });

  it('have 15 mm and gaps of 3 mm in every profile, twelve to a row on wide screens (E002, E004)', () => {
    const wrong: string[] = [];
    for (const profile of SCREEN_PROFILES) {
      const isTall = screenShape(profile) === 'portrait';
      const mm = profile.widthPx * profile.pitchMm;
      // What the style sheets leave for the keys: margins of 10 px on tablets, of 40 elsewhere; in landscape a half.
      const margin = (screenShape(profile) === 'tablet' ? 10 : 40) * profile.pitchMm;
      const room = screenShape(profile) === 'landscape' ? mm * (1.05 / 2.05) - 2 * margin : mm - 2 * margin;
      for (const layout of ['vietnamese', 'address', 'code'] as const) {
        for (const row of keyRows(layout, isTall ? 'tall' : 'wide', false)) {
          const shares = row.reduce((sum, { width }) => sum + width, 0);
          const most = isTall ? 10 : 12;
          const width = (room - (shares - 1) * 3) / shares;
          if (shares > most || width < 15) wrong.push(`${profile.id}, ${layout}: ${shares} shares of ${width.toFixed(1)} mm`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});
