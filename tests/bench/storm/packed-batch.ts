import { crc32, deflateRawSync, gunzipSync } from 'node:zlib';

/** The end of a body that many kiosks send alike, packed once for all of them. */
export type PackedEnd = { readonly packed: Uint8Array; readonly length: number; readonly crc: number; /** What those bytes make of each bit of the checksum before them. */ readonly shift: Uint32Array };

/** RFC 1952, 2.3: no name, no time, unknown system. */
const GZIP_HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
/** RFC 1951, 3.2.4: a block that is not packed, and not the last. */
const STORED_BLOCK = 5;
const TRAILER = 8;
const BITS = 32;

/** `level` as the kiosk packs. */
export function packEnd(text: string, level: number): PackedEnd {
  const bytes = Buffer.from(text);
  const end = { packed: deflateRawSync(bytes, { level }), length: bytes.length, crc: crc32(bytes), shift: shiftOver(bytes.length) };
  const head = '{"proof":1,';
  if (gunzipSync(packBatch(head, end)).toString('utf8') !== head + text) throw new Error('the packed batch is not what it should be');
  return end;
}

/** `head` and the shared end as one member of gzip, as if it had been packed at once: only the head is new work. */
export function packBatch(head: string, end: PackedEnd): Uint8Array {
  const bytes = Buffer.from(head);
  const body = Buffer.allocUnsafe(GZIP_HEADER.length + STORED_BLOCK + bytes.length + end.packed.length + TRAILER);
  let at = GZIP_HEADER.copy(body);
  at = body.writeUInt8(0, at);
  at = body.writeUInt16LE(bytes.length, at);
  at = body.writeUInt16LE(bytes.length ^ 0xffff, at);
  at += bytes.copy(body, at);
  body.set(end.packed, at);
  at = body.writeUInt32LE((shifted(crc32(bytes), end.shift) ^ end.crc) >>> 0, at + end.packed.length);
  body.writeUInt32LE(bytes.length + end.length, at);
  return body;
}

/** The checksum of bytes before others is linear in its bits: each is moved over the others once, here. */
function shiftOver(length: number): Uint32Array {
  const table = Uint32Array.from({ length: 256 }, (_, byte) => {
    let crc = byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    return crc;
  });
  return Uint32Array.from({ length: BITS }, (_, bit) => {
    let crc = (1 << bit) >>> 0;
    for (let byte = 0; byte < length; byte += 1) crc = (crc >>> 8) ^ (table[crc & 255] ?? 0);
    return crc;
  });
}

function shifted(crc: number, shift: Uint32Array): number {
  let result = 0;
  for (let bit = 0; bit < BITS; bit += 1) if ((crc >>> bit) & 1) result ^= shift[bit] ?? 0;
  return result;
}
