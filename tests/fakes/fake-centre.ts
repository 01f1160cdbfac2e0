import { gunzipSync } from 'node:zlib';
import { BATCH_LIMIT, LedgerBatch } from '#contract/ledger.ts';
import { Heartbeat } from '#contract/health.ts';
import { EnrolRequest } from '#contract/enrol.ts';
import { parserOf } from '#contract/parse.ts';
import type { Http, HttpAnswer } from '#host/ports.ts';
import { FakeLibrary } from './fake-library.ts';

const parseBatch = parserOf(LedgerBatch);
const parseBeat = parserOf(Heartbeat);
const parseEnrol = parserOf(EnrolRequest);

type Sent = Parameters<Http['send']>[0];
/** What happens to a request on its way. */
export type Fate =
  | { readonly kind: 'reach' }
  /** The request never arrives. */
  | { readonly kind: 'lose-request' }
  /** The centre takes it, but its answer is lost. */
  | { readonly kind: 'lose-answer' }
  /** The same request arrives twice; the second answer comes back. */
  | { readonly kind: 'double' }
  | { readonly kind: 'answer'; readonly answer: HttpAnswer };

/** A centre in memory that keeps the wire's rules (docs/protocol.md), and a network with moods. */
export class FakeCentre implements Http {
  readonly streams = new Map<string, Map<number, unknown>>();
  readonly requests: { readonly path: string; readonly first: number | null; readonly entries: number }[] = [];
  readonly beats: Heartbeat[] = [];
  readonly token = 'a-token-of-at-least-thirty-two-signs';
  /** When each request left the kiosk, whether it arrived or not. */
  readonly tries: number[] = [];
  inFlight = 0;
  mostInFlight = 0;
  largestBatch: number = BATCH_LIMIT.entries;
  /** Where the centre says that the kiosk stands now; null: it does not say. */
  servicePoint: Readonly<Record<string, unknown>> | null = null;
  /** What it says to everything it is asked to say in other words; null: it cannot, and tells kiosks nothing of it. */
  otherWords: string | null = null;
  /** Every body it was sent for that. */
  readonly rephrased: unknown[] = [];
  now: () => number;
  /** Decides each request's fate in turn; after the list everything reaches the centre. */
  fates: Fate[] = [];

  /** What it publishes. */
  readonly library: FakeLibrary;

  constructor(now: () => number, library = new FakeLibrary()) {
    this.now = now;
    this.library = library;
  }

  /** How the kiosk said last that it is. */
  lastHealth(): Readonly<Record<string, unknown>> {
    const health = this.beats.at(-1)?.health;
    return typeof health === 'object' && health !== null ? { ...health } : {};
  }

  mark(stream: string): number {
    return this.streams.get(stream)?.size ?? 0;
  }

  /** As if the centre's disk had been put back to a copy from before. */
  restore(stream: string, mark: number): void {
    const kept = [...(this.streams.get(stream) ?? [])].filter(([seq]) => seq <= mark);
    this.streams.set(stream, new Map(kept));
  }

  send: Http['send'] = async (request) => {
    this.inFlight += 1;
    this.tries.push(this.now());
    this.mostInFlight = Math.max(this.mostInFlight, this.inFlight);
    try {
      await Promise.resolve();
      return this.#meetFate(request, this.fates.shift() ?? { kind: 'reach' });
    } finally {
      this.inFlight -= 1;
    }
  };

  #meetFate(request: Sent, fate: Fate): HttpAnswer {
    switch (fate.kind) {
      case 'reach':
        return this.#take(request);
      case 'lose-request':
        throw new Error('connect ECONNREFUSED');
      case 'lose-answer':
        this.#take(request);
        throw new Error('the answer was lost');
      case 'double':
        this.#take(request);
        return this.#take(request);
      case 'answer':
        this.#note(request, null, 0);
        return fate.answer;
    }
  }

  #take(request: Sent): HttpAnswer {
    const path = new URL(request.url).pathname;
    if (path === '/api/v1/manifest') {
      return request.headers['authorization'] === `Bearer ${this.token}` ? this.library.answerManifest(request.headers['if-none-match']) : refusal(401, 'DEVICE_UNKNOWN');
    }
    const isGzip = request.headers['content-encoding'] === 'gzip';
    // As the wire has it: only batches may come compressed (docs/protocol.md).
    if (isGzip && path !== '/api/v1/ledger') return refusal(400, 'REQUEST_INVALID');
    const body: unknown = JSON.parse(isGzip ? gunzipSync(request.body ?? '').toString('utf8') : String(request.body));
    if (path === '/api/v1/enrol') return this.#enrol(body);
    if (request.headers['authorization'] !== `Bearer ${this.token}`) return refusal(401, 'DEVICE_UNKNOWN');
    if (path === '/api/v1/rephrase') return this.#rephrase(body);
    return path === '/api/v1/heartbeat' ? this.#beat(request, body) : this.#ledger(request, body);
  }

  #enrol(body: unknown): HttpAnswer {
    const parsed = parseEnrol(body);
    if (!parsed.ok) return refusal(400, 'REQUEST_INVALID');
    if (parsed.value.pairingCode !== 'K7P4-2MXQ') return refusal(404, 'ENROL_CODE_UNKNOWN');
    const servicePoint = { id: 'p1', name: 'Phường Mỹ Hào', kind: 'one-stop', timezone: 'Asia/Ho_Chi_Minh', publicUrl: null };
    return answer(201, { deviceId: 'd1', token: this.token, servicePoint, contentKey: this.library.contentKey });
  }

  #beat(request: Sent, body: unknown): HttpAnswer {
    const beat = parseBeat(body);
    this.#note(request, null, 0);
    if (!beat.ok) return refusal(400, 'REQUEST_INVALID');
    this.beats.push(beat.value);
    return answer(200, { now: this.now(), commands: [], manifest: this.library.manifest, received: this.mark(beat.value.ledger.stream), ...(this.servicePoint === null ? {} : { servicePoint: this.servicePoint }), ...(this.otherWords === null ? {} : { rephrase: true }) });
  }

  #rephrase(body: unknown): HttpAnswer {
    this.rephrased.push(body);
    return this.otherWords === null ? refusal(404, 'REPHRASE_OFF') : answer(200, { text: this.otherWords });
  }

  #ledger(request: Sent, body: unknown): HttpAnswer {
    const batch = parseBatch(body);
    if (!batch.ok) return refusal(400, 'REQUEST_INVALID');
    const { stream, first, entries } = batch.value;
    this.#note(request, first, entries.length);
    if (entries.length > this.largestBatch) return refusal(413, 'REQUEST_TOO_LARGE');
    const had = this.streams.get(stream) ?? new Map<number, unknown>();
    this.streams.set(stream, had);
    if (first > had.size + 1) return answer(409, { error: { code: 'LEDGER_GAP', message: 'a hole', received: had.size }, received: had.size });
    entries.forEach((entry, index) => {
      if (first + index > had.size) had.set(first + index, entry);
    });
    return answer(200, { received: had.size });
  }

  #note(request: Sent, first: number | null, entries: number): void {
    this.requests.push({ path: new URL(request.url).pathname, first, entries });
  }
}

export function answer(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): HttpAnswer {
  return { status, body, headers };
}

export function refusal(status: number, code: string, headers: Readonly<Record<string, string>> = {}): HttpAnswer {
  return answer(status, { error: { code, message: 'refused by the fake centre' } }, headers);
}
