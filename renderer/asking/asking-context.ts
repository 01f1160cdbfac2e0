import { createContext, useContext, useMemo } from 'react';
import type { Answer } from '#contract/content-pack.ts';
import type { Quote } from '#domain/asking/quote.ts';
import { useSession } from '../session/session-context.ts';
import { createAsking, type Asked } from './pack-asking.ts';
import { firstAnswers, quoteView, type QuoteView } from './quote-view.ts';

/** One for the page: it keeps nothing but its tables of the pack. */
const AskingContext = createContext(createAsking());

const NOTHING: Asked = { sure: null, others: [] };

/** What the present pack answers to a question. */
export function useAsked(question: string): Asked {
  const asking = useContext(AskingContext);
  const pack = useSession((state) => state.kiosk.pack);
  return useMemo(() => (pack === null ? NOTHING : asking.ask(pack, question)), [asking, pack, question]);
}

/** null: the pack no longer has it. */
export function useQuoteView(quote: Quote): QuoteView | null {
  const pack = useSession((state) => state.kiosk.pack);
  const today = useSession((state) => state.kiosk.today);
  return useMemo(() => quoteView(pack, quote, today), [pack, quote, today]);
}

export function useFirstAnswers(): readonly Answer[] {
  const pack = useSession((state) => state.kiosk.pack);
  return useMemo(() => firstAnswers(pack), [pack]);
}
