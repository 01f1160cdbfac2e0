import { clipKey, type ClipText } from '#domain/speech/clip-key.ts';
import type { SpeechFolder } from './speech-folder.ts';

/** What is to be done for a language. */
export type SpeechWork = {
  readonly missing: readonly ClipText[];
  /** Clips of texts that are gone. */
  readonly stale: readonly string[];
  /** A person's recordings of texts that are gone: told, never deleted. */
  readonly unused: readonly string[];
  /** Two texts with one key; one of them must be worded otherwise. */
  readonly clashes: readonly (readonly [string, string])[];
};

/** Compares the texts of one language with the clips that are there. */
export function judgeSpeech(texts: readonly ClipText[], folder: SpeechFolder): SpeechWork {
  const byKey = new Map<string, ClipText>();
  const clashes: (readonly [string, string])[] = [];
  for (const clip of texts) {
    const key = clipKey(clip);
    const other = byKey.get(key);
    if (other !== undefined && other.text !== clip.text) clashes.push([other.text, clip.text]);
    byKey.set(key, clip);
  }
  return {
    missing: [...byKey].filter(([key]) => !folder.machine.has(key)).map(([, clip]) => clip),
    stale: [...folder.machine.keys()].filter((key) => !byKey.has(key)),
    unused: [...folder.person].filter(([key]) => !byKey.has(key)).map(([, file]) => file),
    clashes,
  };
}
