import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES, type Language } from '#contract/content-pack.ts';
import type { ClipText } from '../text/clip-text.ts';

/** The captions of a clip as WebVTT (https://www.w3.org/TR/webvtt1/). */
export function webVttOf(text: ClipText, language: Language): string {
  const cues = text.captions.map((caption) => `${stamp(caption.from)} --> ${stamp(caption.until)}\n${caption[language]}\n`);
  return ['WEBVTT\n', ...cues].join('\n');
}

function stamp(seconds: number): string {
  const thousandths = Math.round(seconds * 1000);
  const part = (value: number, digits: number): string => String(value).padStart(digits, '0');
  return `00:${part(Math.floor(thousandths / 60_000), 2)}:${part(Math.floor(thousandths / 1000) % 60, 2)}.${part(thousandths % 1000, 3)}`;
}

/** Writes `<id>.vi.vtt` and `<id>.en.vtt`. */
export function writeCaptions(text: ClipText, folder: string): void {
  for (const language of LANGUAGES) writeFileSync(join(folder, `${text.id}.${language}.vtt`), webVttOf(text, language));
}
