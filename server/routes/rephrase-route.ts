import type { FastifyInstance } from 'fastify';
import { HTTP_ROUTES } from '#contract/http-routes.ts';
import { parserOf } from '#contract/parse.ts';
import { RephraseRequest } from '#contract/rephrase.ts';
import type { Rephrasing } from '../services/rephrase/rephrasing.ts';
import { sendCode, sendFailure } from './error-answer.ts';
import type { Gates } from './gates.ts';

const parseRequest = parserOf(RephraseRequest);

/** `rephrase` null: this centre has no endpoint, and says so to every kiosk that asks. */
export function rephraseRoute(app: FastifyInstance, { gates, rephrase }: { readonly gates: Gates; readonly rephrase: Rephrasing | null }): void {
  app.post(HTTP_ROUTES.rephrase.path, { bodyLimit: 32 * 1024 }, async (request, reply) => {
    const device = await gates.device(request);
    if (!device.ok) return sendFailure(reply, device.error);
    if (rephrase === null) return sendCode(reply, 'REPHRASE_OFF');
    const parsed = parseRequest(request.body);
    if (!parsed.ok) return sendFailure(reply, parsed.error);
    const answer = await rephrase(device.value, parsed.value);
    return answer.ok ? reply.send(answer.value) : sendFailure(reply, answer.error);
  });
}
