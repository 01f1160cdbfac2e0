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
  const key = keyOf(screen);
  return key === null ? [] : [{ kind: 'staff-lock', key }];
}

function keyOf(screen: SessionState['screen']): string | null {
  if (screen.kind === 'setup') return screen.key;
  return screen.kind === 'staff' && screen.view.kind !== 'pin' ? screen.view.key : null;
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
