import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { SeededRandom } from './seeded-random.ts';
import { VirtualTime } from './virtual-time.ts';

/** Half past eight on a Monday morning in Viet Nam. */
export const MORNING = Date.UTC(2026, 10, 23, 1, 30);

/** What everything in one simulated world shares: its time, its chance, its folder, and what is written down of it. */
export class World {
  readonly seed: number;
  readonly time: VirtualTime;
  readonly folder: string;
  /** What was done to it, by kind. */
  readonly injected = new Map<string, number>();
  readonly #tells: boolean;
  readonly lines: string[] = [];
  readonly #digest = createHash('sha256');

  constructor(seed: number, folder: string, tells: boolean) {
    this.seed = seed;
    this.folder = join(folder, `seed-${seed}`);
    mkdirSync(this.folder, { recursive: true });
    const start = this.random('start');
    this.time = new VirtualTime(MORNING + start.between(0, 16 * 60) * 60_000);
    this.#tells = tells;
  }

  /** Chance of its own for each name, so that leaving one thing out changes no other. */
  random(...names: readonly (string | number)[]): SeededRandom {
    return new SeededRandom([this.seed, ...names].join(' '));
  }

  inject(kind: string): void {
    this.injected.set(kind, (this.injected.get(kind) ?? 0) + 1);
  }

  /** Becomes part of the digest, and a line of the story. */
  tell(who: string, what: string): void {
    const line = `${this.clockText()}  ${who.padEnd(10)} ${what}`;
    this.#digest.update(`${line}\n`);
    if (this.#tells) this.lines.push(line);
  }

  digest(): string {
    return this.#digest.copy().digest('hex').slice(0, 16);
  }

  clockText(): string {
    return new Date(this.time.now + 7 * 3_600_000).toISOString().slice(5, 23).replace('T', ' ');
  }
}
