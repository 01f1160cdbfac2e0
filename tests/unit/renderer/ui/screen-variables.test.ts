import { describe, expect, it } from 'vitest';
import { SCREEN_PROFILES, taskCapitalMm } from '#domain/screen-profile.ts';
import { screenVariables } from '#renderer/ui/screen-variables.ts';

const plain = { textSize: 1, contrast: 'paper', lowReach: false } as const;

describe('the sizes of a screen', () => {
  it.each(SCREEN_PROFILES)('gives body text a capital of 0.7 degrees or more on $id (E020)', (profile) => {
    const { bodyPx } = screenVariables(profile, profile.widthPx, profile.heightPx, plain);
    expect(bodyPx * 0.714 * profile.pitchMm).toBeGreaterThanOrEqual(taskCapitalMm(profile) - 1e-9);
  });

  it('enlarges body text by the size the citizen chose (E023)', () => {
    const [profile] = SCREEN_PROFILES;
    if (profile === undefined) throw new Error('no profile');
    const normal = screenVariables(profile, 1080, 1920, plain).bodyPx;
    expect(screenVariables(profile, 1080, 1920, { ...plain, textSize: 1.5 }).bodyPx).toBeCloseTo(normal * 1.5);
  });

  it("shrinks the whole screen in proportion in a developer's window", () => {
    const [profile] = SCREEN_PROFILES;
    if (profile === undefined) throw new Error('no profile');
    const full = screenVariables(profile, 1080, 1920, plain);
    const half = screenVariables(profile, 540, 960, plain);
    expect(half.bodyPx).toBeCloseTo(full.bodyPx / 2);
    expect(Number.parseFloat(half.variables['--mm'] ?? '')).toBeCloseTo(Number.parseFloat(full.variables['--mm'] ?? '') / 2);
  });

  it('says from which line down a hand reaches 1100 mm above the floor (E041, E042)', () => {
    const profile = SCREEN_PROFILES.find(({ id }) => id === 'landscape-43');
    if (profile === undefined) throw new Error('no profile');
    const top = Number.parseFloat(screenVariables(profile, 1920, 1080, { ...plain, lowReach: true }).variables['--reach-top'] ?? '');
    expect(profile.mountBottomMm + (1080 - top) * profile.pitchMm).toBeCloseTo(1100);
  });
});
