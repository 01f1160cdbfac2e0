import type { CalendarDay } from '#domain/calendar-day.ts';
import { LARGEST_CLIP_BYTES } from './limits.ts';
import type { PackSource } from './pack-source.ts';
import type { Problem } from './problem.ts';
import { readPack } from './read-pack.ts';
import { checkAnswers } from './rules/answers.ts';
import { checkFacts } from './rules/facts.ts';
import { checkIdentity } from './rules/identity.ts';
import { checkLanguages } from './rules/languages.ts';
import { checkPaths } from './rules/paths.ts';
import { checkPlaylist } from './rules/playlist.ts';
import { checkReasons } from './rules/reasons.ts';
import { checkStrings, checkTexts } from './rules/texts.ts';
import { checkWords } from './rules/words.ts';

/**
 * Everything that must be put right before a kiosk may show the pack, in the order of its files.
 * Never throws for what the pack holds. A document that fails the schema is checked no further.
 */
export function checkPack(
  documents: PackSource['documents'],
  files: PackSource['files'],
  today: CalendarDay,
  /** Bytes. */
  largestFile: number = LARGEST_CLIP_BYTES,
): readonly Problem[] {
  const { pack, problems } = readPack({ documents, files });
  const found = [
    ...problems,
    ...[...documents].flatMap(([file, document]) => checkStrings(file, document)),
    ...checkTexts(pack),
    ...checkFacts(pack, today),
    ...checkIdentity(pack),
    ...checkReasons(pack),
    ...checkPaths(pack),
    ...checkWords(pack),
    ...checkPlaylist(pack, files, largestFile),
    ...checkLanguages(pack, files),
    ...checkAnswers(pack),
  ];
  return found.toSorted((left, right) => left.file.localeCompare(right.file));
}
