import type { ReactElement } from 'react';
import type { LocalText } from '#contract/content-pack.ts';
import { WORDS, type Word } from './words.ts';

/** One text in both languages, Vietnamese being the document's; the style sheet shows one of them, so the switch works without a script too. */
export function Local({ text }: { readonly text: LocalText }): ReactElement {
  if (text.vi === text.en) return <>{text.vi}</>;
  return (
    <>
      <span className="v">{text.vi}</span>
      <span className="e" lang="en">
        {text.en}
      </span>
    </>
  );
}

export function Say({ word }: { readonly word: Word }): ReactElement {
  return <Local text={WORDS[word]} />;
}

/** A day as 28/02/2027 in both languages: the page is read in Viet Nam (E114). */
export function dayText(day: string): string {
  const [year, month, date] = day.split('-');
  return `${date}/${month}/${year}`;
}
