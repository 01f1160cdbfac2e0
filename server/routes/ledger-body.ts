import type { Readable } from 'node:stream';
import { failure, success, type Result } from '#domain/result.ts';
import type { PackedBody } from '../repositories/ledger.ts';

/**
 * So much of a body that is too large is read and thrown away, so that the sender hears the answer
 * and not a broken connection; a sender of more is cut off.
 */
const DRAINED = 32 * 1024 * 1024;

/** The body as it came; 'too-large' as soon as that is known, while the rest is still thrown away. */
export function readBody(stream: Readable, most: number): Promise<Buffer | 'too-large'> {
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let length = 0;
    stream.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= most) {
        chunks.push(chunk);
        return;
      }
      chunks = [];
      resolve('too-large');
      if (length > most + DRAINED) stream.destroy();
    });
    stream.once('end', () => resolve(chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks)));
    stream.once('error', reject);
    // After its end nothing changes any more; before, the kiosk hung up halfway.
    stream.once('close', () => reject(new Error('the body was cut off')));
  });
}

/** The body with what its header says of it. */
export function packedBodyOf(bytes: Uint8Array, encoding: string | undefined): Result<PackedBody, 'REQUEST_INVALID'> {
  if (encoding === undefined || encoding === 'identity') return success({ encoding: 'plain', bytes });
  if (encoding === 'gzip' || encoding === 'x-gzip') return success({ encoding: 'gzip', bytes });
  return failure('REQUEST_INVALID', `Content-Encoding ${encoding} is not understood: use gzip.`);
}
