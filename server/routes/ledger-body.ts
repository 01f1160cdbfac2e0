import { gunzip, gunzipSync } from 'node:zlib';
import { BATCH_LIMIT, LedgerBatch } from '#contract/ledger.ts';
import { parserOf } from '#contract/parse.ts';
import { failure, success, type Result } from '#domain/result.ts';

const parseEnvelope = parserOf(LedgerBatch);
const utf8 = new TextDecoder('utf-8', { fatal: true });
/** Below this many packed bytes, inflating at once is cheaper than asking the thread pool. */
const SMALL = 16 * 1024;

export type BodyProblem = 'REQUEST_INVALID' | 'REQUEST_TOO_LARGE';

/** The body as it was before gzip; never more than {@link BATCH_LIMIT} bytes are made. */
export async function inflateBody(body: Buffer, encoding: string | undefined): Promise<Result<Buffer, BodyProblem>> {
  if (encoding === undefined || encoding === 'identity') return success(body);
  if (encoding !== 'gzip' && encoding !== 'x-gzip') return failure('REQUEST_INVALID', `Content-Encoding ${encoding} is not understood: use gzip.`);
  try {
    const options = { maxOutputLength: BATCH_LIMIT.bytes };
    return success(body.length < SMALL ? gunzipSync(body, options) : await inflate(body, options));
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE') {
      return failure('REQUEST_TOO_LARGE', `The body is over ${BATCH_LIMIT.bytes} bytes inflated.`);
    }
    return failure('REQUEST_INVALID', 'The body is not whole gzip.');
  }
}

/** The envelope of a batch; nothing is coerced, and the failure says where it differs. */
export function parseBatch(body: Buffer): Result<LedgerBatch, BodyProblem> {
  const parsed = parseJson(body);
  if (!parsed.ok) return parsed;
  const batch = parseEnvelope(parsed.value);
  if (!batch.ok) return batch;
  if (batch.value.entries.length > BATCH_LIMIT.entries) return failure('REQUEST_TOO_LARGE', `A batch has at most ${BATCH_LIMIT.entries} entries.`);
  if (!Number.isSafeInteger(batch.value.first + batch.value.entries.length)) return failure('REQUEST_INVALID', '/first: the numbers of the entries are too high.');
  return batch;
}

function parseJson(body: Buffer): Result<unknown, 'REQUEST_INVALID'> {
  try {
    return success(JSON.parse(utf8.decode(body)));
  } catch {
    return failure('REQUEST_INVALID', 'The body is not JSON in UTF-8.');
  }
}

function inflate(body: Buffer, options: { readonly maxOutputLength: number }): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    gunzip(body, options, (cause, inflated) => (cause === null ? resolve(inflated) : reject(cause)));
  });
}
