import type { StaffEvent } from '../event.ts';
import type { Refusal, SessionState, StaffView } from '../state.ts';
import { endSession } from './end-session.ts';
import { editPin, SHORTEST_PIN } from './edit-pin.ts';
import { connectLater } from './setup.ts';
import { enter, guarded, show, stay, type Move } from './move.ts';



export const PIN_VIEW: StaffView = { kind: 'pin', typed: '', busy: false, refusal: null };
type SetPinView = Extract<StaffView, { kind: 'set-pin' }>;
type OpenView = Extract<StaffView, { kind: 'open' }>;

function setPinView(key: string | null): SetPinView {
  return { kind: 'set-pin', key, first: null, typed: '', busy: false, differ: false, refusal: null };
}

function withView(state: SessionState, view: StaffView): Move {
  return show(state, { kind: 'staff', view });
}

function viewOf(state: SessionState): StaffView | null {
  return state.screen.kind === 'staff' ? state.screen.view : null;
}

function openViewOf(state: SessionState): OpenView | null {
  const view = viewOf(state);
  return view?.kind === 'open' ? view : null;
}

export function openStaff(state: SessionState): Move {
  if (state.screen.kind === 'staff' || state.kiosk.boot === null) return stay(state);
  const view = state.kiosk.boot.pinSet ? PIN_VIEW : setPinView(null);
  return guarded(enter(state, { kind: 'staff', view }));
}

export function typePin(state: SessionState, event: Extract<StaffEvent, { kind: 'pin-digit' | 'pin-delete' | 'pin-clear' }>): Move {
  const view = viewOf(state);
  if (view === null || view.kind === 'open' || view.busy) return stay(state);
  const typed = editPin(view.typed, event);
  return withView(state, view.kind === 'pin' ? { ...view, typed, refusal: null } : { ...view, typed, refusal: null, differ: false });
}

export function enterPin(state: SessionState): Move {
  const view = viewOf(state);
  if (view === null || view.kind === 'open' || view.busy || view.typed === '') return stay(state);
  if (view.kind === 'pin') {
    return { ...withView(state, { ...view, busy: true }), effects: [{ kind: 'staff-unlock', pin: view.typed }] };
  }
  if (view.typed.length < SHORTEST_PIN) {
    return withView(state, { ...view, typed: '', refusal: { code: 'STAFF_PIN_WEAK', retrySeconds: null } });
  }
  if (view.first === null) return withView(state, { ...view, first: view.typed, typed: '' });
  if (view.first !== view.typed) return withView(state, { ...view, first: null, typed: '', differ: true });
  return { ...withView(state, { ...view, busy: true }), effects: [{ kind: 'staff-set-pin', pin: view.typed, key: view.key }] };
}

export function staffOpened(state: SessionState, key: string): Move {
  const view = viewOf(state);
  // The answer came after the session had ended: the key is given back at once.
  if (view === null || view.kind === 'open') return stay(state, { kind: 'staff-lock', key });
  const boot = state.kiosk.boot === null ? null : { ...state.kiosk.boot, pinSet: true };
  const open: StaffView = { kind: 'open', key, page: 'day', days: null, status: null, busy: true, refusal: null };
  return {
    state: { ...state, kiosk: { ...state.kiosk, boot }, screen: { kind: 'staff', view: open } },
    effects: [{ kind: 'staff-load', key }],
  };
}

export function staffRefused(state: SessionState, refusal: Refusal): Move {
  const view = viewOf(state);
  if (view === null) return stay(state);
  switch (view.kind) {
    case 'pin':
      return withView(state, { ...view, typed: '', busy: false, refusal });
    case 'set-pin':
      return refusal.code === 'STAFF_PIN_SET' || refusal.code === 'STAFF_LOCKED'
        ? withView(state, { ...PIN_VIEW, refusal })
        : withView(state, { ...view, first: null, typed: '', busy: false, refusal });
    case 'open':
      return refusal.code === 'STAFF_LOCKED'
        ? withView(state, { ...PIN_VIEW, refusal })
        : withView(state, { ...view, busy: false, refusal });
  }
}

/** What the open staff page asks for; nothing while it is locked. */
export function staffOpenPage(state: SessionState, event: StaffEvent): Move {
  const view = openViewOf(state);
  if (view === null) return stay(state);
  const busy = { ...view, busy: true, refusal: null };
  switch (event.kind) {
    case 'staff-page':
      // Figures are read anew with each page, and the key stays awake.
      return { ...withView(state, { ...view, page: event.page, refusal: null }), effects: [{ kind: 'staff-load', key: view.key }] };
    case 'staff-send-now':
      return { ...withView(state, busy), effects: [{ kind: 'send-now', key: view.key }] };
    case 'staff-save':
      return {
        ...withView(state, busy),
        effects: [{ kind: 'save-settings', settings: event.settings, finish: false, key: view.key }],
      };
    case 'staff-new-pin':
      return withView(state, setPinView(view.key));
    case 'staff-connect':
      return connectLater(state, view.key);
    case 'staff-leave-kiosk':
      return { ...withView(state, busy), effects: [{ kind: 'leave-kiosk', key: view.key }] };
    default:
      return stay(state);
  }
}

export function lockStaff(state: SessionState): Move {
  return state.screen.kind === 'staff' ? endSession(state) : stay(state);
}

/** Fresh figures for the open page. */
export function staffLoaded(state: SessionState, loaded: Partial<Pick<OpenView, 'days' | 'status'>>): Move {
  const view = openViewOf(state);
  if (view === null) return stay(state);
  return withView(state, { ...view, ...loaded, busy: false });
}
