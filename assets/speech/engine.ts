import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ClipText, SpokenLanguage } from '#domain/speech/clip-key.ts';
import { SPOKEN_FORM, spokenForm } from './spoken-form.ts';

const run = promisify(execFile);

/** `words`: a minute. */
const VOICES: Readonly<Record<SpokenLanguage, { readonly name: string; readonly words: number }>> = { vi: { name: 'vi', words: 160 }, en: { name: 'en-gb', words: 155 } };
const BITS_PER_SECOND = 10_000;
/** Clips that one ffmpeg encodes: starting it costs more than encoding a sentence. */
const BATCH = 32;
const WORKERS = 2;

/** Clips put one behind the other must not wait for each other: the silence at both ends goes. */
const TRIM = 'silenceremove=start_periods=1:start_threshold=-55dB:start_silence=0.03,areverse,silenceremove=start_periods=1:start_threshold=-55dB:start_silence=0.06,areverse';

const ENCODING = [
  '-af', TRIM, '-ac', '1', '-c:a', 'libopus', '-b:a', String(BITS_PER_SECOND), '-vbr', 'on', '-application', 'voip', '-frame_duration', '60',
  // No encoder's name, no chance in the stream's number: the same text gives the same bytes.
  '-map_metadata', '-1', '-fflags', '+bitexact', '-flags:a', '+bitexact',
] as const;

/** Written into the index; clips made otherwise are rendered anew. */
export function voiceName(language: SpokenLanguage): string {
  const { name, words } = VOICES[language];
  return `espeak-ng ${name} ${words} wpm, Opus ${BITS_PER_SECOND}, rules ${SPOKEN_FORM}`;
}

/** What stands in the way of rendering, in words; null: nothing. */
export async function missingEngine(): Promise<string | null> {
  const programs = [['espeak-ng', '--version'], ['ffmpeg', '-version']] as const;
  for (const [program, flag] of programs) {
    try {
      await run(program, [flag]);
    } catch {
      return `${program} is not installed (Debian, Ubuntu: apt-get install ${program}). The clips that are there stay as they are.`;
    }
  }
  return null;
}

export type RenderedClip = { readonly clip: ClipText; readonly bytes: Uint8Array };

/** Renders texts to Ogg Opus, in batches, on two processes at once. @throws when the engine or the encoder refuses one. */
export async function renderClips(clips: readonly ClipText[], onDone: (count: number) => void): Promise<readonly RenderedClip[]> {
  const batches = Array.from({ length: Math.ceil(clips.length / BATCH) }, (_, index) => clips.slice(index * BATCH, (index + 1) * BATCH));
  const rendered: RenderedClip[][] = [];
  const work = async (worker: number): Promise<void> => {
    for (let index = worker; index < batches.length; index += WORKERS) {
      rendered[index] = await renderBatch(batches[index] ?? []);
      onDone(batches[index]?.length ?? 0);
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, (_, worker) => work(worker)));
  return rendered.flat();
}

async function renderBatch(clips: readonly ClipText[]): Promise<RenderedClip[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cham-speech-'));
  try {
    for (const [index, clip] of clips.entries()) await speak(clip, join(folder, `${index}.wav`));
    const inputs = clips.flatMap((_, index) => ['-i', join(folder, `${index}.wav`)]);
    const outputs = clips.flatMap((_, index) => ['-map', `${index}:a`, ...ENCODING, join(folder, `${index}.ogg`)]);
    await run('ffmpeg', ['-loglevel', 'error', '-y', ...inputs, ...outputs], { maxBuffer: 1024 * 1024 });
    return clips.map((clip, index) => ({ clip, bytes: readFileSync(join(folder, `${index}.ogg`)) }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The text goes through standard input: no shell, no file, no length. */
function speak(clip: ClipText, target: string): Promise<void> {
  const { name, words } = VOICES[clip.language];
  return new Promise((resolve, reject) => {
    const engine = spawn('espeak-ng', ['-v', name, '-s', String(words), '-z', '-b', '1', '-w', target, '--stdin'], { stdio: ['pipe', 'ignore', 'pipe'] });
    let complaint = '';
    engine.stderr.on('data', (words_: Buffer) => (complaint += words_.toString('utf8')));
    engine.once('error', reject);
    engine.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`espeak-ng refused “${clip.text}”: ${complaint}`))));
    engine.stdin.end(spokenForm(clip));
  });
}
