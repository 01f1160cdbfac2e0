import type { FastifyInstance } from 'fastify';

/** Many HTTP clients name JSON on every request, also on one without a body, such as a sign-out. */
export function takeEmptyBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const text = body.toString();
    if (text === '') done(null, null);
    else void parse(request, text, done);
  });
}
