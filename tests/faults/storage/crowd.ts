import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { CrowdKiosk } from '#tests/integration/server/kiosk-crowd.ts';
import type { Seeded } from '../seeded.ts';
import type { Thanked } from './citizens.ts';

const PATIENCE_MS = 10_000;
const LARGEST_BATCH = 120;
/** So often a batch goes out twice at once, as when an answer was lost on the way. */
const TWICE = 0.15;
/** What a centre may answer while it is killed or its database is: nothing, its mark, or "come back". */
const EXPECTED = new Set([0, 200, 409, 503]);

/** Many kiosks that send as ours do, from the mark and again after every failure, in one process. */
export class Crowd {
  readonly #kiosks: readonly CrowdKiosk[];
  readonly #random: Seeded;
  /** The highest mark each was told: up to it the centre has said that it has everything. */
  readonly #marks: number[];
  /** Answers that nobody should have got, by status. */
  readonly unexpected = new Map<string, number>();
  /** Codes of refusals, with how often. */
  readonly codes = new Map<string, number>();
  /** Answers without a receipt. */
  failures = 0;
  /** `performance.now()` of the last receipt. */
  lastReceiptAt = 0;

  constructor(kiosks: readonly CrowdKiosk[], random: Seeded) {
    this.#kiosks = kiosks;
    this.#random = random;
    this.#marks = kiosks.map(() => 0);
  }

  /** Taps the centre has said it has. */
  acknowledged(): number {
    return this.#marks.reduce((sum, mark) => sum + mark, 0);
  }

  /** Everything the centre has said it has, each tap by its name. */
  thanked(): ReadonlyMap<string, Thanked> {
    const all = new Map<string, Thanked>();
    for (const [index, { stream }] of this.#kiosks.entries()) {
      for (let seq = 1; seq <= (this.#marks[index] ?? 0); seq += 1) all.set(nameOf(stream, seq), { stream, seq });
    }
    return all;
  }

  /** All send to the servers that are there, each turn to another, until it is enough. */
  async send(servers: () => readonly string[], isEnough: () => boolean): Promise<void> {
    await Promise.all(this.#kiosks.map((kiosk, index) => this.#sendOf(kiosk, index, servers, isEnough)));
  }

  async #sendOf(kiosk: CrowdKiosk, index: number, servers: () => readonly string[], isEnough: () => boolean): Promise<void> {
    for (let turn = index; !isEnough(); turn += 1) {
      const known = servers();
      const url = known[turn % known.length] ?? '';
      const first = (this.#marks[index] ?? 0) + 1;
      const count = this.#random.between(1, LARGEST_BATCH);
      const copies = this.#random.fraction() < TWICE ? 2 : 1;
      const answers = await Promise.all(Array.from({ length: copies }, () => sendNamed(url, kiosk, first, count)));
      for (const answer of answers) this.#note(index, answer);
      await setTimeout(answers.some(({ status }) => status === 200) ? this.#random.between(5, 40) : this.#random.between(30, 120));
    }
  }

  #note(index: number, { status, received, code }: Sent): void {
    if (code !== null) this.codes.set(code, (this.codes.get(code) ?? 0) + 1);
    if (!EXPECTED.has(status)) this.unexpected.set(String(status), (this.unexpected.get(String(status)) ?? 0) + 1);
    if (received === null) {
      this.failures += 1;
      return;
    }
    this.lastReceiptAt = performance.now();
    const before = this.#marks[index] ?? 0;
    if (received < before) this.unexpected.set('a mark that fell', (this.unexpected.get('a mark that fell') ?? 0) + 1);
    this.#marks[index] = Math.max(before, received);
  }
}

function nameOf(stream: string, seq: number): string {
  return `${stream.slice(0, 8)}-${seq}`;
}

type Sent = { readonly status: number; readonly received: number | null; readonly code: string | null };

async function sendNamed(url: string, { stream, token }: CrowdKiosk, first: number, count: number): Promise<Sent> {
  const now = Date.now();
  const entries = Array.from({ length: count }, (_, at) => ({ kind: 'tap', at: now - at, up: 1e9 - at, boot: 'b', score: 1 + ((first + at) % 5), about: 'visit', step: nameOf(stream, first + at) }));
  try {
    const answer = await fetch(`${url}/api/v1/ledger`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body: gzipSync(JSON.stringify({ stream, first, clock: { now, up: 1e9, boot: 'b' }, entries }), { level: 1 }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const body = (await answer.json()) as { readonly received?: number; readonly error?: { readonly code: string } };
    const received = answer.status === 200 || answer.status === 409 ? (body.received ?? null) : null;
    return { status: answer.status, received, code: received === null ? (body.error?.code ?? 'none') : null };
  } catch {
    return { status: 0, received: null, code: null };
  }
}
