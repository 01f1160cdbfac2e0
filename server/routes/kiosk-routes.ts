import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { EnrolRequest } from '#contract/enrol.ts';
import { Heartbeat } from '#contract/health.ts';
import { HTTP_ROUTES } from '#contract/http-routes.ts';
import { BATCH_LIMIT } from '#contract/ledger.ts';
import { knownParserOf } from '#contract/parse-known.ts';
import { parserOf } from '#contract/parse.ts';
import type { Clock, Random } from '../ports.ts';
import type { Device } from '../services/device-access.ts';
import type { Enrolment } from '../services/enrolment.ts';
import type { Heartbeats } from '../services/heartbeats.ts';
import { inflateBody, parseBatch } from '../services/ledger/batch-body.ts';
import type { LedgerIntake } from '../services/ledger/ledger-intake.ts';
import { addressKey, makeThrottle, type ThrottleRule } from '../services/throttle.ts';
import { makeAdmission, type Admitted, type SentAway } from './admission.ts';
import { arrivalsFirst } from './arrivals-first.ts';
import { sendFailure, sendTooMany } from './error-answer.ts';
import type { Gates } from './gates.ts';
import { knownSenders } from './known-senders.ts';
import { packedBodyOf, readBody } from './ledger-body.ts';

/** Batches between their first byte and their commit: what a slow machine commits within a few seconds. */
const BATCHES_AT_ONCE = 100;
/** A kiosk sends one after the other; more are those that it gave up and whose bodies are still on their way. */
const BATCHES_OF_ONE = 50;

/**
 * What one token may write: a year of a busy kiosk at once (some 900,000 entries, E182), then ten entries a second, a
 * hundred times what a hall makes. A stolen token cannot fill the disk in a night.
 */
const ENTRIES_OF_ONE = { tries: 2_000_000, refillMs: 100 };
/** A kiosk beats once a minute, and once more when something happened. */
const BEATS_OF_ONE = { tries: 120, refillMs: 5_000 };

const parseEnrol = knownParserOf(EnrolRequest);
const parseHeartbeat = parserOf(Heartbeat);

export type KioskRoutes = {
  readonly clock: Clock;
  readonly random: Random;
  readonly gates: Gates;
  readonly enrolment: Enrolment;
  readonly heartbeats: Heartbeats;
  readonly intake: LedgerIntake;
  /** Most bytes of ledger bodies in memory at once. */
  readonly bytesInFlight: number;
  /** Left out: {@link ENTRIES_OF_ONE}. */
  readonly entriesOfOne?: ThrottleRule;
};

export function kioskRoutes(app: FastifyInstance, { gates, enrolment, heartbeats, ...ledger }: KioskRoutes): void {
  const { clock } = ledger;
  const wrongCodes = makeThrottle({ tries: 20, refillMs: 10_000 });
  const beats = makeThrottle(BEATS_OF_ONE);

  app.post(HTTP_ROUTES.enrol.path, async (request, reply) => {
    const parsed = parseEnrol(request.body);
    if (!parsed.ok) return sendFailure(reply, parsed.error);
    const from = addressKey(request.ip);
    const wait = wrongCodes.take(from, clock.now());
    if (wait > 0) return sendTooMany(reply, wait);
    const enrolled = await enrolment.enrol(parsed.value);
    if (!enrolled.ok) return sendFailure(reply, enrolled.error);
    wrongCodes.giveBack(from);
    return reply.code(HTTP_ROUTES.enrol.status).send(enrolled.value);
  });

  app.post(HTTP_ROUTES.heartbeat.path, { bodyLimit: 256 * 1024 }, async (request, reply) => {
    const device = await gates.device(request);
    if (!device.ok) return sendFailure(reply, device.error);
    const wait = beats.take(device.value.id, clock.now());
    if (wait > 0) return sendTooMany(reply, wait);
    const parsed = parseHeartbeat(request.body);
    if (!parsed.ok) return sendFailure(reply, parsed.error);
    const answer = await heartbeats(device.value, parsed.value);
    return answer.ok ? reply.send(answer.value) : sendFailure(reply, answer.error);
  });

  void app.register(async (scope) => ledgerRoute(scope, { gates, ...ledger }));
}

function ledgerRoute(app: FastifyInstance, { clock, random, gates, intake, bytesInFlight, entriesOfOne = ENTRIES_OF_ONE }: Omit<KioskRoutes, 'enrolment' | 'heartbeats'>): void {
  const admission = makeAdmission({ bytes: bytesInFlight, batches: BATCHES_AT_ONCE, ofOne: BATCHES_OF_ONE }, () => (random.bytes(1)[0] ?? 0) / 256);
  const senderOf = knownSenders(clock, gates);
  const written = makeThrottle(entriesOfOne);
  const arrivals = arrivalsFirst(clock);
  app.server.on('connection', () => arrivals.arrived());
  const admitted = new WeakMap<FastifyRequest, { readonly device: Device; readonly place: Admitted }>();
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', async (_request: FastifyRequest, payload: Readable) => readBody(payload, BATCH_LIMIT.bytes));
  const sendAway = (reply: FastifyReply, { retryAfter }: SentAway): FastifyReply =>
    sendFailure(reply, { code: 'SERVER_BUSY', message: 'Too many batches at once.', details: { retryAfter } });
  // Before the body is read: nobody unknown gets it into memory.
  app.addHook('onRequest', async (request, reply) => {
    // Before anybody is looked up, too: most of a herd meets this.
    const full = admission.refuseWhenFull(clock.now());
    if (full !== null) return sendAway(reply, full);
    const device = await senderOf(request);
    if (!device.ok) return sendFailure(reply, device.error);
    // More than the limit is never kept, whatever the sender says.
    const length = Math.min(BATCH_LIMIT.bytes, Number(request.headers['content-length'] ?? BATCH_LIMIT.bytes));
    const place = admission.enter({ length, isPacked: request.headers['content-encoding'] !== undefined, sender: device.value.id }, clock.now());
    if (place.kind === 'sent-away') return sendAway(reply, place);
    admitted.set(request, { device: device.value, place });
    // Also ends when the kiosk hangs up halfway.
    reply.raw.once('close', () => place.leave(clock.now()));
  });

  app.post(HTTP_ROUTES.ledger.path, async (request, reply) => {
    const now = clock.now();
    const known = admitted.get(request);
    if (request.body === 'too-large') return sendFailure(reply, { code: 'REQUEST_TOO_LARGE', message: `The body is over ${BATCH_LIMIT.bytes} bytes.` });
    if (known === undefined || !Buffer.isBuffer(request.body)) return sendFailure(reply, { code: 'REQUEST_INVALID', message: 'There is no body.' });
    const body = packedBodyOf(request.body, request.headers['content-encoding']);
    if (!body.ok) return sendFailure(reply, body.error);
    await arrivals.turn(request.body.length, now);
    const inflated = await inflateBody(body.value);
    if (!inflated.ok) return sendFailure(reply, inflated.error);
    known.place.set(inflated.value.length);
    const batch = parseBatch(inflated.value);
    if (!batch.ok) return sendFailure(reply, batch.error);
    const { stream, first, clock: reading, compare = false, entries } = batch.value;
    const wait = written.take(known.device.id, now, entries.length);
    if (wait > 0) return sendTooMany(reply, wait);
    const receipt = await intake({ stream, first, clock: reading, compare, entries, now, deviceId: known.device.id, point: known.device.point, body: body.value });
    if (receipt.ok) return reply.send(receipt.value);
    if (receipt.error.code !== 'LEDGER_GAP') return sendFailure(reply, receipt.error);
    // The mark stands at the top too: a kiosk that reads `received` of every answer finds it.
    const { code, message, details } = receipt.error;
    return reply.code(409).send({ error: { code, message, ...details }, received: details?.['received'] });
  });
}
