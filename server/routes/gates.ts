import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorCode } from '#contract/errors.ts';
import type { Role } from '#contract/staff.ts';
import { failure, type Result } from '#domain/result.ts';
import type { Device } from '../services/device-access.ts';
import { roleReaches, type Credentials, type Staff } from '../services/staff-access.ts';
import { sendCode } from './error-answer.ts';
import { saysSameOrigin } from './same-origin.ts';

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

export type Gates = {
  /** The kiosk that sent the request. */
  device(request: FastifyRequest): Promise<Result<Device, 'DEVICE_UNKNOWN' | 'DEVICE_REVOKED'>>;
  /** The person or read token that sent the request, when the role is high enough. */
  staff(request: FastifyRequest, needed: Role): Promise<Result<Staff, ErrorCode>>;
  /** The same for a person only: a read token is nobody. */
  person(request: FastifyRequest, needed: Role): Promise<Result<Staff, ErrorCode>>;
  session(request: FastifyRequest): string | null;
  openSession(reply: FastifyReply, session: string, seconds: number): void;
  closeSession(reply: FastifyReply): void;
};

export type GatePorts = {
  findDevice(this: void, token: string | null): Promise<Result<Device, 'DEVICE_UNKNOWN' | 'DEVICE_REVOKED'>>;
  findStaff(this: void, credentials: Credentials): Promise<Result<Staff, ErrorCode>>;
  readonly publicUrl: string | null;
};

export function makeGates(ports: GatePorts): Gates {
  const secure = ports.publicUrl?.startsWith('https:') === true;
  const name = secure ? '__Host-session' : 'session';
  const cookie = { httpOnly: true, sameSite: 'strict', path: '/', secure } as const;
  const session = (request: FastifyRequest): string | null => request.cookies[name] ?? null;
  const staff: Gates['staff'] = async (request, needed) => {
    const found = await ports.findStaff({ session: session(request), bearer: bearerOf(request) });
    if (!found.ok || roleReaches(found.value.role, needed)) return found;
    return failure('STAFF_NOT_ALLOWED', `This needs the role ${needed}.`);
  };
  return {
    device: (request) => ports.findDevice(bearerOf(request)),
    staff,
    async person(request, needed) {
      const found = await staff(request, needed);
      return found.ok && found.value.sessionId === undefined ? failure('STAFF_NOT_ALLOWED', 'This is for people, not for read tokens.') : found;
    },
    session,
    openSession: (reply, secret, seconds) => void reply.setCookie(name, secret, { ...cookie, maxAge: seconds }),
    closeSession: (reply) => void reply.clearCookie(name, cookie),
  };
}

/** Refuses changes that another site asks a signed-in browser for, and changes with a cookie from nobody knows where. */
export function refuseForeignWrites(app: FastifyInstance, gates: Gates, publicUrl: string | null): void {
  app.addHook('onRequest', async (request, reply) => {
    if (SAFE_METHODS.includes(request.method)) return;
    const isOurs = saysSameOrigin(request.headers, publicUrl);
    if (isOurs === true || (isOurs === undefined && gates.session(request) === null)) return;
    return sendCode(reply, 'REQUEST_FOREIGN_ORIGIN');
  });
}

function bearerOf(request: FastifyRequest): string | null {
  return /^Bearer +(\S{1,256})$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
}
