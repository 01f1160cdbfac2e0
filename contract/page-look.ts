import type { PageSight } from '#domain/page-sight.ts';

/**
 * What a shell has its page evaluate to see whether there is a picture. It uses nothing of the page's own code, because
 * that is what may be broken: words or a button that take up room on the screen.
 */
export const LOOK_AT_PAGE = `(() => {
  const shown = [...document.querySelectorAll('button, h1, p')].some((part) => part.getClientRects().length > 0);
  return location.href + ' ' + (document.readyState !== 'complete' ? 'loading' : shown ? 'shown' : 'empty');
})()`;

/** `base`: the address under which all pages of the kiosk lie. Whatever is not an answer of ours is silence. */
export function parseLook(answer: unknown, base: string): PageSight {
  if (typeof answer !== 'string') return 'silent';
  const [href = '', sight = ''] = answer.split(' ');
  if (!href.startsWith(base)) return 'elsewhere';
  return sight === 'shown' || sight === 'loading' || sight === 'empty' ? sight : 'silent';
}
