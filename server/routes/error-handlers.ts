import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { StoreBusy, StoreFull } from '../store-busy.ts';
import { sendCode, sendFailure } from './error-answer.ts';
import { sendNotFoundPage, type PageSource } from './pages.ts';

/** Every failure leaves in the one form; only a bug is logged as an error. */
export function answerErrors(app: FastifyInstance, pages: PageSource): void {
  app.setErrorHandler((error, request, reply) => answerError(error, request, reply));
  app.setNotFoundHandler((request, reply) => (request.url.startsWith('/api/') ? sendCode(reply, 'REQUEST_NOT_FOUND') : sendNotFoundPage(request, reply, pages)));
}

/** Also for what Fastify refuses before it looks for a route. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof StoreFull) {
    request.log.error({ err: error }, 'the disk is full');
    return sendFailure(reply, { code: 'SERVER_DISK_FULL', message: 'The disk is full.', details: { retryAfter: 30 } });
  }
  if (error instanceof StoreBusy) {
    request.log.warn({ err: error }, 'the store is busy');
    return sendFailure(reply, { code: 'SERVER_BUSY', message: 'The store is busy.', details: { retryAfter: 2 } });
  }
  if (isFastifyError(error)) {
    if (error.statusCode === 413) return sendFailure(reply, { code: 'REQUEST_TOO_LARGE', message: 'The body is larger than this address takes.' });
    if (error.statusCode === 404) return sendCode(reply, 'REQUEST_NOT_FOUND');
    if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
      return sendFailure(reply, { code: 'REQUEST_INVALID', message: error.message });
    }
  }
  // Nobody is there to hear an answer; kiosks on a bad line do this all day, and it is no bug of ours.
  if (request.raw.destroyed && !request.raw.complete) {
    request.log.info('the sender hung up halfway');
    return reply.code(400).send();
  }
  request.log.error({ err: error }, 'the request failed');
  return sendCode(reply, 'SERVER_FAILED');
}

function isFastifyError(error: unknown): error is FastifyError {
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number';
}
