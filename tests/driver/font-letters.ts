import { readFileSync } from 'node:fs';
import subsetFont from 'subset-font';

/** The letters a font file draws, read from its character map, not from what somebody meant to put in. */
export async function lettersInFont(file: string): Promise<ReadonlySet<string>> {
  // Asking for everything it may hold only unpacks it.
  const everything = Array.from({ length: 0x1_0000 - 0x21 }, (_, i) => i + 0x21).filter((code) => code < 0xd800 || code > 0xdfff);
  const font = await subsetFont(readFileSync(file), String.fromCodePoint(...everything), { targetFormat: 'truetype' });
  const letters = new Set<string>();
  for (const subtable of characterMaps(font)) for (const code of codesIn(font, subtable)) letters.add(String.fromCodePoint(code));
  return letters;
}

function characterMaps(font: Buffer): readonly number[] {
  const tables = font.readUInt16BE(4);
  for (let i = 0; i < tables; i += 1) {
    const record = 12 + 16 * i;
    if (font.toString('latin1', record, record + 4) !== 'cmap') continue;
    const cmap = font.readUInt32BE(record + 8);
    return Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, j) => cmap + font.readUInt32BE(cmap + 4 + 8 * j + 4));
  }
  return [];
}

/** Formats 4 (segments) and 12 (groups) of the OpenType character map; a letter that maps to glyph 0 is not drawn. */
function* codesIn(font: Buffer, at: number): Generator<number> {
  const format = font.readUInt16BE(at);
  if (format === 12) {
    for (let i = 0; i < font.readUInt32BE(at + 12); i += 1) {
      const group = at + 16 + 12 * i;
      for (let code = font.readUInt32BE(group); code <= font.readUInt32BE(group + 4); code += 1) yield code;
    }
  }
  if (format !== 4) return;
  const twice = font.readUInt16BE(at + 6);
  for (let i = 0; i < twice; i += 2) {
    const [end, start] = [font.readUInt16BE(at + 14 + i), font.readUInt16BE(at + 16 + twice + i)];
    for (let code = start; code <= end && code !== 0xffff; code += 1) if (glyphOf(font, at, twice, i, code) !== 0) yield code;
  }
}

function glyphOf(font: Buffer, at: number, twice: number, i: number, code: number): number {
  const delta = font.readUInt16BE(at + 16 + 2 * twice + i);
  const offsetAt = at + 16 + 3 * twice + i;
  const offset = font.readUInt16BE(offsetAt);
  if (offset === 0) return (code + delta) & 0xffff;
  const glyph = font.readUInt16BE(offsetAt + offset + 2 * (code - font.readUInt16BE(at + 16 + twice + i)));
  return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
}
