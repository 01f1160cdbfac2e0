import type { LocalText } from '#contract/content-pack.ts';
import { WORDS } from './words.ts';

/** What a step says before a kiosk, where the phone is still in the pocket. */
const SCAN = { vi: /^Quét mã bằng điện thoại(?: của mình)?\./u, en: /^Scan the code with your (?:own )?phone\./u } as const;

/** A step's text for who reads it on the phone already: there is nothing left to scan, the portal is one button away. */
export function onThePhone(text: LocalText): LocalText {
  return {
    vi: text.vi.replace(SCAN.vi, `Bấm “${WORDS.openPortal.vi}” ở trang này.`),
    en: text.en.replace(SCAN.en, `Press “${WORDS.openPortal.en}” on this page.`),
  };
}
