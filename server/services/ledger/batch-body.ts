import { gunzip, gunzipSync, type ZlibOptions } from 'node:zlib';
import { BATCH_LIMIT, LedgerBatch } from '#contract/ledger.ts';
import { parserOf } from '#contract/parse.ts';
import { failure, success, type Result } from '#domain/result.ts';
import type { PackedBody } from '../../repositories/ledger.ts';

const parseEnvelope = parserOf(LedgerBatch);
const utf8 = new TextDecoder('utf-8', { fatal: true });
/** Below this many packed bytes, inflating at once is cheaper than asking the thread pool. */
const SMALL = 16 * 1024;
const SMALLEST_CHUNK = 1_024;
/** Entries pack about tenfold; room for more is made only when it is needed. */
const USUAL_GROWTH = 16;

export type BodyProblem = 'REQUEST_INVALID' | 'REQUEST_TOO_LARGE';

/** The body as it was before it was packed; never more than {@link BATCH_LIMIT} bytes are made. */
export async function inflateBody({ encoding, bytes }: PackedBody): Promise<Result<Uint8Array, BodyProblem>> {
  if (encoding === 'plain') return bytes.length > BATCH_LIMIT.bytes ? tooLarge() : success(bytes);
  try {
    const { buffer, engine } = bytes.length < SMALL ? inflateAtOnce(bytes) : await inflateBeside(bytes);
    // What follows the packed data would be kept, and is not what was read.
    if (engine.bytesWritten !== bytes.length) return failure('REQUEST_INVALID', 'Something follows the gzip data.');
    return success(buffer);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE') return tooLarge();
    return failure('REQUEST_INVALID', 'The body is not whole gzip.');
  }
}

/** The envelope of a batch; nothing is coerced, and the failure says where it differs. */
export function parseBatch(body: Uint8Array): Result<LedgerBatch, BodyProblem> {
  const parsed = parseJson(body);
  if (!parsed.ok) return parsed;
  const batch = parseEnvelope(parsed.value);
  if (!batch.ok) return batch;
  if (batch.value.entries.length > BATCH_LIMIT.entries) return failure('REQUEST_TOO_LARGE', `A batch has at most ${BATCH_LIMIT.entries} entries.`);
  if (!Number.isSafeInteger(batch.value.first + batch.value.entries.length)) return failure('REQUEST_INVALID', '/first: the numbers of the entries are too high.');
  return batch;
}

/** @throws when a body that was taken once is no batch any more: the store is damaged. */
export async function readBatch(body: PackedBody): Promise<LedgerBatch> {
  const inflated = await inflateBody(body);
  const batch = inflated.ok ? parseBatch(inflated.value) : inflated;
  if (!batch.ok) throw new Error(`a kept batch cannot be read: ${batch.error.message}`);
  return batch.value;
}

function parseJson(body: Uint8Array): Result<unknown, 'REQUEST_INVALID'> {
  try {
    const text = utf8.decode(body);
    return success(text.includes('\\u') && MAY_NOT_BE_TEXT.test(text) ? JSON.parse(text, textOnly) : JSON.parse(text));
  } catch {
    return failure('REQUEST_INVALID', 'The body is not JSON in UTF-8.');
  }
}

function tooLarge(): Result<never, 'REQUEST_TOO_LARGE'> {
  return failure('REQUEST_TOO_LARGE', `The body is over ${BATCH_LIMIT.bytes} bytes inflated.`);
}

/** An escape that may stand for half a character, or for NUL. */
const MAY_NOT_BE_TEXT = /\\u(?:0000|d[89a-f])/i;

/** A database keeps neither NUL nor half a character: two names that differ in those only must be one name before they are counted. */
function textOnly(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\uFFFD') : value;
}

type Inflated = { readonly buffer: Uint8Array; readonly engine: { readonly bytesWritten: number } };

function inflateAtOnce(bytes: Uint8Array): Inflated {
  return inflated(gunzipSync(bytes, optionsFor(bytes)));
}

function inflateBeside(bytes: Uint8Array): Promise<Inflated> {
  return new Promise((resolve, reject) => {
    gunzip(bytes, optionsFor(bytes), (cause, value) => {
      if (cause !== null) return reject(cause);
      resolve(inflated(value));
    });
  });
}

function optionsFor(bytes: Uint8Array): ZlibOptions {
  return { maxOutputLength: BATCH_LIMIT.bytes, chunkSize: chunkSizeFor(bytes), info: true };
}

/** The last four bytes of gzip say how long the whole is: room for that at once saves copying. A lie costs only the copying. */
function chunkSizeFor(bytes: Uint8Array): number {
  const said = bytes.length < 4 ? 0 : new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 4, 4).getUint32(0, true);
  return Math.min(BATCH_LIMIT.bytes, bytes.length * USUAL_GROWTH + SMALLEST_CHUNK, Math.max(SMALLEST_CHUNK, said + 1));
}

/** With `info` zlib gives its engine too, of which the types know nothing. */
function inflated(value: unknown): Inflated {
  if (typeof value === 'object' && value !== null && 'buffer' in value && 'engine' in value) {
    const { buffer, engine } = value;
    if (buffer instanceof Uint8Array && typeof engine === 'object' && engine !== null && 'bytesWritten' in engine && typeof engine.bytesWritten === 'number') {
      return { buffer, engine: { bytesWritten: engine.bytesWritten } };
    }
  }
  throw new TypeError('zlib gave no engine');
}
