import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorCode } from '#contract/errors.ts';
import type { Role } from '#contract/staff.ts';
import type { Result } from '#domain/result.ts';
import type { Staff } from '../services/staff-access.ts';
import { sendFailure } from './error-answer.ts';
import type { Gates } from './gates.ts';

export type Guarded<Asked, Value> = {
  readonly gates: Gates;
  readonly role: Role;
  readonly parse: (input: unknown) => Result<Asked, ErrorCode>;
  readonly ask: (staff: Staff, asked: Asked) => Promise<Result<Value, ErrorCode>>;
  /** Left out: the value as JSON. */
  readonly send?: (reply: FastifyReply, value: Value, asked: Asked, staff: Staff) => Promise<FastifyReply>;
};

/** Asks who it is, then what is wanted, then the service; whatever fails first is the answer. */
export async function guarded<Asked, Value>(request: FastifyRequest, reply: FastifyReply, { gates, role, parse, ask, send }: Guarded<Asked, Value>): Promise<FastifyReply> {
  const staff = await gates.staff(request, role);
  if (!staff.ok) return sendFailure(reply, staff.error);
  const parsed = parse(request.method === 'GET' || request.method === 'HEAD' ? request.query : request.body);
  if (!parsed.ok) return sendFailure(reply, parsed.error);
  const answer = await ask(staff.value, parsed.value);
  if (!answer.ok) return sendFailure(reply, answer.error);
  return send === undefined ? reply.send(answer.value) : send(reply, answer.value, parsed.value, staff.value);
}
