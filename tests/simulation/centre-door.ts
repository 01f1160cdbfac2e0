import { Readable } from 'node:stream';
import fastify from 'fastify';
import { ERRORS, type ErrorCode } from '#contract/errors.ts';
import { EnrolRequest } from '#contract/enrol.ts';
import { Heartbeat } from '#contract/health.ts';
import { HTTP_ROUTES } from '#contract/http-routes.ts';
import { parserOf } from '#contract/parse.ts';
import type { Failure } from '#domain/result.ts';
import type { HttpAnswer } from '#host/ports.ts';
import type { Clock, Random } from '#server/ports.ts';
import { answerErrors } from '#server/routes/error-handlers.ts';
import type { Gates } from '#server/routes/gates.ts';
import { kioskRoutes } from '#server/routes/kiosk-routes.ts';
import type { findDevice } from '#server/services/device-access.ts';
import type { Enrolment } from '#server/services/enrolment.ts';
import type { Heartbeats } from '#server/services/heartbeats.ts';
import { inflateBody, parseBatch } from '#server/services/ledger/batch-body.ts';
import type { LedgerIntake } from '#server/services/ledger/ledger-intake.ts';
import { StoreBusy, StoreFull } from '#server/store-busy.ts';

/** A request as it arrives; `cutAfter`: so many bytes of its body come, then the line is gone. */
export type Arrival = {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly cutAfter: number | null;
};
/** Null: nobody is there to hear an answer. */
export type Door = (arrival: Arrival) => Promise<HttpAnswer | null>;

export type DoorPorts = {
  readonly clock: Clock;
  readonly random: Random;
  readonly enrolment: Enrolment;
  readonly heartbeats: Heartbeats;
  readonly intake: LedgerIntake;
  readonly findDevice: (token: string | null) => ReturnType<typeof findDevice>;
};

const parseEnrol = parserOf(EnrolRequest);
const parseHeartbeat = parserOf(Heartbeat);
const bearerOf = (headers: Arrival['headers']): string | null => headers['authorization']?.slice('Bearer '.length) ?? null;

/** The routes as they are, over Fastify's own injection: with admission, known senders and streamed bodies. */
export async function routeDoor({ findDevice, ...ports }: DoorPorts): Promise<Door> {
  const app = fastify({ logger: false, bodyLimit: 64 * 1024 });
  answerErrors(app, { readPage: async () => null });
  const gates = { device: async (request: { headers: Arrival['headers'] }) => findDevice(bearerOf(request.headers)) } as unknown as Gates;
  kioskRoutes(app, { ...ports, gates, bytesInFlight: 64 * 1024 * 1024 });
  await app.ready();
  return async ({ path, headers, body, cutAfter }) => {
    const length = { ...headers, 'content-length': String(body.byteLength) };
    const payload = cutAfter === null ? Buffer.from(body) : cutStream(body, cutAfter);
    const answer = await app.inject({ method: 'POST', url: path, headers: length, payload });
    if (cutAfter !== null) return null;
    const retryAfter = answer.headers['retry-after'];
    return { status: answer.statusCode, headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter }, body: answer.body === '' ? null : JSON.parse(answer.body) };
  };
}

function cutStream(body: Uint8Array, after: number): Readable {
  const stream = new Readable({ read: () => undefined });
  stream.push(Buffer.from(body.subarray(0, after)));
  setTimeout(() => stream.destroy(new Error('the line was cut')), 1);
  return stream;
}

/** The services behind the routes, asked in the same order: a quarter of the time of a whole Fastify. */
export function serviceDoor(ports: DoorPorts): Door {
  return async (arrival) => {
    if (arrival.cutAfter !== null) return null;
    try {
      return await answerTo(ports, arrival);
    } catch (cause: unknown) {
      if (cause instanceof StoreFull) return refuse({ code: 'SERVER_DISK_FULL', message: 'full', details: { retryAfter: 30 } });
      if (cause instanceof StoreBusy) return refuse({ code: 'SERVER_BUSY', message: 'busy', details: { retryAfter: 2 } });
      return refuse({ code: 'SERVER_FAILED', message: 'failed' });
    }
  };
}

async function answerTo(ports: DoorPorts, { path, headers, body }: Arrival): Promise<HttpAnswer> {
  if (path === HTTP_ROUTES.enrol.path) {
    const parsed = parseEnrol(JSON.parse(Buffer.from(body).toString('utf8')));
    const enrolled = parsed.ok ? await ports.enrolment.enrol(parsed.value) : parsed;
    return enrolled.ok ? answer(HTTP_ROUTES.enrol.status, enrolled.value) : refuse(enrolled.error);
  }
  const device = await ports.findDevice(bearerOf(headers));
  if (!device.ok) return refuse(device.error);
  if (path === HTTP_ROUTES.heartbeat.path) {
    const parsed = parseHeartbeat(JSON.parse(Buffer.from(body).toString('utf8')));
    const beaten = parsed.ok ? await ports.heartbeats(device.value, parsed.value) : parsed;
    return beaten.ok ? answer(200, beaten.value) : refuse(beaten.error);
  }
  const now = ports.clock.now();
  const packed = { encoding: 'gzip', bytes: body } as const;
  const inflated = await inflateBody(packed);
  const batch = inflated.ok ? parseBatch(inflated.value) : inflated;
  if (!batch.ok) return refuse(batch.error);
  const { stream, first, clock, compare = false, entries } = batch.value;
  const receipt = await ports.intake({ stream, first, clock, compare, entries, now, deviceId: device.value.id, point: device.value.point, body: packed });
  return receipt.ok ? answer(200, receipt.value) : refuse(receipt.error);
}

function refuse({ code, message, details }: Failure<ErrorCode>): HttpAnswer {
  const retryAfter = details?.['retryAfter'];
  return { status: ERRORS[code].status, headers: typeof retryAfter === 'number' ? { 'retry-after': String(retryAfter) } : {}, body: { error: { code, message, ...details } } };
}

function answer(status: number, body: unknown): HttpAnswer {
  return { status, headers: {}, body: JSON.parse(JSON.stringify(body)) };
}
