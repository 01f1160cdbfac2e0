import type { Clip } from '../clip.ts';
import { drawPicture } from '../pictures/draw-picture.tsx';
import type { ClipText } from '../text/clip-text.ts';
import { handoff } from './handoff.tsx';
import { scamsOtp } from './scams-otp.tsx';
import { vneidSafely } from './vneid-safely.tsx';
import { whyOnline } from './why-online.tsx';

/** Clips with pages drawn for them alone. */
export const drawnClips: readonly Clip[] = [whyOnline, handoff, vneidSafely, scamsOtp];

/** The clip of a text: drawn for it, or made of ready pictures. @throws when a page has neither. */
export function clipOf(text: ClipText): Clip {
  const drawn = drawnClips.find((clip) => clip.text.id === text.id);
  const pages = text.pages.map((page) => {
    const own = drawn?.pages[page.id];
    return [page.id, page.picture === undefined && own !== undefined ? own : drawPicture(page)] as const;
  });
  return { text, pages: Object.fromEntries(pages) };
}
