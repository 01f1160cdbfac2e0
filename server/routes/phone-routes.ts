import type { FastifyInstance } from 'fastify';
import { HTTP_ROUTES } from '#contract/http-routes.ts';
import { knownParserOf } from '#contract/parse-known.ts';
import { LARGEST_PHONE_ANSWER, PhoneAnswer, PhoneSummaryQuery } from '#contract/phone-answers.ts';
import type { PhoneAnswers } from '../services/phone-answers.ts';
import { sendCode, sendFailure } from './error-answer.ts';
import type { Gates } from './gates.ts';
import { guarded } from './guarded.ts';
import { saysSameOrigin } from './same-origin.ts';

const parseAnswer = knownParserOf(PhoneAnswer);
const parseQuery = knownParserOf(PhoneSummaryQuery);

export type PhoneRoutes = { readonly gates: Gates; readonly answers: PhoneAnswers; readonly publicUrl: string | null };

/** Answers from phones: anybody may give one, from our own pages; nothing is known or kept of the sender. */
export function phoneRoutes(app: FastifyInstance, { gates, answers, publicUrl }: PhoneRoutes): void {
  app.route({
    method: 'POST',
    url: HTTP_ROUTES.phoneAnswer.path,
    bodyLimit: LARGEST_PHONE_ANSWER,
    onRequest: async (request, reply) => {
      if (saysSameOrigin(request.headers, publicUrl) !== true) return sendCode(reply, 'REQUEST_FOREIGN_ORIGIN');
      const admitted = answers.admit(request.ip);
      return admitted.ok ? undefined : sendFailure(reply, admitted.error);
    },
    handler: async (request, reply) => {
      const parsed = parseAnswer(request.body);
      if (!parsed.ok) return sendFailure(reply, parsed.error);
      const taken = await answers.take(parsed.value);
      return taken.ok ? reply.code(204).send() : sendFailure(reply, taken.error);
    },
  });
  app.get(HTTP_ROUTES.phoneSummary.path, (request, reply) =>
    guarded(request, reply, { gates, role: 'viewer', parse: parseQuery, ask: (_staff, query) => answers.list(query) }),
  );
}
