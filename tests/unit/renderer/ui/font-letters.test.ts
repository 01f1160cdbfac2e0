import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const require = createRequire(import.meta.url);
const PLAIN = 'aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ';
/** 73 letters, small and capital, and the sign of the đồng. */
const LETTERS = [...`${PLAIN}${PLAIN.toLocaleUpperCase('vi')}₫`];

/** Code points of a WOFF2 file, read from its cmap (format 4 or 12); W3C WOFF2 sections 4 and 5. */
function lettersOf(file: string): ReadonlySet<number> {
  const bytes = readFileSync(file);
  let at = 48;
  const base128 = (): number => {
    for (let value = 0; ; ) {
      const byte = bytes[at++] ?? 0;
      value = value * 128 + (byte & 0x7f);
      if (byte < 0x80) return value;
    }
  };
  let [offset, cmapAt] = [0, -1];
  for (let table = 0; table < bytes.readUInt16BE(12); table += 1) {
    const flags = bytes[at++] ?? 0;
    const tag = flags & 0x3f;
    const name = tag === 0x3f ? bytes.toString('latin1', at, (at += 4)) : '';
    const length = base128();
    const version = flags >> 6;
    const isTransformed = tag === 10 || tag === 11 ? version === 0 : version !== 0;
    const stored = isTransformed ? base128() : length;
    if (tag === 0 || name === 'cmap') cmapAt = offset;
    offset += stored;
  }
  const cmap = brotliDecompressSync(bytes.subarray(at, at + bytes.readUInt32BE(20))).subarray(cmapAt);
  const found = new Set<number>();
  for (let table = 0; table < cmap.readUInt16BE(2); table += 1) {
    const start = cmap.readUInt32BE(4 + table * 8 + 4);
    const format = cmap.readUInt16BE(start);
    if (format === 12) {
      for (let group = 0; group < cmap.readUInt32BE(start + 12); group += 1) {
        const [from, to] = [cmap.readUInt32BE(start + 16 + group * 12), cmap.readUInt32BE(start + 20 + group * 12)];
        for (let code = from; code <= to; code += 1) found.add(code);
      }
    }
    if (format === 4) {
      const segments = cmap.readUInt16BE(start + 6) / 2;
      for (let segment = 0; segment < segments; segment += 1) {
        const [to, from] = [cmap.readUInt16BE(start + 14 + segment * 2), cmap.readUInt16BE(start + 16 + segments * 2 + segment * 2)];
        for (let code = from; code <= to && code !== 0xffff; code += 1) found.add(code);
      }
    }
  }
  return found;
}

const css = readFileSync(new URL('../../../../renderer/ui/fonts.css', import.meta.url), 'utf8');
const families = Map.groupBy([...css.matchAll(/font-family: '([^']+)';[^}]*url\('([^']+)'\)/g)], ([, family = '']) => family);

describe('the shipped fonts', () => {
  it('are two families of two files', () => {
    expect([...families.keys()]).toEqual(['Noto Sans', 'Alegreya Sans']);
    expect(LETTERS.length).toBe(147);
  });

  it.each([...families.entries()].map(([family, files]) => [family, files.map(([, , file = '']) => file)] as const))('%s draws all 147 signs of Vietnamese (E028)', (_, files) => {
    const drawn = new Set(files.flatMap((file) => [...lettersOf(require.resolve(file))]));
    expect(LETTERS.filter((letter) => !drawn.has(letter.codePointAt(0) ?? 0))).toEqual([]);
  });
});
