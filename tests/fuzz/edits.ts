import { editJson } from './json-edits.ts';
import type { InputKind } from './target.ts';
import { editText, type Edit, type Pantry } from './text-edits.ts';

export function applyEdit(kind: InputKind, input: unknown, edit: Edit, pantry: Pantry): unknown {
  switch (kind) {
    case 'text':
      return editText(typeof input === 'string' ? input : '', edit, pantry);
    case 'bytes':
      return editBytes(input instanceof Uint8Array ? input : new Uint8Array(), edit, pantry);
    case 'json':
      return editJson(input, edit, pantry);
  }
}

const ODD_BYTES = [0, 1, 0x7f, 0x80, 0xff, 0x20, 0x0a];
const ODD_NUMBERS = [0, 1, 7, 8, 9, 15, 16, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff];

function editBytes(bytes: Uint8Array, { how, at, what }: Edit, { words, donor, largest }: Pantry): Uint8Array {
  const place = bytes.length === 0 ? 0 : at % bytes.length;
  const span = 1 + (what % (what % 7 === 0 ? 4_096 : 16));
  const join = (...parts: readonly Uint8Array[]): Uint8Array => {
    const whole = new Uint8Array(Math.min(largest, parts.reduce((sum, part) => sum + part.length, 0)));
    let end = 0;
    for (const part of parts) {
      whole.set(part.subarray(0, whole.length - end), end);
      end = Math.min(whole.length, end + part.length);
    }
    return whole;
  };
  const copy = (change: (into: Uint8Array) => void): Uint8Array => ((into) => (change(into), into))(Uint8Array.from(bytes));
  switch (how % 9) {
    case 0:
      return copy((into) => void (into.length > 0 && (into[place] = (into[place] ?? 0) ^ (1 << (what % 8)))));
    case 1:
      return copy((into) => void (into.length > 0 && (into[place] = what % 3 === 0 ? what >>> 8 : (ODD_BYTES[what % ODD_BYTES.length] ?? 0))));
    case 2:
      return join(bytes.subarray(0, place), Uint8Array.from({ length: 1 + (what % 8) }, (_, index) => what >>> (index % 4)), bytes.subarray(place));
    case 3:
      return join(bytes.subarray(0, place), bytes.subarray(place + span));
    case 4:
      return join(bytes.subarray(0, place + span), ...Array.from({ length: 1 + ((what >>> 8) % 16) }, () => bytes.subarray(place, place + span)), bytes.subarray(place + span));
    case 5:
      return copy((into) => writeNumber(into, place, what));
    case 6:
      return donor instanceof Uint8Array && donor.length > 0 ? join(bytes.subarray(0, place), donor.subarray(what % donor.length)) : bytes;
    case 7:
      return bytes.slice(0, place);
    default: {
      const word = words.length === 0 ? '' : (words[what % words.length] ?? '');
      return join(bytes.subarray(0, place), Buffer.from(word, 'latin1'), bytes.subarray(what % 2 === 0 ? place : place + word.length));
    }
  }
}

/** A number that is just too large, or just not, over 1, 2 or 4 bytes. */
function writeNumber(into: Uint8Array, place: number, what: number): void {
  const view = new DataView(into.buffer);
  const value = ODD_NUMBERS[what % ODD_NUMBERS.length] ?? 0;
  const isLittle = (what >>> 8) % 2 === 0;
  if (place + 4 <= into.length && (what >>> 9) % 2 === 0) view.setUint32(place, value, isLittle);
  else if (place + 2 <= into.length) view.setUint16(place, value & 0xffff, isLittle);
}
