import type { Clock } from '#host/ports.ts';
import type { VirtualTime } from './virtual-time.ts';

/** A machine's clocks: the one on the wall, which people and dead batteries set, and the one that counts since the boot. */
export class MachineClock {
  readonly #time: VirtualTime;
  #boots = 0;
  #bootedAt: number;
  #setAt: number;
  #setTo: number;
  /** Milliseconds of the wall clock to one of the world. */
  #rate = 1;
  readonly #name: string;

  constructor(time: VirtualTime, name: string) {
    this.#time = time;
    this.#name = name;
    [this.#bootedAt, this.#setAt, this.#setTo] = [time.now, time.now, time.now];
  }

  boot(): void {
    this.#boots += 1;
    this.#bootedAt = this.#time.now;
  }

  /** As long as this boot lasts. */
  reading(): Clock {
    return { now: () => this.wall(), up: () => Math.round(this.#time.now - this.#bootedAt), boot: this.bootName() };
  }

  bootName(): string {
    return `${this.#name}-boot-${this.#boots}`;
  }

  wall(): number {
    return Math.max(0, Math.round(this.#setTo + (this.#time.now - this.#setAt) * this.#rate));
  }

  /** How wrong it is, ms. */
  error(): number {
    return this.wall() - this.#time.now;
  }

  jump(by: number): void {
    this.#set(this.wall() + by, this.#rate);
  }

  run(rate: number): void {
    this.#set(this.wall(), rate);
  }

  /** Somebody, or the network, sets it right. */
  setRight(): void {
    this.#set(this.#time.now, 1);
  }

  #set(wall: number, rate: number): void {
    [this.#setAt, this.#setTo, this.#rate] = [this.#time.now, Math.max(0, wall), rate];
  }
}
