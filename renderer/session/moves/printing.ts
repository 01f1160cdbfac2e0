import type { ErrorCode } from '#contract/errors.ts';
import type { CitizenEvent } from '../event.ts';
import type { SessionState } from '../state.ts';
import { show, stay, type Move } from './move.ts';

/** The sheet to take home, if a printer was set: Electron prints by itself, a browser through its page. */
export function printSheet(state: SessionState, { widthMm, heightMm }: Extract<CitizenEvent, { kind: 'print' }>): Move {
  const { screen, kiosk } = state;
  if (screen.kind !== 'handoff' || screen.print === 'busy' || kiosk.boot === null) return stay(state);
  if ((kiosk.boot.settings.printer ?? 'none') === 'none') return stay(state);
  const by = kiosk.boot.shell === 'electron' ? 'host' : 'page';
  return show(state, { ...screen, print: 'busy' }, { kind: 'print', by, widthMm, heightMm });
}

/** What the printer said; nobody who has gone on meanwhile is told. */
export function printEnded(state: SessionState, failure: ErrorCode | null): Move {
  const { screen } = state;
  if (screen.kind !== 'handoff' || screen.print !== 'busy') return stay(state);
  return show(state, { ...screen, print: failure === null ? 'sent' : 'failed' });
}
