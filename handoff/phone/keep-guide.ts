import { element } from './page-guide.ts';

type Said = { readonly vi: string; readonly en: string };
const SAID = {
  copied: { vi: 'Đã sao chép đường dẫn.', en: 'Link copied.' },
  notCopied: { vi: 'Không sao chép được. Ông/bà giữ tay trên thanh địa chỉ để chép.', en: 'Could not copy. Press and hold the address bar instead.' },
  cleared: { vi: 'Đã xóa trên máy này.', en: 'Cleared on this phone.' },
} as const satisfies Record<string, Said>;

/** Tells the outcome of a press, also to screen readers. */
export function say(what: keyof typeof SAID): void {
  const place = element(document, '[data-said]');
  if (place !== null) place.textContent = SAID[what][document.documentElement.lang === 'en' ? 'en' : 'vi'];
}

/** Old in-app browsers have no clipboard interface, or refuse it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Falls through to the way that also works without a permission.
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'off-screen';
  document.body.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  return done;
}

/** True inside the browsers of Zalo, Facebook, Messenger, Instagram and Line, which forget when closed (E140). */
export function isInAppBrowser(userAgent: string): boolean {
  return /Zalo|FBAN|FBAV|Instagram|\bLine\//.test(userAgent);
}

/** Link, share, print. `onClear` wipes what the phone keeps. */
export function wireKeeping(onClear: () => void): void {
  const keep = element(document, '[data-keep]');
  if (keep === null) return;
  keep.hidden = false;
  const hint = element(document, '[data-in-app]');
  if (hint !== null) hint.hidden = !isInAppBrowser(navigator.userAgent);
  const on = (selector: string, act: () => void): void => element(keep, selector)?.addEventListener('click', act);
  on('[data-copy]', () => {
    copyText(location.href).then((done) => say(done ? 'copied' : 'notCopied'), () => say('notCopied'));
  });
  on('[data-print]', () => window.print());
  on('[data-clear]', () => {
    onClear();
    say('cleared');
  });
  const share = element(keep, '[data-share]');
  if (share === null || typeof navigator.share !== 'function') return;
  share.hidden = false;
  share.addEventListener('click', () => {
    // Closing the sheet rejects; the citizen did not want to share after all.
    navigator.share({ title: document.title, url: location.href }).catch(() => undefined);
  });
}
