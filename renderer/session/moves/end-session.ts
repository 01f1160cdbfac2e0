import type { Effect } from '../effect.ts';
import type { SessionState } from '../state.ts';
import { freshSession, guarded, type Move } from './move.ts';
import { leaveEntry } from './usage.ts';

/** Back to the loop with nothing left of the citizen; what waited for this moment (new content, a reload) is done now. */
export function endSession(state: SessionState, ...before: readonly Effect[]): Move {
  const kiosk = { ...state.kiosk, pending: 'none' as const };
  return guarded({
    state: freshSession(kiosk, state.now, { kind: 'attract', saving: null }),
    effects: [...before, ...leaveEntry(state), ...lockStaff(state), ...pendingWork(state)],
  });
}

function lockStaff(state: SessionState): readonly Effect[] {
  const { screen } = state;
  if (screen.kind !== 'staff') return [];
  const key = screen.view.kind === 'pin' ? null : screen.view.key;
  return key === null ? [] : [{ kind: 'staff-lock', key }];
}

function pendingWork(state: SessionState): readonly Effect[] {
  switch (state.kiosk.pending) {
    case 'none':
      return [];
    case 'content':
      return [{ kind: 'load-content' }];
    case 'reload':
      return [{ kind: 'reload-page' }];
  }
}
