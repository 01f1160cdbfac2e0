import { BLOBS_PATH } from '#contract/manifest.ts';
import { HTTP_ROUTES } from '#contract/http-routes.ts';
import type { Download, Http, HttpAnswer } from '#host/ports.ts';
import type { FakeLibrary } from '#tests/fakes/fake-library.ts';
import type { Arrival } from './centre-door.ts';
import type { Centre } from './centre.ts';
import type { SimProcess } from './sim-process.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { World } from './world.ts';

/** What can happen to a request on its way. */
export const FATES = ['lose request', 'lose answer', 'double', 'delay', 'answer late', 'cut request', 'cut answer', 'answer of a proxy'] as const;
export type Fate = (typeof FATES)[number];

/** For a while requests of one kiosk (null: of all) meet these fates; `down`: nothing passes. */
export type Weather = { readonly from: number; readonly until: number; readonly kiosk: number | null; readonly share: number; readonly fates: readonly Fate[] | 'down' };

/** A request stays on the line no longer than this, ms: a proxy or a socket's buffer holds it no longer. */
export const LONGEST_ON_THE_LINE = 90_000;

type Request = Parameters<Http['send']>[0];
/** What is said on the line between one kiosk's program and the centre, for whoever keeps the books. */
export type Overheard = { readonly sends: (path: string, request: unknown) => void; readonly hears: (path: string, request: unknown, answer: HttpAnswer) => void };

const PROXY_ANSWERS: readonly HttpAnswer[] = [
  { status: 413, headers: {}, body: '<html>413 Request Entity Too Large</html>' },
  { status: 502, headers: {}, body: '<html>502 Bad Gateway</html>' },
  { status: 503, headers: { 'retry-after': '7' }, body: '<html>busy</html>' },
  { status: 429, headers: { 'retry-after': '20' }, body: null },
  { status: 200, headers: {}, body: '<html>Sign in to the free network</html>' },
  { status: 401, headers: {}, body: '<html>proxy</html>' },
];

export class Network {
  readonly #world: World;
  readonly #centre: Centre;
  readonly #library: FakeLibrary;
  #weather: Weather[] = [];
  readonly #counts = new Map<number, number>();

  constructor(world: World, centre: Centre, library: FakeLibrary) {
    this.#world = world;
    this.#centre = centre;
    this.#library = library;
  }

  add(weather: Weather): void {
    this.#weather.push(weather);
  }

  heal(): void {
    this.#weather = [];
  }

  httpOf(kiosk: number, process: SimProcess, overheard: Overheard): Http {
    return { send: (request) => this.#send({ kiosk, process, request, overheard }) };
  }

  /** Files of the library: the line may be down or cut. */
  downloadOf(kiosk: number): Download {
    return async (request) => {
      await this.#world.time.wait(20);
      const random = this.#randomFor(kiosk);
      const fate = this.#fateOf(kiosk, random);
      if (fate === 'down' || fate === 'lose request') throw new Error('connect ETIMEDOUT');
      this.#library.fates = fate === null ? [] : [{ kind: 'cut', after: random.between(1, 400) }];
      return this.#library.download(request);
    };
  }

  #randomFor(kiosk: number): SeededRandom {
    const count = (this.#counts.get(kiosk) ?? 0) + 1;
    this.#counts.set(kiosk, count);
    return this.#world.random('line', kiosk, count);
  }

  #fateOf(kiosk: number, random: SeededRandom): Fate | 'down' | null {
    const { now } = this.#world.time;
    for (const { from, until, kiosk: whose, share, fates } of this.#weather) {
      if (now < from || now >= until || (whose !== null && whose !== kiosk) || !random.chance(share)) continue;
      const fate = fates === 'down' ? 'down' : random.pick(fates);
      this.#world.inject(fate === 'down' ? 'line down' : `request: ${fate}`);
      return fate;
    }
    return null;
  }

  #send({ kiosk, process, request, overheard }: { readonly kiosk: number; readonly process: SimProcess; readonly request: Request; readonly overheard: Overheard }): Promise<HttpAnswer> {
    const { time } = this.#world;
    const random = this.#randomFor(kiosk);
    const path = new URL(request.url).pathname;
    overheard.sends(path, request);
    const fate = this.#fateOf(kiosk, random);
    if (fate !== null) this.#world.tell(process.name, `${request.method} ${path}: ${fate}`);
    return new Promise((resolve, reject) => {
      const cancel = time.after(request.timeout, () => reject(new Error('the request timed out')), process);
      const lineOf = (share: number): Line => ({
        answer: (answer) => void time.after(random.between(2, 60) * share, () => {
          cancel();
          resolve(answer);
        }, process),
        fail: (why) => void time.after(random.between(2, 60), () => {
          cancel();
          reject(new Error(why));
        }, process),
      });
      const line = lineOf(fate === 'answer late' ? 700 : 1);
      this.#carry({ path, request, fate, random, line, overheard: (asked, answer) => overheard.hears(path, asked, answer) });
    });
  }

  #carry(trip: Trip): void {
    const { fate, random, line, request } = trip;
    const arrive = (delay: number, heard: Line): void => void this.#world.time.after(delay, () => void this.#reach(trip, heard), null);
    const usual = random.between(2, 60);
    switch (fate) {
      case 'down':
        return line.fail('connect ENETUNREACH');
      case 'lose request':
        return random.chance(0.5) ? line.fail('connect ECONNRESET') : undefined;
      case 'lose answer':
        arrive(usual, random.chance(0.5) ? NOBODY : { answer: () => line.fail('socket hang up'), fail: line.fail });
        return;
      case 'double':
        arrive(usual, line);
        return arrive(usual + random.between(0, 20_000), NOBODY);
      case 'delay':
        return arrive(random.between(3_000, LONGEST_ON_THE_LINE), line);
      case 'cut answer':
        return arrive(usual, { answer: ({ status }) => line.answer({ status, headers: {}, body: '{"recei' }), fail: line.fail });
      case 'answer of a proxy':
        return line.answer(random.pick(PROXY_ANSWERS));
      case 'cut request':
      case 'answer late':
      case null:
        return arrive(usual, request.method === 'GET' ? line : line);
    }
  }

  async #reach({ path, request, fate, random, overheard }: Trip, line: Line): Promise<void> {
    try {
      const answer = await this.#answer(path, request, fate === 'cut request' ? random.fraction() : null, random.fraction());
      overheard(request, answer);
      line.answer(answer);
    } catch (cause: unknown) {
      line.fail(cause instanceof Error ? cause.message : String(cause));
    }
  }

  async #answer(path: string, { headers, body }: Request, cutAt: number | null, pick: number): Promise<HttpAnswer> {
    if (path === HTTP_ROUTES.manifest.path) return this.#library.answerManifest(headers['if-none-match']);
    if (path.startsWith(BLOBS_PATH)) throw new Error('files come another way');
    const bytes = typeof body === 'string' ? Buffer.from(body) : (body ?? new Uint8Array());
    const arrival: Arrival = { path, headers, body: bytes, cutAfter: cutAt === null ? null : Math.floor(bytes.byteLength * cutAt) };
    return this.#centre.receive(arrival, pick);
  }
}

type Line = { readonly answer: (answer: HttpAnswer) => void; readonly fail: (why: string) => void };
type Trip = { readonly path: string; readonly request: Request; readonly fate: Fate | 'down' | null; readonly random: SeededRandom; readonly line: Line; readonly overheard: (request: unknown, answer: HttpAnswer) => void };

/** The other end is gone. */
const NOBODY: Line = { answer: () => undefined, fail: () => undefined };
