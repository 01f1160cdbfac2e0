import { assertNever } from '#domain/assert-never.ts';

/** What is shown in turn. A clip needs a <video>; a still or slide needs only its time. */
export type PlayerItem = { readonly id: string; readonly kind: 'clip' | 'still' | 'slide'; readonly seconds: number };

/** The two <video> elements, used again for ever: new ones grow the memory with each load. */
export type Slot = 'a' | 'b';

/** The item after the shown one. `starting`: it was told to play and takes the screen with its first frame. */
type Next = { readonly at: number; readonly slot: Slot | null; readonly phase: 'loading' | 'ready' | 'starting' };

export type PlayerState = {
  readonly items: readonly PlayerItem[];
  /** Shown when nothing of the playlist can be (promise 9); slides only, at least one. */
  readonly builtIn: readonly PlayerItem[];
  /** Ids that are not tried again. */
  readonly failed: readonly string[];
  /** Ids that are not due now by their schedule. */
  readonly resting: readonly string[];
  /** Index of the shown item; -1 before the first. */
  readonly at: number;
  /** The slot on the screen; null while a still or slide is. */
  readonly front: Slot | null;
  readonly next: Next | null;
  readonly paused: boolean;
  /** Clips in a row whose picture stood still. */
  readonly stalls: number;
};

export type PlayerEvent =
  | { readonly kind: 'start' }
  /** The slot has enough to play. */
  | { readonly kind: 'ready'; readonly slot: Slot }
  /** The slot's first frame is on its way to the screen. */
  | { readonly kind: 'playing'; readonly slot: Slot }
  /** The shown item is about to end. */
  | { readonly kind: 'due' }
  | { readonly kind: 'failed'; readonly slot: Slot; readonly reason: string }
  /** A still's picture could not be loaded. */
  | { readonly kind: 'still-failed'; readonly id: string; readonly reason: string }
  /** No new frame for two seconds. */
  | { readonly kind: 'stalled' }
  /** From now on these are not due; what is on the screen runs to its end. */
  | { readonly kind: 'rest'; readonly ids: readonly string[] }
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' };

export type PlayerEffect =
  | { readonly kind: 'load'; readonly slot: Slot; readonly id: string }
  | { readonly kind: 'play'; readonly slot: Slot }
  | { readonly kind: 'hold'; readonly slot: Slot }
  /** Pause, remove the source, load nothing: gives the decoder back. */
  | { readonly kind: 'retire'; readonly slot: Slot }
  | { readonly kind: 'report'; readonly id: string; readonly reason: string }
  | { readonly kind: 'played'; readonly id: string }
  /** Three pictures in a row stood still: the page wants to be loaded anew. */
  | { readonly kind: 'reload' };

export type PlayerStep = { readonly state: PlayerState; readonly effects: readonly PlayerEffect[] };

const STALLS_BEFORE_RELOAD = 3;

export function createPlayer(items: readonly PlayerItem[], builtIn: readonly PlayerItem[], failed: readonly string[], resting: readonly string[] = []): PlayerState {
  return { items, builtIn, failed, resting, at: -1, front: null, next: null, paused: false, stalls: 0 };
}

/** The items in use: the playlist, or the built-in slides when nothing of it can be shown or is due. */
export function usableItems(state: Pick<PlayerState, 'items' | 'builtIn' | 'failed' | 'resting'>): readonly PlayerItem[] {
  return state.items.some((item) => isUsable(state, item)) ? state.items : state.builtIn;
}

function isUsable({ failed, resting }: Pick<PlayerState, 'failed' | 'resting'>, { id }: PlayerItem): boolean {
  return !failed.includes(id) && !resting.includes(id);
}

export function shownItem(state: PlayerState): PlayerItem | null {
  return usableItems(state)[state.at] ?? null;
}

/** One step of the loop. Pure: the elements, clocks and reports are effects. */
export function stepPlayer(state: PlayerState, event: PlayerEvent): PlayerStep {
  switch (event.kind) {
    case 'start':
      return state.at === -1 && state.next === null ? advance(prepare(state)) : { state, effects: [] };
    case 'ready':
      return state.next?.slot === event.slot && state.next.phase === 'loading'
        ? { state: { ...state, next: { ...state.next, phase: 'ready' } }, effects: [] }
        : { state, effects: [] };
    case 'playing':
      return state.next?.slot === event.slot && state.next.phase === 'starting' ? show(state) : { state, effects: [] };
    case 'due':
      return state.next === null || state.next.phase === 'starting' ? { state, effects: [] } : advance({ state: { ...state, stalls: 0 }, effects: [] });
    case 'failed':
      return failSlot(state, event.slot, event.reason);
    case 'still-failed':
      return failShown(state, event.id, event.reason);
    case 'stalled':
      return stall(state);
    case 'rest':
      return rest(state, event.ids);
    case 'pause':
      return { state: { ...state, paused: true }, effects: state.front === null ? [] : [{ kind: 'hold', slot: state.front }] };
    case 'resume':
      return { state: { ...state, paused: false }, effects: state.front === null ? [] : [{ kind: 'play', slot: state.front }] };
    default:
      return assertNever(event, 'event of the player');
  }
}

/** Chooses the item after the shown one and, if it is a clip, loads it into the free slot. */
function prepare(state: PlayerState): PlayerStep {
  const items = usableItems(state);
  const at = indexAfter(items, state, items === state.items || state.at < items.length ? state.at : -1);
  const item = items[at];
  if (item === undefined) return { state: { ...state, next: null }, effects: [] };
  if (item.kind !== 'clip') return { state: { ...state, next: { at, slot: null, phase: 'ready' } }, effects: [] };
  const slot: Slot = state.front === 'a' ? 'b' : 'a';
  return { state: { ...state, next: { at, slot, phase: 'loading' } }, effects: [{ kind: 'load', slot, id: item.id }] };
}

function indexAfter(items: readonly PlayerItem[], state: Pick<PlayerState, 'failed' | 'resting'>, at: number): number {
  for (let by = 1; by <= items.length; by += 1) {
    const index = (at + by) % items.length;
    const item = items[index];
    if (item !== undefined && isUsable(state, item)) return index;
  }
  return -1;
}

/** A still or slide takes the screen at once; a clip is told to play and takes it with its first frame. */
function advance({ state, effects }: PlayerStep): PlayerStep {
  const { next } = state;
  if (next === null) return { state, effects };
  if (next.slot === null) return after(effects, show(state));
  return { state: { ...state, next: { ...next, phase: 'starting' } }, effects: [...effects, { kind: 'play', slot: next.slot }] };
}

function show(state: PlayerState): PlayerStep {
  const { next } = state;
  if (next === null) return { state, effects: [] };
  const old = shownItem(state);
  const effects: PlayerEffect[] = [];
  if (old !== null) effects.push({ kind: 'played', id: old.id });
  if (state.front !== null) effects.push({ kind: 'retire', slot: state.front });
  return after(effects, prepare({ ...state, at: next.at, front: next.slot, next: null }));
}

function failSlot(state: PlayerState, slot: Slot, reason: string): PlayerStep {
  if (slot === state.front) {
    const shown = shownItem(state);
    return shown === null ? { state, effects: [] } : failShown(state, shown.id, reason);
  }
  const { next } = state;
  const item = next?.slot === slot ? usableItems(state)[next.at] : undefined;
  if (next === null || item === undefined) return { state, effects: [] };
  const effects: readonly PlayerEffect[] = [{ kind: 'report', id: item.id, reason }, { kind: 'retire', slot }];
  const forgotten = forget(state, item.id);
  // A clip that is shown and broke while it was loaded again was the last of its list: what is on the
  // screen belongs to no list any more, so the built-in slides come at once.
  const prepared = prepare(forgotten);
  return after(effects, next.phase === 'starting' || forgotten.at !== state.at ? advance(prepared) : prepared);
}

/** The shown item broke: the next one comes early. */
function failShown(state: PlayerState, id: string, reason: string): PlayerStep {
  if (shownItem(state)?.id !== id) return { state, effects: [] };
  const report: PlayerEffect = { kind: 'report', id, reason };
  const waiting = state.next?.slot ?? null;
  const forgotten = forget(state, id);
  // The item that was being prepared may be the broken one itself, or of a list that is no longer in use.
  const again = forgotten.at !== state.at || usableItems(state)[state.next?.at ?? -1]?.id === id;
  if (!again) return after([report], state.next?.phase === 'starting' ? { state: forgotten, effects: [] } : advance({ state: forgotten, effects: [] }));
  const retire: readonly PlayerEffect[] = waiting === null ? [] : [{ kind: 'retire', slot: waiting }];
  return after([report, ...retire], advance(prepare({ ...forgotten, next: null })));
}

/** The schedule changed what is due: the item to come is chosen anew; between list and built-in slides the change is at once. */
function rest(state: PlayerState, ids: readonly string[]): PlayerStep {
  const rested = { ...state, resting: ids };
  const waiting = state.next?.slot ?? null;
  const retire: readonly PlayerEffect[] = waiting === null ? [] : [{ kind: 'retire', slot: waiting }];
  if (usableItems(rested) !== usableItems(state)) {
    const shown = shownItem(state);
    const played: readonly PlayerEffect[] = shown === null ? [] : [{ kind: 'played', id: shown.id }];
    return after([...played, ...retire], advance(prepare({ ...rested, at: -1, next: null })));
  }
  const next = usableItems(state)[state.next?.at ?? -1];
  // What has been told to play is on the screen in a moment, and then runs to its end like any other.
  const isKept = state.next?.phase === 'starting' || (next !== undefined && isUsable(rested, next) && !isNewlyUsable(state, rested));
  return isKept || state.at === -1 ? { state: rested, effects: [] } : after(retire, prepare({ ...rested, next: null }));
}

/** Something became due that was resting: it may come before what was prepared. */
function isNewlyUsable(before: PlayerState, now: PlayerState): boolean {
  return usableItems(now).some((item) => isUsable(now, item) && !isUsable(before, item));
}

function stall(state: PlayerState): PlayerStep {
  const slot = state.next?.phase === 'starting' ? state.next.slot : state.front;
  if (slot === null) return { state, effects: [] };
  const stalls = state.stalls + 1;
  const skipped = failSlot({ ...state, stalls }, slot, 'the picture stood still for two seconds');
  return stalls < STALLS_BEFORE_RELOAD ? skipped : { state: { ...skipped.state, stalls: 0 }, effects: [...skipped.effects, { kind: 'reload' }] };
}

/** When nothing of the list is left, the position in it means nothing in the list that takes its place. */
function forget(state: PlayerState, id: string): PlayerState {
  const forgotten = { ...state, failed: [...state.failed, id] };
  return usableItems(forgotten) === usableItems(state) ? forgotten : { ...forgotten, at: -1 };
}

function after(effects: readonly PlayerEffect[], step: PlayerStep): PlayerStep {
  return { state: step.state, effects: [...effects, ...step.effects] };
}
