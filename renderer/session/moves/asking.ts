import type { Quote } from '#domain/asking/quote.ts';
import type { CitizenEvent } from '../event.ts';
import type { OtherWords, Screen, SessionState } from '../state.ts';
import { enter, show, stay, type Move } from './move.ts';

/** From what was typed, or from "which of these is it?", to the answer; the question goes along for as long as the session. */
export function openAnswer(state: SessionState, quote: Quote): Move {
  const question = questionOf(state.screen);
  return enter(state, { kind: 'answer', quote, ...(question === '' ? {} : { question }) });
}

function questionOf(screen: Screen): string {
  if (screen.kind === 'ask') return screen.query.trim();
  return screen.kind === 'answer' ? (screen.question ?? '') : '';
}

/** Only for a typed question, only while the centre is there and can, and once for each language. */
export function askOtherWords(state: SessionState, { passages, lang }: Extract<CitizenEvent, { kind: 'rephrase' }>): Move {
  const { screen, kiosk } = state;
  if (screen.kind !== 'answer' || screen.question === undefined || !kiosk.online || !kiosk.mayRephrase) return stay(state);
  if (screen.otherWords?.lang === lang) return stay(state);
  const ticket = kiosk.nextTicket;
  const asked = { ...state, kiosk: { ...kiosk, nextTicket: ticket + 1 } };
  return show(asked, { ...screen, otherWords: { kind: 'asked', ticket, lang } }, { kind: 'rephrase', ticket, question: screen.question, passages, lang });
}

/** Also while the citizen looks at something else; of a session that is over there is no screen with this ticket. */
export function otherWordsCame(state: SessionState, ticket: number, text: string | null): Move {
  const tell = (screen: Screen): Screen => {
    if (screen.kind !== 'answer' || screen.otherWords?.kind !== 'asked' || screen.otherWords.ticket !== ticket) return screen;
    const { lang } = screen.otherWords;
    const otherWords: OtherWords = text === null ? { kind: 'none', lang } : { kind: 'said', text, lang };
    return { ...screen, otherWords };
  };
  return stay({ ...state, screen: tell(state.screen), trail: state.trail.map(tell) });
}
