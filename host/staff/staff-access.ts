import { Type } from 'typebox';
import { parserOf } from '#contract/parse.ts';
import { failure, success, type Result } from '#domain/result.ts';
import { parseJson } from '../parse-json.ts';
import type { Clock, Files, PinHash, Random } from '../ports.ts';
import { isStrongPin } from './pin-strength.ts';
import { afterWrongPin, lockRemaining, OPEN_THROTTLE, type PinThrottle } from './pin-throttle.ts';

const FILE = 'staff.json';
/** A staff key is good for so long after its last use, ms. */
export const KEY_LIFE = 5 * 60_000;

const Record = Type.Object({
  pinHash: Type.Union([Type.String(), Type.Null()]),
  throttle: Type.Object({ wrong: Type.Integer(), lockedAt: Type.Integer(), lockedFor: Type.Integer() }),
});
const parseRecord = parserOf(Record);

type Key = { readonly key: string };
type Kept = { readonly pinHash: string | null; readonly throttle: PinThrottle };
type Needs = { readonly files: Files; readonly clock: Clock; readonly random: Random; readonly pinHash: PinHash };

/** The PIN and the key it opens. Wrong PINs are counted on disk before they are checked. */
export class StaffAccess {
  readonly #needs: Needs;
  #kept: Kept = { pinHash: null, throttle: OPEN_THROTTLE };
  #open: { readonly key: string; readonly lastUse: number } | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  async load(): Promise<void> {
    const text = await this.#needs.files.readText(FILE);
    const parsed = parseRecord(text === null ? null : parseJson(text));
    if (parsed.ok) this.#kept = parsed.value;
    // Without its file the kiosk would let anyone choose a PIN, so a damaged one is not passed over.
    else if (text !== null) throw new Error(`${FILE} is damaged: delete it to set a new PIN`);
  }

  isPinSet(): boolean {
    return this.#kept.pinHash !== null;
  }

  /** True for the key in force; using it makes it live on. */
  isOpen(key: string): boolean {
    const up = this.#needs.clock.up();
    if (this.#open === null || this.#open.key !== key || up - this.#open.lastUse > KEY_LIFE) return false;
    this.#open = { key, lastUse: up };
    return true;
  }

  unlock(pin: string): Promise<Result<Key, 'STAFF_PIN_WRONG' | 'STAFF_PIN_LOCKED'>> {
    return this.#inTurn(() => this.#tryPin(pin));
  }

  setPin(pin: string, key: string | undefined): Promise<Result<Key, 'STAFF_PIN_SET' | 'STAFF_PIN_WEAK' | 'STAFF_LOCKED'>> {
    return this.#inTurn(() => this.#choosePin(pin, key));
  }

  lock(key: string): void {
    if (this.#open?.key === key) this.#open = null;
  }

  async #tryPin(pin: string): Promise<Result<Key, 'STAFF_PIN_WRONG' | 'STAFF_PIN_LOCKED'>> {
    const { clock, pinHash } = this.#needs;
    const remaining = lockRemaining(this.#kept.throttle, clock.now());
    if (remaining > 0) return lockedFor(remaining);
    const known = this.#kept.pinHash;
    if (known === null) return failure('STAFF_PIN_WRONG', 'no PIN is set');
    await this.#save({ pinHash: known, throttle: afterWrongPin(this.#kept.throttle, clock.now()) });
    if (await pinHash.matches(pin, known)) {
      await this.#save({ pinHash: known, throttle: OPEN_THROTTLE });
      return success(this.#giveKey());
    }
    const locked = lockRemaining(this.#kept.throttle, clock.now());
    return locked > 0 ? lockedFor(locked) : failure('STAFF_PIN_WRONG', 'the PIN is not right');
  }

  async #choosePin(pin: string, key: string | undefined): Promise<Result<Key, 'STAFF_PIN_SET' | 'STAFF_PIN_WEAK' | 'STAFF_LOCKED'>> {
    if (this.isPinSet()) {
      if (key === undefined) return failure('STAFF_PIN_SET', 'a PIN is set already');
      if (!this.isOpen(key)) return failure('STAFF_LOCKED', 'the staff page is locked');
    }
    if (!isStrongPin(pin)) return failure('STAFF_PIN_WEAK', 'a PIN has 6 to 12 digits and is not a row or a repetition');
    await this.#save({ pinHash: await this.#needs.pinHash.make(pin), throttle: OPEN_THROTTLE });
    return success(this.#giveKey());
  }

  #giveKey(): Key {
    const key = this.#needs.random.secret(24);
    this.#open = { key, lastUse: this.#needs.clock.up() };
    return { key };
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

function lockedFor(retryAfterMs: number) {
  return failure('STAFF_PIN_LOCKED', 'too many wrong PINs', { retryAfterMs });
}
