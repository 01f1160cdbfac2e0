/** The words in at most `most` lines whose longest is as short as can be; earlier lines are the shorter ones when two ways are equal. */
export function breakLines(text: string, most: number): readonly string[] {
  const words = text.split(/\s+/u).filter((word) => word !== '');
  const count = Math.min(most, words.length);
  return count === 0 ? [] : best(words, count);
}

function best(words: readonly string[], count: number): readonly string[] {
  if (count === 1) return [words.join(' ')];
  let found: readonly string[] = [];
  for (let taken = 1; taken <= words.length - count + 1; taken += 1) {
    const lines = [words.slice(0, taken).join(' '), ...best(words.slice(taken), count - 1)];
    if (found.length === 0 || longest(lines) < longest(found)) found = lines;
  }
  return found;
}

/** Signs in a line of the narrow plate that is still set large. */
const NARROW = 13;

/** A headline for the narrow, high plate of the wide shape: its longer line is broken once more, where the writer broke none. */
export function narrowLines(lines: readonly string[]): readonly string[] {
  const at = lines.findIndex((line) => line.length === longest(lines));
  const line = lines[at] ?? '';
  if (line.length <= NARROW) return lines;
  return [...lines.slice(0, at), ...breakLines(line, 4 - lines.length), ...lines.slice(at + 1)];
}

const longest = (lines: readonly string[]): number => Math.max(...lines.map((line) => line.length));
