import { Type } from 'typebox';
import { parserOf } from '#contract/parse.ts';
import { failure, success, type Result } from '#domain/result.ts';
import { parseJson } from '../parse-json.ts';
import type { Clock, Files, PinHash, Random } from '../ports.ts';
import { isStrongPin } from './pin-strength.ts';
import { afterWrongPin, lockRemaining, OPEN_THROTTLE, restartLock, type PinThrottle } from './pin-throttle.ts';

const FILE = 'staff.json';
/** A staff key is good for so long after its last use, ms. */
export const KEY_LIFE = 5 * 60_000;
/** A first PIN is taken for so long after a start or the end of set-up, ms: whoever can start the machine is no passer-by. */
export const FIRST_PIN_SPAN = 10 * 60_000;

const Record = Type.Object({
  pinHash: Type.Union([Type.String(), Type.Null()]),
  throttle: Type.Object({ wrong: Type.Integer(), lockedAt: Type.Integer(), lockedFor: Type.Integer() }),
});
const parseRecord = parserOf(Record);

type Key = { readonly key: string };
type Kept = { readonly pinHash: string | null; readonly throttle: PinThrottle };
type Needs = { readonly files: Files; readonly clock: Clock; readonly random: Random; readonly pinHash: PinHash };
type SetFailure = 'STAFF_PIN_SET' | 'STAFF_PIN_WEAK' | 'STAFF_PIN_CLOSED' | 'STAFF_LOCKED' | 'STAFF_RECORD_DAMAGED';

/**
 * The PIN and the key it opens. Wrong PINs are counted on disk before they are checked; a lock runs on the
 * clock that nobody can set.
 */
export class StaffAccess {
  readonly #needs: Needs;
  #kept: Kept = { pinHash: null, throttle: OPEN_THROTTLE };
  #open: { readonly key: string; readonly lastUse: number } | null = null;
  #isDamaged = false;
  /** `up` until which no PIN is heard, and until which a first one may be chosen. */
  #lockedUntil = 0;
  #firstPinUntil = 0;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** `damaged`: no PIN opens and none can be chosen, because without its file anyone could choose one. The kiosk goes on. */
  async load(): Promise<'ready' | 'damaged'> {
    const { files, clock } = this.#needs;
    // A file that cannot be read says no more than a damaged one.
    const text = await files.readText(FILE).catch(() => '');
    const parsed = parseRecord(text === null ? null : parseJson(text));
    this.#isDamaged = text !== null && !parsed.ok;
    if (parsed.ok) await this.#resume(parsed.value);
    this.#firstPinUntil = clock.up() + FIRST_PIN_SPAN;
    return this.#isDamaged ? 'damaged' : 'ready';
  }

  isPinSet(): boolean {
    return this.#isDamaged || this.#kept.pinHash !== null;
  }

  /** Set-up goes on or has just ended: a first PIN may be chosen for a while. */
  expectFirstPin(): void {
    this.#firstPinUntil = this.#needs.clock.up() + FIRST_PIN_SPAN;
  }

  /** True for the key in force; using it makes it live on. */
  isOpen(key: string): boolean {
    const up = this.#needs.clock.up();
    if (this.#open === null || this.#open.key !== key || up - this.#open.lastUse > KEY_LIFE) return false;
    this.#open = { key, lastUse: up };
    return true;
  }

  unlock(pin: string): Promise<Result<Key, 'STAFF_PIN_WRONG' | 'STAFF_PIN_LOCKED' | 'STAFF_RECORD_DAMAGED'>> {
    return this.#inTurn(() => this.#tryPin(pin));
  }

  setPin(pin: string, key: string | undefined): Promise<Result<Key, SetFailure>> {
    return this.#inTurn(() => this.#choosePin(pin, key));
  }

  lock(key: string): void {
    if (this.#open?.key === key) this.#open = null;
  }

  async #tryPin(pin: string): Promise<Result<Key, 'STAFF_PIN_WRONG' | 'STAFF_PIN_LOCKED' | 'STAFF_RECORD_DAMAGED'>> {
    const { clock, pinHash } = this.#needs;
    if (this.#isDamaged) return damaged();
    const remaining = this.#lockedUntil - clock.up();
    if (remaining > 0) return lockedFor(remaining);
    const known = this.#kept.pinHash;
    if (known === null) return failure('STAFF_PIN_WRONG', 'no PIN is set');
    const throttle = afterWrongPin(this.#kept.throttle, clock.now());
    this.#lockedUntil = clock.up() + throttle.lockedFor;
    await this.#saveThrottle(throttle);
    if (await pinHash.matches(pin, known)) {
      this.#lockedUntil = 0;
      await this.#saveThrottle(OPEN_THROTTLE);
      return success(this.#giveKey());
    }
    return throttle.lockedFor > 0 ? lockedFor(throttle.lockedFor) : failure('STAFF_PIN_WRONG', 'the PIN is not right');
  }

  async #choosePin(pin: string, key: string | undefined): Promise<Result<Key, SetFailure>> {
    if (this.#isDamaged) return damaged();
    if (this.isPinSet()) {
      if (key === undefined) return failure('STAFF_PIN_SET', 'a PIN is set already');
      if (!this.isOpen(key)) return failure('STAFF_LOCKED', 'the staff page is locked');
    } else if (this.#needs.clock.up() > this.#firstPinUntil) {
      return failure('STAFF_PIN_CLOSED', 'a first PIN is chosen in the ten minutes after a start');
    }
    if (!isStrongPin(pin)) return failure('STAFF_PIN_WEAK', 'a PIN has 6 to 12 digits and is not a row or a repetition');
    await this.#save({ pinHash: await this.#needs.pinHash.make(pin), throttle: OPEN_THROTTLE });
    return success(this.#giveKey());
  }

  async #resume(kept: Kept): Promise<void> {
    const { clock } = this.#needs;
    const throttle = restartLock(kept.throttle, clock.now());
    this.#lockedUntil = clock.up() + lockRemaining(throttle, clock.now());
    this.#kept = { ...kept, throttle };
    // The lock's new beginning, or each further restart under a wrong clock would lock anew.
    if (throttle !== kept.throttle) await this.#saveThrottle(throttle);
  }

  #giveKey(): Key {
    const key = this.#needs.random.secret(24);
    this.#open = { key, lastUse: this.#needs.clock.up() };
    return { key };
  }

  /** A disk that takes nothing must not shut staff out of the page that says so: until the next start the count in memory holds. */
  async #saveThrottle(throttle: PinThrottle): Promise<void> {
    const next = { ...this.#kept, throttle };
    await this.#save(next).catch(() => void (this.#kept = next));
  }

  async #save(next: Kept): Promise<void> {
    this.#kept = next;
    await this.#needs.files.writeText(FILE, JSON.stringify(next));
  }

  /** One at a time, so that many tries at once cannot slip past the count. */
  #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = this.#queue.then(work, work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }
}

function damaged() {
  return failure('STAFF_RECORD_DAMAGED', `${FILE} cannot be read; docs/operators-guide.md says how to choose a new PIN`);
}

function lockedFor(retryAfterMs: number) {
  return failure('STAFF_PIN_LOCKED', 'too many wrong PINs', { retryAfterMs });
}
