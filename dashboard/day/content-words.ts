import { clips, guides, reasons } from 'virtual:content-names';
import type { Tongue } from '../i18n/words.ts';

/** A reason's text, or its id when the kiosk's pack knows more reasons than this dashboard. */
export function reasonName(id: string, tongue: Tongue): string {
  return reasons.find((reason) => reason.id === id)?.text[tongue] ?? id;
}

/** A procedure's everyday name by its official code (or slug), or the code itself. */
export function procedureName(code: string, tongue: Tongue): string {
  return guides.find((guide) => guide.code === code || guide.slug === code)?.title[tongue] ?? code;
}

/** The title of an item of the loop that came with the product; the library's own titles go before it. */
export function clipName(id: string, tongue: Tongue): string {
  return clips.find((clip) => clip.id === id)?.title[tongue] ?? id;
}
