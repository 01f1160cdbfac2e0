import { Value } from 'typebox/value';
import { SpeechIndex } from '#contract/speech-index.ts';
import { clipKey, SPOKEN_LANGUAGES, type ClipText, type SpokenLanguage } from '#domain/speech/clip-key.ts';

/** The recorded clips of the pack. */
export type ClipStore = {
  readonly has: (clip: ClipText) => boolean;
  /** Null when the clip cannot be had: it is passed over. */
  readonly load: (clip: ClipText) => Promise<ArrayBuffer | null>;
};

export const NO_CLIPS: ClipStore = { has: () => false, load: () => Promise.resolve(null) };

type Fetch = typeof globalThis.fetch;

/** Reads the indexes of all languages below `mediaBase`; one that is not there has no clips. */
export async function openClips(fetch: Fetch, mediaBase: string): Promise<ClipStore> {
  const read = await Promise.all(SPOKEN_LANGUAGES.map(async (language) => [language, await loadIndex(fetch, `${mediaBase}speech/${language}/`)] as const));
  const indexes = new Map(read);
  return {
    has: (clip) => placeOf(indexes.get(clip.language) ?? null, clip) !== null,
    load: async (clip) => {
      const place = placeOf(indexes.get(clip.language) ?? null, clip);
      return place === null ? null : loadPart(fetch, `${mediaBase}speech/${clip.language}/${place.file}`, place.part);
    },
  };
}

type Place = { readonly file: string; readonly part: { readonly from: number; readonly bytes: number } | null };

/** A person's recording comes before the machine's. */
function placeOf(index: SpeechIndex | null, clip: ClipText): Place | null {
  if (index === null) return null;
  const key = clipKey(clip);
  const recorded = index.person[key];
  if (recorded !== undefined) return { file: recorded, part: null };
  const found = index.machine[key];
  const file = found === undefined ? undefined : index.bundles[found[0]];
  return found === undefined || file === undefined ? null : { file, part: { from: found[1], bytes: found[2] } };
}

async function loadIndex(fetch: Fetch, folder: string): Promise<SpeechIndex | null> {
  try {
    const answer = await fetch(`${folder}index.json`);
    if (!answer.ok) return null;
    const index: unknown = await answer.json();
    // Walked, not compiled: the page's policy forbids what compiling does.
    return Value.Check(SpeechIndex, index) ? index : null;
  } catch {
    // A pack without clips, or a host that is away: the system's voice or a tone takes their place.
    return null;
  }
}

async function loadPart(fetch: Fetch, address: string, part: Place['part']): Promise<ArrayBuffer | null> {
  try {
    const answer = await fetch(address, part === null ? {} : { headers: { range: `bytes=${part.from}-${part.from + part.bytes - 1}` } });
    if (!answer.ok) return null;
    const bytes = await answer.arrayBuffer();
    // A server that knows no ranges gives the whole bundle.
    return answer.status === 200 && part !== null ? bytes.slice(part.from, part.from + part.bytes) : bytes;
  } catch {
    return null;
  }
}

/** The language of a text on the screen as clips are kept; anything else may still be found word by word. */
export function spokenLanguage(tag: string): SpokenLanguage {
  return SPOKEN_LANGUAGES.find((language) => tag === language || tag.startsWith(`${language}-`)) ?? 'vi';
}
