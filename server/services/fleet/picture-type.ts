import { COMMAND_LIMIT } from '#contract/commands.ts';
import { lookAtImage } from '../library/look-at-image.ts';

/** First bytes: PNG (ISO/IEC 15948, 5.2) and JPEG's SOI with the marker after it (ITU-T T.81, B.1.1.3). */
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];
/** A screen of 8K. A few bytes can say a picture that takes a browser's memory. */
const LARGEST_SIDE = 7_680;
/** So much of the text tells a picture's size. */
const HEAD = 256 * 1024;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** What kind of picture the base64 text holds; null for anything else and for what is too large, in bytes or in points. */
export function pictureTypeOf(base64: string): 'image/png' | 'image/jpeg' | null {
  if (!BASE64.test(base64) || (base64.length / 4) * 3 > COMMAND_LIMIT.pictureBytes + 2) return null;
  const head = Buffer.from(base64.slice(0, HEAD), 'base64');
  const look = lookAtImage(head);
  if (look !== null && Math.max(look.width, look.height) > LARGEST_SIDE) return null;
  const begins = (signature: readonly number[]): boolean => signature.every((byte, index) => head[index] === byte);
  if (begins(PNG)) return 'image/png';
  return begins(JPEG) ? 'image/jpeg' : null;
}
