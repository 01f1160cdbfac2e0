import { pixelsPerMm, screenShape, taskCapitalMm } from '#domain/screen-profile.ts';
import type { ScreenProfile, ScreenShape } from '#domain/screen-profile.ts';
import type { Contrast, TextSize } from '../session/state.ts';

/** What a citizen can change for one session. */
export type DisplayChoice = {
  readonly textSize: TextSize;
  readonly contrast: Contrast;
  readonly lowReach: boolean;
};

/** Capital height of Noto Sans, em. */
const BODY_CAPITAL_EM = 0.714;
/** Controls stand at or below this height above the floor (E041, E042), mm. */
const HIGHEST_CONTROL_MM = 1100;

/** Sent by <html> when `applyScreen` has written its sizes. */
export const SHAPE_EVENT = 'screen-shape';

/** The window each shape was composed for, and the size of its body text there (px). */
const DESIGN: Readonly<Record<ScreenShape, { readonly width: number; readonly height: number; readonly body: number }>> = {
  portrait: { width: 1080, height: 1920, body: 42 },
  landscape: { width: 1920, height: 1080, body: 42 },
  tablet: { width: 1280, height: 800, body: 45 },
};

export type ScreenVariables = {
  readonly shape: ScreenShape;
  readonly variables: Readonly<Record<`--${string}`, string>>;
  /** Font size of <html>, CSS px. */
  readonly bodyPx: number;
};

/**
 * Sizes of one screen in CSS px. Body text has a capital of at least 0.7° at the profile's viewing
 * distance (E020); on big panels it grows with the panel, because people stand back from them.
 * @param widthPx window width, CSS px  @param heightPx window height, CSS px
 */
export function screenVariables(profile: ScreenProfile, widthPx: number, heightPx: number, choice: DisplayChoice): ScreenVariables {
  const shape = screenShape(profile);
  const design = DESIGN[shape];
  const unit = Math.min(widthPx / design.width, heightPx / design.height);
  const mm = pixelsPerMm(profile, widthPx, heightPx);
  const taskBody = (taskCapitalMm(profile) / BODY_CAPITAL_EM) * mm;
  const bodyPx = Math.max(taskBody, design.body * unit) * choice.textSize;
  const reachTop = Math.max(0, heightPx - (HIGHEST_CONTROL_MM - profile.mountBottomMm) * mm);
  return {
    shape,
    bodyPx,
    variables: {
      '--unit': String(unit),
      '--u': `${unit}px`,
      '--mm': `${mm}px`,
      '--cap': `${taskCapitalMm(profile) * mm}px`,
      '--text-scale': String(choice.textSize),
      '--reach-top': `${reachTop}px`,
    },
  };
}

/** Writes the sizes and the citizen's choices on <html>. */
export function applyScreen(root: HTMLElement, profile: ScreenProfile, widthPx: number, heightPx: number, choice: DisplayChoice): void {
  const { shape, variables, bodyPx } = screenVariables(profile, widthPx, heightPx, choice);
  for (const [name, value] of Object.entries(variables)) root.style.setProperty(name, value);
  root.style.fontSize = `${bodyPx}px`;
  root.dataset['shape'] = shape;
  root.dataset['text'] = String(choice.textSize * 100);
  root.dataset['theme'] = choice.contrast;
  root.dataset['reach'] = choice.lowReach ? 'low' : 'normal';
  // Accessible modes are still: large text and high contrast switch all motion off (E033).
  root.dataset['motion'] = choice.textSize > 1 || choice.contrast !== 'paper' ? 'still' : 'normal';
  root.dispatchEvent(new Event(SHAPE_EVENT));
}
