import type { FastifyReply } from 'fastify';
import { ERRORS, type ErrorCode } from '#contract/errors.ts';
import type { Failure } from '#domain/result.ts';

/** Answers with a code of the one table; `retryAfter` (s) among the details becomes the header too. */
export function sendFailure(reply: FastifyReply, { code, message, details }: Failure<ErrorCode>): FastifyReply {
  const retryAfter = details?.['retryAfter'];
  if (typeof retryAfter === 'number') reply.header('retry-after', String(retryAfter));
  return reply.code(ERRORS[code].status).send({ error: { code, message, ...details } });
}

/** Says after how many ms to come back. */
export function sendTooMany(reply: FastifyReply, wait: number): FastifyReply {
  return sendFailure(reply, { code: 'REQUEST_TOO_MANY', message: ERRORS.REQUEST_TOO_MANY.message, details: { retryAfter: Math.ceil(wait / 1_000) } });
}

/** Answers with a code and the table's own words. */
export function sendCode(reply: FastifyReply, code: ErrorCode): FastifyReply {
  return sendFailure(reply, { code, message: ERRORS[code].message });
}
