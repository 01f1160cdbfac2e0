import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '#build/project-root.ts';
import { clipKey, SPOKEN_LANGUAGES, type ClipText, type SpokenLanguage } from '#domain/speech/clip-key.ts';
import { collectTexts } from './collect-texts.ts';
import { missingEngine, renderClips } from './engine.ts';
import { judgeSpeech, type SpeechWork } from './judge-speech.ts';
import { readSpeech, writeSpeech } from './speech-folder.ts';

const HELP = `npm run speech              renders what is missing, drops what is no longer said
npm run speech -- --check   says what is missing or stale; exit code 1 if anything is
npm run speech -- --script vi   the texts with their file names, for the person who reads them (vi or en)`;

const PACK = inProject('assets/pack');
const folderOf = (language: SpokenLanguage): string => join(PACK, 'speech', language);

/** Renders, checks or lists the clips of the default pack. @returns the exit code */
async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help')) return say(HELP);
  const texts = collectTexts(PACK);
  if (args.includes('--script')) return printScript(texts, args.at(-1) ?? '');
  const isCheck = args.includes('--check');
  if (!isCheck) {
    const obstacle = await missingEngine();
    if (obstacle !== null) return say(obstacle, 1);
  }
  let code = 0;
  for (const language of SPOKEN_LANGUAGES) {
    const own = texts.filter((clip) => clip.language === language);
    const work = judgeSpeech(own, readSpeech(folderOf(language), language));
    tell(language, own.length, work);
    if (work.clashes.length > 0 || (isCheck && work.missing.length + work.stale.length > 0)) code = 1;
    if (!isCheck) await render(language, own, work.missing);
  }
  return code;
}

function say(words: string, code = 0): number {
  (code === 0 ? console.log : console.error)(words);
  return code;
}

function tell(language: SpokenLanguage, count: number, { missing, stale, unused, clashes }: SpeechWork): void {
  console.log(`${language}: ${count} texts, ${missing.length} missing, ${stale.length} stale`);
  for (const { text } of missing.slice(0, 10)) console.log(`  missing: ${text}`);
  for (const file of unused) console.log(`  ${file} is a recording of a text that is no longer there`);
  for (const [one, other] of clashes) console.log(`  “${one}” and “${other}” have one name; word one of them otherwise`);
}

async function render(language: SpokenLanguage, texts: readonly ClipText[], missing: readonly ClipText[]): Promise<void> {
  let done = 0;
  const made = await renderClips(missing, (count) => {
    done += count;
    if (done % 320 < count) console.log(`  ${language}: ${done} of ${missing.length} rendered`);
  });
  const kept = readSpeech(folderOf(language), language).machine;
  const fresh = new Map(made.map(({ clip, bytes }) => [clipKey(clip), bytes]));
  const all = texts.flatMap((clip) => {
    const bytes = fresh.get(clipKey(clip)) ?? kept.get(clipKey(clip));
    return bytes === undefined ? [] : [{ clip, bytes }];
  });
  writeSpeech(folderOf(language), language, all);
  const sizes = all.map(({ bytes }) => bytes.length);
  const sum = sizes.reduce((total, size) => total + size, 0);
  const files = readdirSync(folderOf(language)).filter((name) => name.endsWith('.ogg'));
  const largest = Math.max(...files.map((name) => statSync(join(folderOf(language), name)).size));
  console.log(`  ${all.length} clips, ${(sum / 1024 ** 2).toFixed(2)} MiB, ${Math.round(sum / Math.max(1, all.length))} bytes on average, largest bundle ${(largest / 1024).toFixed(0)} KiB`);
}

function printScript(texts: readonly ClipText[], language: string): number {
  const own = texts.filter((clip) => clip.language === language);
  if (own.length === 0) return say(HELP, 2);
  for (const clip of own) console.log(`${clipKey(clip)}\t${clip.text}`);
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
