/** 31 signs without 0 O 1 I L, which people confuse (E138). */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 6;
const STEPS = 32;
/** Coprime to the number of signs, or a change of one sign would often keep the check. */
const CHECKS = 29;
/** Keeps neighbouring guides from having neighbouring codes; coprime to the size of the space. */
const SPREAD = 514_229;
const SPACE = ALPHABET.length ** LENGTH;

/** The largest guide number a code can carry. */
export const LARGEST_GUIDE_NUMBER = Math.floor(SPACE / STEPS / CHECKS) - 1;

export type HandoffPlace = {
  /** The guide's number in the content pack, 1..LARGEST_GUIDE_NUMBER. */
  readonly guide: number;
  /** 0 for the overview, 1.. for the steps. */
  readonly step: number;
};

/**
 * The six-character code of a place in a guide. It needs no server to make and holds nothing
 * about the citizen: answers travel only in the QR's fragment (promise 5).
 * @throws RangeError for a guide or step outside the range.
 */
export function handoffCode(place: HandoffPlace): string {
  const { guide, step } = place;
  if (!Number.isInteger(guide) || guide < 1 || guide > LARGEST_GUIDE_NUMBER) {
    throw new RangeError(`guide number ${guide} is not in 1..${LARGEST_GUIDE_NUMBER}`);
  }
  if (!Number.isInteger(step) || step < 0 || step >= STEPS) {
    throw new RangeError(`step ${step} is not in 0..${STEPS - 1}`);
  }
  const body = guide * STEPS + step;
  const number = body * CHECKS + checkDigit(body);
  return toSigns(Number((BigInt(number) * BigInt(SPREAD)) % BigInt(SPACE)));
}

/** The place a code names, or null when it is mistyped. Lower case, spaces and hyphens are forgiven. */
export function parseHandoffCode(text: string): HandoffPlace | null {
  const number = fromSigns(text.toUpperCase().replace(/[\s-]/g, ''));
  if (number === null) return null;
  const unspread = Number((BigInt(number) * inverse(BigInt(SPREAD), BigInt(SPACE))) % BigInt(SPACE));
  const body = Math.floor(unspread / CHECKS);
  if (unspread % CHECKS !== checkDigit(body)) return null;
  const guide = Math.floor(body / STEPS);
  if (guide < 1 || guide > LARGEST_GUIDE_NUMBER) return null;
  return { guide, step: body % STEPS };
}

function checkDigit(body: number): number {
  return (body * 7 + 3) % CHECKS;
}

function toSigns(number: number): string {
  let rest = number;
  let signs = '';
  for (let i = 0; i < LENGTH; i += 1) {
    signs = ALPHABET.charAt(rest % ALPHABET.length) + signs;
    rest = Math.floor(rest / ALPHABET.length);
  }
  return signs;
}

function fromSigns(signs: string): number | null {
  if (signs.length !== LENGTH) return null;
  let number = 0;
  for (const sign of signs) {
    const digit = ALPHABET.indexOf(sign);
    if (digit < 0) return null;
    number = number * ALPHABET.length + digit;
  }
  return number;
}

function inverse(value: bigint, modulus: bigint): bigint {
  let [r0, r1] = [modulus, value];
  let [t0, t1] = [0n, 1n];
  while (r1 !== 0n) {
    const q = r0 / r1;
    [r0, r1] = [r1, r0 - q * r1];
    [t0, t1] = [t1, t0 - q * t1];
  }
  return ((t0 % modulus) + modulus) % modulus;
}
