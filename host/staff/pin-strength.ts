/** PINs that people try first. */
const COMMON = new Set(['112233', '121314', '147258', '159753', '131313', '101010', '696969', '789456', '456789', '100000']);

/** True when a PIN has 6 to 12 digits and is neither a row (123456, 987654) nor a repetition (111111, 121212). */
export function isStrongPin(pin: string): boolean {
  return /^\d{6,12}$/.test(pin) && !isRow(pin) && !isRepetition(pin) && !COMMON.has(pin);
}

function isRow(pin: string): boolean {
  const steps = new Set(Array.from(pin).slice(1).map((digit, index) => (Number(digit) - Number(pin.charAt(index)) + 10) % 10));
  // A step of 0 is one digit again and again, 1 and 9 are rows up and down, also past the zero.
  return steps.size === 1 && [0, 1, 9].includes([...steps][0] ?? 0);
}

function isRepetition(pin: string): boolean {
  return [1, 2, 3].some((length) => pin === pin.slice(0, length).repeat(Math.ceil(pin.length / length)).slice(0, pin.length));
}
