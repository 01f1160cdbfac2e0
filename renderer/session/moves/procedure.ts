import type { CatalogueEntry } from '#domain/finding/finding.ts';
import type { ProcedureScreen, SessionState } from '../state.ts';
import { enter, show, stay, type Move } from './move.ts';

/** From the search to what the catalogue says. Only the procedure's public code is counted, never what was typed. */
export function openProcedure(state: SessionState, entry: CatalogueEntry): Move {
  if (state.screen.kind !== 'search') return stay(state);
  return enter(state, { kind: 'procedure', entry, part: 'card' }, procedureEntry(entry, 'open'));
}

/** The code of the procedure's page on the portal. */
export function showCode(state: SessionState, screen: ProcedureScreen): Move {
  if (screen.part !== 'card') return stay(state);
  return enter(state, { ...screen, part: 'code' }, procedureEntry(screen.entry, 'finish'));
}

export function enlargeCode(state: SessionState, screen: ProcedureScreen, on: boolean): Move {
  return screen.part === 'card' ? stay(state) : show(state, { ...screen, part: on ? 'enlarged' : 'code' });
}

function procedureEntry({ code, fields }: CatalogueEntry, action: 'open' | 'finish') {
  const field = fields[0]?.slice(0, LONGEST_FIELD) ?? '';
  return { kind: 'record', body: { kind: 'guide', procedure: code, step: 'overview', ...(field === '' ? {} : { field }), action } } as const;
}

/** Signs that the ledger takes. */
const LONGEST_FIELD = 80;
