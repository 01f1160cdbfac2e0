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
export type StaffAccess = ReturnType<typeof createStaffAccess>;

/** The PIN and the key it opens. Wrong PINs are counted on disk before they are checked. */
export function createStaffAccess(needs: { readonly files: Files; readonly clock: Clock; readonly random: Random; readonly pinHash: PinHash }) {
  const { files, clock, random, pinHash } = needs;
  let kept: Kept = { pinHash: null, throttle: OPEN_THROTTLE };
  let open: { readonly key: string; readonly lastUse: number } | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  const save = async (next: Kept): Promise<void> => {
    kept = next;
    await files.writeText(FILE, JSON.stringify(next));
  };
  // One at a time, so that many tries at once cannot slip past the count.
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const turn = queue.then(work, work);
    queue = turn.catch(() => undefined);
    return turn;
  };
  const giveKey = (): Key => {
    const key = random.secret(24);
    open = { key, lastUse: clock.up() };
    return { key };
  };
  /** True for the key in force; using it makes it live on. */
  const isOpen = (key: string): boolean => {
    if (open === null || open.key !== key || clock.up() - open.lastUse > KEY_LIFE) return false;
    open = { key, lastUse: clock.up() };
    return true;
  };

  const unlock = async (pin: string): Promise<Result<Key, 'STAFF_PIN_WRONG' | 'STAFF_PIN_LOCKED'>> => {
    const remaining = lockRemaining(kept.throttle, clock.now());
    if (remaining > 0) return failure('STAFF_PIN_LOCKED', 'too many wrong PINs', { retryAfterMs: remaining });
    if (kept.pinHash === null) return failure('STAFF_PIN_WRONG', 'no PIN is set');
    const before = kept.pinHash;
    await save({ ...kept, throttle: afterWrongPin(kept.throttle, clock.now()) });
    if (await pinHash.matches(pin, before)) {
      await save({ pinHash: before, throttle: OPEN_THROTTLE });
      return success(giveKey());
    }
    const locked = lockRemaining(kept.throttle, clock.now());
    return locked > 0 ? failure('STAFF_PIN_LOCKED', 'too many wrong PINs', { retryAfterMs: locked }) : failure('STAFF_PIN_WRONG', 'the PIN is not right');
  };

  const setPin = async (pin: string, key: string | undefined): Promise<Result<Key, 'STAFF_PIN_SET' | 'STAFF_PIN_WEAK' | 'STAFF_LOCKED'>> => {
    if (kept.pinHash !== null && key === undefined) return failure('STAFF_PIN_SET', 'a PIN is set already');
    if (kept.pinHash !== null && (key === undefined || !isOpen(key))) return failure('STAFF_LOCKED', 'the staff page is locked');
    if (!isStrongPin(pin)) return failure('STAFF_PIN_WEAK', 'a PIN has 6 to 12 digits and is not a row or a repetition');
    await save({ pinHash: await pinHash.make(pin), throttle: OPEN_THROTTLE });
    return success(giveKey());
  };

  return {
    load: async (): Promise<void> => {
      const text = await files.readText(FILE);
      const parsed = parseRecord(text === null ? null : parseJson(text));
      if (parsed.ok) kept = parsed.value;
      // Without its file the kiosk would let anyone choose a PIN, so a damaged one is not passed over.
      else if (text !== null) throw new Error(`${FILE} is damaged: delete it to set a new PIN`);
    },
    isPinSet: (): boolean => kept.pinHash !== null,
    isOpen,
    unlock: (pin: string) => inTurn(() => unlock(pin)),
    setPin: (pin: string, key: string | undefined) => inTurn(() => setPin(pin, key)),
    lock: (key: string): void => {
      if (open?.key === key) open = null;
    },
  };
}
