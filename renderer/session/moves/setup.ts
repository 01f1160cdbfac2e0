import type { BootInfo, KioskSettings } from '#contract/kiosk-channels.ts';
import type { StaffEvent } from '../event.ts';
import { SETUP_STEPS, type Refusal, type SessionState, type SetupScreen, type SetupStep } from '../state.ts';
import { endSession } from './end-session.ts';
import { guarded, show, stay, type Move } from './move.ts';
import { editPin, SHORTEST_PIN } from './edit-pin.ts';

const NO_PIN: SetupScreen['pin'] = { first: null, typed: '', differ: false };

/** What is still to be set up: a kiosk that is enrolled or has its PIN is not asked again. */
export function setupSteps(boot: Pick<BootInfo, 'servicePoint' | 'pinSet'>): readonly SetupStep[] {
  return SETUP_STEPS.filter((step) => {
    if (step === 'centre') return boot.servicePoint === null;
    if (step === 'pin') return !boot.pinSet;
    return true;
  });
}

export function setupScreen(boot: BootInfo): SetupScreen {
  return {
    kind: 'setup',
    step: 'language',
    key: null,
    settings: boot.settings,
    centreUrl: '',
    pairingCode: '',
    enrolled: boot.servicePoint !== null,
    pin: NO_PIN,
    busy: false,
    refusal: null,
  };
}

/** Staff open the step that was left out when the kiosk was to run alone. */
export function connectLater(state: SessionState, key: string): Move {
  const { boot } = state.kiosk;
  if (boot === null || boot.servicePoint !== null) return stay(state);
  return show({ ...state, trail: [] }, { ...setupScreen(boot), step: 'centre', key });
}

export function setupChoose(state: SessionState, settings: KioskSettings): Move {
  const { screen } = state;
  if (screen.kind !== 'setup') return stay(state);
  return show({ ...state, comfort: { ...state.comfort, language: settings.language } }, { ...screen, settings });
}

export function setupGo(state: SessionState, step: SetupStep): Move {
  const { screen } = state;
  if (screen.kind !== 'setup' || screen.busy) return stay(state);
  return show(state, { ...screen, step, refusal: null, pin: NO_PIN });
}

export function setupType(state: SessionState, field: 'centreUrl' | 'pairingCode', text: string): Move {
  const { screen } = state;
  if (screen.kind !== 'setup' || screen.busy) return stay(state);
  return show(state, { ...screen, [field]: text.slice(0, field === 'centreUrl' ? 300 : 20), refusal: null });
}

export function setupEnrol(state: SessionState): Move {
  const { screen } = state;
  if (screen.kind !== 'setup' || screen.busy || screen.step !== 'centre') return stay(state);
  const { centreUrl, pairingCode } = screen;
  if (centreUrl.trim() === '' || pairingCode.trim() === '') return stay(state);
  return show(state, { ...screen, busy: true, refusal: null }, {
    kind: 'enrol',
    centreUrl: centreUrl.trim(),
    pairingCode: pairingCode.trim().toUpperCase(),
    key: screen.key,
  });
}

export function setupRunAlone(state: SessionState): Move {
  const { screen } = state;
  if (screen.kind !== 'setup' || screen.busy || screen.step !== 'centre') return stay(state);
  return afterCentre(state, screen);
}

/** The PIN comes last, so that its key can save the rest; a kiosk with a PIN is finished here. */
function afterCentre(state: SessionState, screen: SetupScreen): Move {
  if (state.kiosk.boot?.pinSet === true) return save(state, screen, screen.key);
  return show(state, { ...screen, step: 'pin', busy: false, refusal: null, pin: NO_PIN });
}

function save(state: SessionState, screen: SetupScreen, key: string | null): Move {
  return show(state, { ...screen, busy: true, pin: NO_PIN }, {
    kind: 'save-settings',
    settings: screen.settings,
    finish: true,
    key,
  });
}

/** On from language and profile, past the steps that are done already. */
export function setupNext(state: SessionState): Move {
  const { screen, kiosk } = state;
  if (screen.kind !== 'setup' || screen.busy || kiosk.boot === null) return stay(state);
  const steps = setupSteps(kiosk.boot);
  const next = steps[steps.indexOf(screen.step) + 1];
  return next === undefined ? save(state, screen, null) : setupGo(state, next);
}

export function setupPin(state: SessionState, event: Extract<StaffEvent, { kind: 'pin-digit' | 'pin-delete' | 'pin-clear' | 'pin-enter' }>): Move {
  const { screen } = state;
  if (screen.kind !== 'setup' || screen.busy || screen.step !== 'pin') return stay(state);
  const { pin } = screen;
  if (event.kind !== 'pin-enter') {
    return show(state, { ...screen, refusal: null, pin: { ...pin, differ: false, typed: editPin(pin.typed, event) } });
  }
  if (pin.typed.length < SHORTEST_PIN) {
    return show(state, { ...screen, pin: { ...pin, typed: '' }, refusal: { code: 'STAFF_PIN_WEAK', retrySeconds: null } });
  }
  if (pin.first === null) return show(state, { ...screen, pin: { first: pin.typed, typed: '', differ: false } });
  if (pin.first !== pin.typed) return show(state, { ...screen, pin: { first: null, typed: '', differ: true } });
  return show(state, { ...screen, busy: true }, { kind: 'staff-set-pin', pin: pin.typed, key: null });
}

/** The PIN is set; its key saves what was chosen and ends the set-up. */
export function setupOpened(state: SessionState, key: string): Move {
  const { screen, kiosk } = state;
  if (screen.kind !== 'setup') return stay(state);
  const boot = kiosk.boot === null ? null : { ...kiosk.boot, pinSet: true };
  return save({ ...state, kiosk: { ...kiosk, boot } }, screen, key);
}

export function setupRefused(state: SessionState, refusal: Refusal): Move {
  const { screen } = state;
  return screen.kind === 'setup' ? show(state, { ...screen, busy: false, refusal, pin: NO_PIN }) : stay(state);
}

/** The host changed what it knows of itself: enrolled, settings saved, set-up finished. */
export function bootChanged(state: SessionState, boot: BootInfo): Move {
  const { screen } = state;
  const next = { ...state, kiosk: { ...state.kiosk, boot } };
  if (screen.kind === 'setup') {
    if (screen.step === 'centre' && boot.servicePoint !== null && !screen.enrolled) {
      return afterCentre(next, { ...screen, enrolled: true, busy: false });
    }
    if (boot.phase === 'ready') return guarded(endSession(next));
    return show(next, { ...screen, busy: false });
  }
  if (screen.kind === 'staff' && screen.view.kind === 'open') {
    const comfort = { ...state.comfort, language: boot.settings.language };
    return show({ ...next, comfort }, { kind: 'staff', view: { ...screen.view, busy: false } });
  }
  return stay(next);
}
