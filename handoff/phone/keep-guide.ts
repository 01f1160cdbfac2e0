import { element } from './page-guide.ts';

type Said = { readonly vi: string; readonly en: string };
const SAID = {
  copied: { vi: 'Đã sao chép đường dẫn.', en: 'Link copied.' },
  notCopied: { vi: 'Máy không cho sao chép. Ông/bà giữ tay trên dòng dưới để chép.', en: 'Could not copy. Press and hold the line below instead.' },
  copiedDay: { vi: 'Đã sao chép lời nhắc.', en: 'Reminder copied.' },
  notCopiedDay: { vi: 'Máy không cho sao chép. Ông/bà ghi ngày này ra giấy.', en: 'Could not copy. Please write the day down.' },
  cleared: { vi: 'Đã xóa trên máy này.', en: 'Cleared on this phone.' },
} as const satisfies Record<string, Said>;

/** Tells the outcome of a press, also to screen readers; in `block`, or where links are kept. */
export function say(what: keyof typeof SAID, block: ParentNode = document): void {
  const place = element(block, '[data-said]');
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

export type Keeping = {
  /** The address of this guide with the answers, for somebody else: not where this citizen stands. */
  readonly link: () => string;
  /** Wipes what the phone keeps. */
  readonly onClear: () => void;
};

/** Link, share, print, clear. */
export function wireKeeping({ link, onClear }: Keeping): void {
  const keep = element(document, '[data-keep]');
  if (keep === null) return;
  keep.hidden = false;
  const hint = element(document, '[data-in-app]');
  if (hint !== null) hint.hidden = !isInAppBrowser(navigator.userAgent);
  const on = (root: ParentNode, selector: string, act: () => void): void => element(root, selector)?.addEventListener('click', act);
  const copy = (block: ParentNode): void => {
    const address = link();
    const tell = (done: boolean): void => {
      showAddress(keep, done ? null : address);
      say(done ? 'copied' : 'notCopied', done ? block : keep);
    };
    copyText(address).then(tell, () => tell(false));
  };
  on(keep, '[data-copy]', () => copy(keep));
  if (hint !== null) on(hint, '[data-copy]', () => copy(hint));
  on(keep, '[data-print]', () => window.print());
  on(keep, '[data-clear]', () => {
    onClear();
    showAddress(keep, null);
    say('cleared', keep);
  });
  on(keep, '[data-share]', () => {
    if (typeof navigator.share !== 'function') return copy(keep);
    navigator.share({ title: document.title, url: link() }).catch((cause: unknown) => {
      // Closing the sheet rejects too: the citizen did not want to share after all.
      if (!(cause instanceof DOMException && cause.name === 'AbortError')) copy(keep);
    });
    return undefined;
  });
}

/** The last way out: the address where it can be pressed and held, or read to somebody. */
function showAddress(keep: HTMLElement, address: string | null): void {
  const place = element(keep, '[data-address]');
  if (place === null) return;
  place.hidden = address === null;
  const field = place.querySelector('input');
  if (field === null || address === null) return;
  field.value = address;
  field.select();
}
