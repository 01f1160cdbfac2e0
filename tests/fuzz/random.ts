/** Whole numbers from 0 to 2^32 − 1, the same for the same seed on every machine (sfc32). */
export type Random = () => number;

export function randomFrom(seed: number): Random {
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, seed | 0, 1];
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  // The first numbers of neighbouring seeds are alike.
  for (let count = 0; count < 15; count += 1) next();
  return next;
}

/** A number of its own for each target, so that `--only` gives a target the same inputs as a whole run. */
export function seedFor(name: string, seed: number): number {
  return [...name].reduce((hash, sign) => Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 16_777_619), seed ^ 0x811c9dc5);
}
