import type { IncomingMessage } from 'node:http';
import { failure, success, type Result } from '#domain/result.ts';
import { parseJson } from '../../parse-json.ts';

/** The largest request of the contract is a bug report; more than this is not our page. */
export const LARGEST_BODY = 64 * 1024;

/** The JSON of a request's body, or why it is none. */
export async function readBody(request: IncomingMessage): Promise<Result<unknown, 'REQUEST_TOO_LARGE' | 'REQUEST_INVALID'>> {
  if (!(request.headers['content-type'] ?? '').startsWith('application/json')) return failure('REQUEST_INVALID', 'the body is not JSON');
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request) {
    if (!Buffer.isBuffer(piece)) throw new Error('a request body came as text');
    size += piece.length;
    if (size > LARGEST_BODY) return failure('REQUEST_TOO_LARGE', `the body is over ${LARGEST_BODY} bytes`);
    pieces.push(piece);
  }
  const json = parseJson(Buffer.concat(pieces).toString('utf8'));
  return json === undefined ? failure('REQUEST_INVALID', 'the body is not JSON') : success(json);
}
