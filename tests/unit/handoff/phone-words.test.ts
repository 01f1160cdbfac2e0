import { expect, it } from 'vitest';
import { SCORES } from '#domain/score.ts';
import { WORDS } from '#handoff/pages/words.ts';
import en from '#renderer/i18n/en.json' with { type: 'json' };
import vi from '#renderer/i18n/vi.json' with { type: 'json' };

it('the five faces have the kiosk\'s words on the phone too (E151, E181)', () => {
  for (const score of SCORES) expect(WORDS[`face-${score}`]).toEqual({ vi: vi.face[score], en: en.face[score] });
});
