import { useCallback, useMemo, useRef, type ReactElement } from 'react';
import type { Printer } from '#contract/kiosk-channels.ts';
import { useSend, useSession } from '../session/session-context.ts';
import type { HandoffScreen } from '../session/state.ts';
import { Sheet } from './sheet.tsx';
import { sheetView } from './sheet-view.ts';

export type Printing = {
  readonly stage: NonNullable<HandoffScreen['print']> | 'ready';
  readonly print: () => void;
  /** To be put anywhere on the screen: it lies outside, until it is printed. */
  readonly sheet: ReactElement;
};

const A4 = { width: 210, height: 297 } as const;
const RECEIPT_MM = 80;
/** Above and below a receipt's words, mm; most printers cut a little late. */
const RECEIPT_ENDS_MM = 6;
const PX_PER_MM = 96 / 25.4;

/** What prints this screen's guide; null where no printer is set, or nothing is there to print. */
export function usePrinting(screen: HandoffScreen): Printing | null {
  const { slug, step, answers } = screen;
  const send = useSend();
  const { pack, today, boot } = useSession((state) => state.kiosk);
  const printer = boot?.settings.printer ?? 'none';
  const place = boot?.servicePoint ?? null;
  const view = useMemo(() => (printer === 'none' ? null : sheetView(pack, { slug, step, answers }, place, today)), [pack, slug, step, answers, place, today, printer]);
  const sheet = useRef<HTMLElement>(null);
  const print = useCallback(() => {
    if (printer === 'none' || sheet.current === null) return;
    const size = printer === 'a4' ? A4 : { width: RECEIPT_MM, height: Math.ceil(sheet.current.scrollHeight / PX_PER_MM) + RECEIPT_ENDS_MM };
    setPaper(printer, size);
    send({ kind: 'print', widthMm: size.width, heightMm: size.height });
  }, [printer, send]);
  if (view === null || printer === 'none') return null;
  return { stage: screen.print ?? 'ready', print, sheet: <Sheet view={view} paper={printer} ref={sheet} /> };
}

let paper: CSSStyleSheet | null = null;

/** The page's paper: a rule that a style sheet cannot have, because a receipt is as long as its words. */
function setPaper(printer: Exclude<Printer, 'none'>, { width, height }: { readonly width: number; readonly height: number }): void {
  if (paper === null) {
    paper = new CSSStyleSheet();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, paper];
  }
  const margin = printer === 'a4' ? '13mm 15mm 12mm' : '3mm 4mm';
  paper.replaceSync(`@page { size: ${width}mm ${height}mm; margin: ${margin}; }`);
}
