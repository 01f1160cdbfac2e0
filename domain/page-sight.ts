import { assertNever } from './assert-never.ts';

/**
 * What a shell sees when it looks at its page. `empty`: the process lives and shows nothing; `elsewhere`: another page
 * than the kiosk's, such as the browser's own error page; `silent`: it did not answer; `crashed`: its process is gone.
 */
export type PageSight = 'shown' | 'loading' | 'empty' | 'elsewhere' | 'silent' | 'crashed';

/** Between two looks, ms. */
export const LOOK_EVERY = 1_000;
/** A page that answers no sooner is silent, ms: with a second to look and two to load, the picture is back within ten. */
export const LOOK_PATIENCE = 5_000;
/** A page that was just loaded may be busy with it this long, ms. */
const LOADING_MOST = 15_000;
/** Nothing on the screen for so long is a fault, ms; between two screens there is nothing for a moment. */
const EMPTY_MOST = 1_000;
/** A page whose parts have just come draws its first screen within this time, ms. */
const FIRST_SCREEN_MOST = 5_000;

export type SightState = {
  /** Up-time of the last load, ms. */
  readonly loadedAt: number;
  /** Since when there is no picture; null: there is one. */
  readonly blankSince: number | null;
};

/** `load`: load it again; `end`: it hangs, so its process has to end first. */
export type SightAction = 'none' | 'load' | 'end';

/** What to do about a page after a look at it (promise 9: an empty page with a live process is a fault too). */
export function decideSight(state: SightState, sight: PageSight, up: number): { readonly state: SightState; readonly action: SightAction } {
  if (sight === 'shown') return { state: { ...state, blankSince: null }, action: 'none' };
  const isFresh = up - state.loadedAt < LOADING_MOST;
  const blankSince = state.blankSince ?? up;
  const blank = up - blankSince;
  const action = actionFor(sight, isFresh, blank);
  return { state: action === 'none' ? { ...state, blankSince } : { loadedAt: up, blankSince: null }, action };
}

function actionFor(sight: Exclude<PageSight, 'shown'>, isFresh: boolean, blank: number): SightAction {
  switch (sight) {
    case 'crashed':
      return 'load';
    case 'elsewhere':
      return blank >= EMPTY_MOST ? 'load' : 'none';
    case 'empty':
      return blank >= (isFresh ? FIRST_SCREEN_MOST : EMPTY_MOST) ? 'load' : 'none';
    case 'silent':
    case 'loading':
      // The look at a silent page has waited already.
      return isFresh || (sight === 'loading' && blank < LOADING_MOST) ? 'none' : 'end';
    default:
      return assertNever(sight, 'sight of a page');
  }
}
