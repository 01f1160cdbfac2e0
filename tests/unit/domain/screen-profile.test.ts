import { expect, test } from 'vitest';
import { chooseProfile, pixelsPerMm, SCREEN_PROFILES, screenShape, taskCapitalMm } from '#domain/screen-profile.ts';

test('E020: the capital of task text is 7.3 mm at 600 mm and 5.5 mm at 450 mm', () => {
  expect(taskCapitalMm(chooseProfile('portrait-21', 0, 0))).toBeCloseTo(7.33, 2);
  expect(taskCapitalMm(chooseProfile('tablet-10', 0, 0))).toBeCloseTo(5.5, 2);
});

test('every profile has its layout family', () => {
  expect(Object.fromEntries(SCREEN_PROFILES.map((profile) => [profile.id, screenShape(profile)]))).toMatchObject({
    'portrait-21': 'portrait',
    'portrait-55': 'portrait',
    'landscape-21': 'landscape',
    'tablet-10': 'tablet',
  });
});

test('an unknown profile is guessed from the window', () => {
  expect(chooseProfile(null, 1080, 1920).id).toBe('portrait-21');
  expect(chooseProfile('nonsense', 1920, 1080).id).toBe('landscape-21');
  expect(chooseProfile(null, 1280, 800).id).toBe('tablet-10');
});

test('a millimetre is 1/pitch pixels on the panel and shrinks with a smaller window', () => {
  const profile = chooseProfile('portrait-21', 0, 0);
  expect(pixelsPerMm(profile, 1080, 1920)).toBeCloseTo(1 / 0.248, 5);
  expect(pixelsPerMm(profile, 540, 1920)).toBeCloseTo(0.5 / 0.248, 5);
});
