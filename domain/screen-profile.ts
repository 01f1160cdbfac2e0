/**
 * What a screen is in the world. CSS pixels mean nothing on a kiosk: 44 px are 7.5 mm on a tablet
 * and 28 mm on a 55-inch panel, so every size is a size in millimetres (experience.md, section 1).
 */
export type ScreenProfile = {
  readonly id: string;
  readonly name: string;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Millimetres from one pixel to the next. */
  readonly pitchMm: number;
  /** From the floor to the lower edge of the picture, mm. */
  readonly mountBottomMm: number;
  /** From the eye to the panel, mm. */
  readonly viewDistanceMm: number;
};

const PROFILES = [
  { id: 'portrait-21', name: '21,5″ portrait', widthPx: 1080, heightPx: 1920, pitchMm: 0.248, mountBottomMm: 850, viewDistanceMm: 600 },
  { id: 'portrait-27', name: '27″ portrait', widthPx: 1080, heightPx: 1920, pitchMm: 0.311, mountBottomMm: 800, viewDistanceMm: 600 },
  { id: 'portrait-32', name: '32″ portrait', widthPx: 1080, heightPx: 1920, pitchMm: 0.369, mountBottomMm: 750, viewDistanceMm: 600 },
  { id: 'portrait-43', name: '43″ portrait', widthPx: 1080, heightPx: 1920, pitchMm: 0.496, mountBottomMm: 600, viewDistanceMm: 600 },
  { id: 'portrait-55', name: '55″ portrait', widthPx: 1080, heightPx: 1920, pitchMm: 0.634, mountBottomMm: 450, viewDistanceMm: 600 },
  { id: 'landscape-21', name: '21,5″ landscape', widthPx: 1920, heightPx: 1080, pitchMm: 0.248, mountBottomMm: 850, viewDistanceMm: 600 },
  { id: 'landscape-32', name: '32″ landscape', widthPx: 1920, heightPx: 1080, pitchMm: 0.369, mountBottomMm: 800, viewDistanceMm: 600 },
  { id: 'landscape-43', name: '43″ landscape', widthPx: 1920, heightPx: 1080, pitchMm: 0.496, mountBottomMm: 700, viewDistanceMm: 600 },
  { id: 'tablet-10', name: '10,1″ tablet', widthPx: 1280, heightPx: 800, pitchMm: 0.17, mountBottomMm: 750, viewDistanceMm: 450 },
] as const satisfies readonly ScreenProfile[];

export const SCREEN_PROFILES: readonly ScreenProfile[] = PROFILES;
export type ScreenProfileId = (typeof PROFILES)[number]['id'];

/** Layout families: the same screens are composed anew for each. */
export type ScreenShape = 'portrait' | 'landscape' | 'tablet';

export function screenShape(profile: ScreenProfile): ScreenShape {
  if (profile.heightPx > profile.widthPx) return 'portrait';
  return profile.heightPx * profile.pitchMm < 180 ? 'tablet' : 'landscape';
}

/** The profile of that id, or the most likely one for a window of that size (CSS px). */
export function chooseProfile(id: string | null, widthPx: number, heightPx: number): ScreenProfile {
  const named = SCREEN_PROFILES.find((profile) => profile.id === id);
  if (named !== undefined) return named;
  const guess = heightPx > widthPx ? 'portrait-21' : widthPx < 1400 ? 'tablet-10' : 'landscape-21';
  return SCREEN_PROFILES.find((profile) => profile.id === guess) ?? PROFILES[0];
}

/** Smallest height of a capital letter for text a task needs: 0.7° of sight (EN 301 549, 5.1.4; E020), mm. */
export function taskCapitalMm(profile: ScreenProfile): number {
  return (profile.viewDistanceMm * Math.PI * 0.7) / 180;
}

/**
 * CSS pixels a millimetre in a window of the given size. On the profile's own panel this is
 * 1 / pitch; in a smaller window (a developer's) the whole screen shrinks in proportion.
 */
export function pixelsPerMm(profile: ScreenProfile, widthPx: number, heightPx: number): number {
  return Math.min(widthPx / profile.widthPx, heightPx / profile.heightPx) / profile.pitchMm;
}
