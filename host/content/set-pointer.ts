import { Type, type Static } from 'typebox';
import { ContentState, Sha256 } from '#contract/manifest.ts';
import { parserOf } from '#contract/parse.ts';
import { parseJson } from '../parse-json.ts';
import type { Files, Log } from '../ports.ts';
import { FIRST_PROBATION, Probation } from './decide-probation.ts';

const FILE = 'content/pointer.json';
/** Manifests that are not tried again; older ones are never named again by a centre. */
const MOST_REJECTED = 20;

const Millis = Type.Integer({ minimum: 0 });
const Refused = ContentState.properties.refused;

/** A set of files that is whole on this kiosk: its manifest's SHA-256 and what was left out of it. */
export const ContentSet = Type.Object({ manifest: Sha256, refused: Refused, since: Millis });
export type ContentSet = Static<typeof ContentSet>;

export const Pointer = Type.Object({
  /** The content key under which `sequence` was learnt; another centre counts anew. */
  key: Type.Union([Type.String(), Type.Null()]),
  /** The highest sequence of a manifest that was verified. */
  sequence: Type.Integer({ minimum: 0 }),
  /** The manifest verified last; its notices stand even while its files are still loading. */
  newest: Type.Union([Sha256, Type.Null()]),
  /** Null: the pack that came with the kiosk. */
  current: Type.Union([ContentSet, Type.Null()]),
  /** What a roll-back returns to. */
  previous: Type.Union([ContentSet, Type.Null()]),
  /** Null once the current set has proved itself. */
  probation: Type.Union([Probation, Type.Null()]),
  rejected: Type.Array(Type.Object({ manifest: Sha256, refused: Refused })),
});
export type Pointer = Static<typeof Pointer>;
const parsePointer = parserOf(Pointer);

export const FIRST_POINTER: Pointer = { key: null, sequence: 0, newest: null, current: null, previous: null, probation: null, rejected: [] };

/** A set on trial is never what a later roll-back returns to. */
export function switchTo(pointer: Pointer, next: ContentSet): Pointer {
  const previous = pointer.probation === null ? pointer.current : pointer.previous;
  return { ...pointer, current: next, previous, probation: FIRST_PROBATION };
}

/** Back to the previous set, or to the pack that came with the kiosk; the present one is not tried again. */
export function rollBack(pointer: Pointer, reason: string): Pointer {
  const { current, previous } = pointer;
  const returned = { ...pointer, current: previous, previous: null, probation: null };
  return current === null ? returned : reject(returned, current.manifest, [{ path: 'pack.json', reason }]);
}

export function reject(pointer: Pointer, manifest: string, refused: ContentState['refused']): Pointer {
  const others = pointer.rejected.filter((known) => known.manifest !== manifest);
  return { ...pointer, rejected: [{ manifest, refused }, ...others].slice(0, MOST_REJECTED) };
}

export type PointerFile = ReturnType<typeof createPointerFile>;

/** The one file that says which set is in use; written whole and flushed, so that a kill leaves the old text or the new one. */
export function createPointerFile(needs: { readonly files: Files; readonly log: Log }) {
  let pointer = FIRST_POINTER;
  return {
    /** Damaged: nobody knows what was in use; what came with the kiosk is shown until the centre has said it again. */
    load: async (): Promise<'whole' | 'damaged'> => {
      const text = await needs.files.readText(FILE);
      if (text === null) return 'whole';
      const parsed = parsePointer(parseJson(text));
      if (parsed.ok) pointer = parsed.value;
      else needs.log.error('content.pointer-damaged', { detail: parsed.error.message });
      return parsed.ok ? 'whole' : 'damaged';
    },
    get: (): Pointer => pointer,
    save: async (next: Pointer): Promise<void> => {
      await needs.files.writeText(FILE, JSON.stringify(next));
      pointer = next;
    },
  };
}
