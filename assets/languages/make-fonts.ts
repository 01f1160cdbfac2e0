import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import subsetFont from 'subset-font';

/** A file that was written, and its size in bytes. */
export type MadeFont = { readonly path: string; readonly bytes: number };

/**
 * Makes a WOFF2 with exactly these letters from each whole font file, as `languages/<tag>-<weight>.woff2`.
 * @param from  font files by their weight, 100 to 900
 * @throws the file system's error, or the font engine's when a file is no font
 */
export async function makeFonts(pack: string, tag: string, letters: string, from: ReadonlyMap<number, string>): Promise<readonly MadeFont[]> {
  const made: MadeFont[] = [];
  for (const [weight, file] of from) {
    const path = `languages/${tag.toLowerCase()}-${weight}.woff2`;
    const font = await subsetFont(await readFile(file), letters, { targetFormat: 'woff2' });
    await writeFile(join(pack, path), font);
    made.push({ path, bytes: font.byteLength });
  }
  return made;
}
