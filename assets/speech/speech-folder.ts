import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SPEECH_FORMAT, SpeechIndex } from '#contract/speech-index.ts';
import { parserOf } from '#contract/parse.ts';
import { clipKey, type ClipText, type SpokenLanguage } from '#domain/speech/clip-key.ts';
import { voiceName } from './engine.ts';

const parseIndex = parserOf(SpeechIndex);
const RECORDED = /^([0-9a-f]{14})\.(?:ogg|webm|m4a)$/;

/** A language's folder as it is on the disk. `machine`: the clips by their keys. */
export type SpeechFolder = { readonly machine: ReadonlyMap<string, Uint8Array>; readonly person: ReadonlyMap<string, string> };

/** Reads the clips of a language. Those of another voice or of broken files are left out, and so rendered anew. */
export function readSpeech(folder: string, language: SpokenLanguage): SpeechFolder {
  const machine = new Map<string, Uint8Array>();
  const index = readIndex(join(folder, 'index.json'));
  if (index !== null && index.voice === voiceName(language)) {
    const bundles = index.bundles.map((name) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name)) : Buffer.alloc(0)));
    for (const [key, [bundle, from, bytes]] of Object.entries(index.machine)) {
      const clip = bundles[bundle]?.subarray(from, from + bytes);
      if (clip?.length === bytes && clip.subarray(0, 4).toString('latin1') === 'OggS') machine.set(key, clip);
    }
  }
  return { machine, person: readRecorded(folder) };
}

export function readIndex(file: string): SpeechIndex | null {
  if (!existsSync(file)) return null;
  const parsed = parseIndex(JSON.parse(readFileSync(file, 'utf8')));
  return parsed.ok ? parsed.value : null;
}

function readRecorded(folder: string): ReadonlyMap<string, string> {
  const place = join(folder, 'recorded');
  const names = existsSync(place) ? readdirSync(place).toSorted() : [];
  return new Map(names.flatMap((name) => {
    const key = RECORDED.exec(name)?.[1];
    return key === undefined ? [] : [[key, `recorded/${name}`] as const];
  }));
}

/**
 * Writes bundles and index. A clip's bundle is chosen by its key's last digit, so that one changed sentence changes one
 * bundle and a kiosk on a thin line loads one sixteenth. Nothing else is left in the folder but `recorded/`.
 */
export function writeSpeech(folder: string, language: SpokenLanguage, clips: readonly { readonly clip: ClipText; readonly bytes: Uint8Array }[]): void {
  mkdirSync(folder, { recursive: true });
  const person = readRecorded(folder);
  const keyed = clips.map(({ clip, bytes }) => ({ key: clipKey(clip), bytes })).toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const machine: Record<string, [number, number, number]> = {};
  const bundles = Array.from({ length: 16 }, (_, digit) => `${digit.toString(16)}.ogg`);
  for (const [number, name] of bundles.entries()) {
    const own = keyed.filter(({ key }) => key.endsWith(number.toString(16)));
    let from = 0;
    for (const { key, bytes } of own) {
      machine[key] = [number, from, bytes.length];
      from += bytes.length;
    }
    writeChanged(join(folder, name), Buffer.concat(own.map(({ bytes }) => bytes)));
  }
  const index: SpeechIndex = { format: SPEECH_FORMAT, language, voice: voiceName(language), bundles, machine: sorted(machine), person: Object.fromEntries(person) };
  writeChanged(join(folder, 'index.json'), Buffer.from(`${JSON.stringify(index).replaceAll('],"', '],\n"')}\n`));
  const known = new Set([...bundles, 'index.json', 'recorded']);
  for (const name of readdirSync(folder)) if (!known.has(name)) rmSync(join(folder, name), { recursive: true });
}

function sorted<Value>(record: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function writeChanged(file: string, bytes: Buffer): void {
  if (existsSync(file) && readFileSync(file).equals(bytes)) return;
  writeFileSync(file, bytes);
}
