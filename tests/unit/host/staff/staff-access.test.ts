import { describe, expect, it } from 'vitest';
import { scryptPinHash } from '#host/adapters/scrypt-pin-hash.ts';
import { systemRandom } from '#host/adapters/system-random.ts';
import { isStrongPin } from '#host/staff/pin-strength.ts';
import { StaffAccess } from '#host/staff/staff-access.ts';
import { ManualTime } from '#tests/fakes/manual-time.ts';
import { MemoryFiles } from '#tests/fakes/memory-files.ts';
import { testHost } from '#tests/fakes/test-host.ts';

const PIN = '284617';
const WRONG = '739152';
const MINUTE = 60_000;
/** The real hash at a cost that tests can pay. */
const pinHash = scryptPinHash({ N: 1024, r: 8, p: 1 });

async function setUp(files = new MemoryFiles(), time = new ManualTime()) {
  const staff = new StaffAccess({ files, clock: time.clock, random: systemRandom, pinHash });
  await staff.load();
  return { staff, files, time };
}

async function withPin() {
  const all = await setUp();
  const set = await all.staff.setPin(PIN, undefined);
  if (!set.ok) throw new Error(set.error.message);
  return { ...all, key: set.value.key };
}

const tryWrong = async (staff: StaffAccess, times: number): Promise<readonly string[]> => {
  const codes: string[] = [];
  for (let one = 0; one < times; one += 1) {
    const answer = await staff.unlock(WRONG);
    codes.push(answer.ok ? 'open' : answer.error.code);
  }
  return codes;
};

describe('the staff PIN', () => {
  it.each(['12345', '1234567890123', '111111', '123456', '987654', '890123', '121212', '123123', '112233', '28461a', ''])('refuses the weak PIN %j', (pin) => {
    expect(isStrongPin(pin)).toBe(false);
  });

  it.each(['284617', '900137', '4827163950'])('takes the PIN %s', (pin) => {
    expect(isStrongPin(pin)).toBe(true);
  });

  it('opens with the right PIN and is never on the disk in clear', async () => {
    const { staff, files } = await withPin();
    expect((await staff.unlock(PIN)).ok).toBe(true);
    expect([...files.texts.values()].join()).not.toContain(PIN);
    expect([...files.texts.values()].join()).toContain('scrypt$');
  });

  it('is set once without a key, and changed only with one', async () => {
    const { staff, key } = await withPin();
    expect(await staff.setPin('500293', undefined)).toMatchObject({ ok: false, error: { code: 'STAFF_PIN_SET' } });
    expect(await staff.setPin('500293', 'x'.repeat(32))).toMatchObject({ ok: false, error: { code: 'STAFF_LOCKED' } });
    expect((await staff.setPin('500293', key)).ok).toBe(true);
    expect((await staff.unlock('500293')).ok).toBe(true);
  });

  it('locks for a minute after five wrong PINs, and hears not even the right one meanwhile', async () => {
    const { staff, time } = await withPin();
    expect(await tryWrong(staff, 5)).toEqual(['STAFF_PIN_WRONG', 'STAFF_PIN_WRONG', 'STAFF_PIN_WRONG', 'STAFF_PIN_WRONG', 'STAFF_PIN_LOCKED']);
    expect(await staff.unlock(PIN)).toMatchObject({ ok: false, error: { code: 'STAFF_PIN_LOCKED', details: { retryAfterMs: MINUTE } } });
    await time.pass(MINUTE);
    expect((await staff.unlock(PIN)).ok).toBe(true);
    expect(await tryWrong(staff, 1)).toEqual(['STAFF_PIN_WRONG']);
  });

  it('doubles the lock with each further wrong PIN, up to an hour', async () => {
    const { staff, time } = await withPin();
    await tryWrong(staff, 5);
    const locks: unknown[] = [];
    for (let round = 0; round < 8; round += 1) {
      await time.pass(60 * MINUTE);
      const answer = await staff.unlock(WRONG);
      locks.push(answer.ok ? null : answer.error.details?.['retryAfterMs']);
    }
    expect(locks).toEqual([2, 4, 8, 16, 32, 60, 60, 60].map((minutes) => minutes * MINUTE));
  });

  it('stays locked over a restart, and a clock set back cannot lock longer than the lock', async () => {
    const { staff, files, time } = await withPin();
    await tryWrong(staff, 5);
    const again = await setUp(files, time);
    expect(await again.staff.unlock(PIN)).toMatchObject({ error: { code: 'STAFF_PIN_LOCKED' } });
    time.setWall(0);
    expect(await again.staff.unlock(PIN)).toMatchObject({ error: { details: { retryAfterMs: MINUTE } } });
    await time.pass(MINUTE);
    expect((await again.staff.unlock(PIN)).ok).toBe(true);
  });

  it('ends its lock after a minute also on a machine whose clock falls back years with every start', async () => {
    const { staff, files, time } = await withPin();
    await tryWrong(staff, 5);
    time.setWall(Date.UTC(2019, 0, 1));
    const first = await setUp(files, time);
    expect(await first.staff.unlock(PIN)).toMatchObject({ error: { code: 'STAFF_PIN_LOCKED', details: { retryAfterMs: MINUTE } } });
    await time.pass(MINUTE);
    // The same wrong clock once more: the lock began anew with the first start, and is over.
    const second = await setUp(files, time);
    expect((await second.staff.unlock(PIN)).ok).toBe(true);
  });

  it('is not opened sooner by a clock set forward', async () => {
    const { staff, time } = await withPin();
    await tryWrong(staff, 5);
    time.setWall(Date.UTC(2040, 0, 1));
    expect(await staff.unlock(PIN)).toMatchObject({ error: { code: 'STAFF_PIN_LOCKED', details: { retryAfterMs: MINUTE } } });
  });

  it('counts and opens also while the disk takes nothing', async () => {
    const { staff, files, time } = await withPin();
    files.isFull = true;
    expect((await tryWrong(staff, 5)).at(-1)).toBe('STAFF_PIN_LOCKED');
    await time.pass(MINUTE);
    expect((await staff.unlock(PIN)).ok).toBe(true);
  });

  it('counts tries that come all at once', async () => {
    const { staff } = await withPin();
    const codes = await Promise.all(Array.from({ length: 8 }, () => staff.unlock(WRONG)));
    expect(codes.filter((answer) => !answer.ok && answer.error.code === 'STAFF_PIN_LOCKED')).toHaveLength(4);
  });

  it('closes five minutes after the last use, and at once when staff lock it', async () => {
    const { staff, key, time } = await withPin();
    await time.pass(4 * MINUTE);
    expect(staff.isOpen(key)).toBe(true);
    await time.pass(4 * MINUTE);
    expect(staff.isOpen(key)).toBe(true);
    await time.pass(5 * MINUTE + 1);
    expect(staff.isOpen(key)).toBe(false);
    const opened = await staff.unlock(PIN);
    const next = opened.ok ? opened.value.key : '';
    staff.lock(next);
    expect(staff.isOpen(next)).toBe(false);
  });

  it('does not let anyone choose or guess a PIN because its file is damaged, and does not stop the kiosk', async () => {
    const { staff } = await setUp(new MemoryFiles({ 'staff.json': '{"pin' }));
    expect(staff.isPinSet()).toBe(true);
    expect(await staff.setPin(PIN, undefined)).toMatchObject({ error: { code: 'STAFF_RECORD_DAMAGED' } });
    expect(await staff.unlock(PIN)).toMatchObject({ error: { code: 'STAFF_RECORD_DAMAGED' } });
  });

  it('takes a first PIN only in the ten minutes after a start or after set-up, so that no passer-by chooses it', async () => {
    const { staff, time } = await setUp();
    await time.pass(10 * MINUTE + 1);
    expect(await staff.setPin(PIN, undefined)).toMatchObject({ error: { code: 'STAFF_PIN_CLOSED' } });
    expect(staff.isPinSet()).toBe(false);
    staff.expectFirstPin();
    expect((await staff.setPin(PIN, undefined)).ok).toBe(true);
  });
});

it('whose file is damaged leaves a kiosk that works and says so in its health', async () => {
  const kiosk = testHost();
  kiosk.dataFiles.texts.set('staff.json', '{"pin');
  await kiosk.host.start(null);
  expect(await kiosk.host.handlers.boot(null)).toMatchObject({ ok: true, value: { pinSet: true } });
  expect(kiosk.host.greeting()).toContainEqual(expect.objectContaining({ kind: 'status', faults: expect.arrayContaining([expect.objectContaining({ code: 'STAFF_RECORD_DAMAGED' })]) }));
  await kiosk.host.close();
});

describe('the hash of the PIN', () => {
  it('costs what OWASP asks of scrypt, and no two of one PIN are alike', async () => {
    const hash = scryptPinHash();
    const [one, other] = await Promise.all([hash.make(PIN), pinHash.make(PIN)]);
    expect(one).toMatch(/^scrypt\$131072\$8\$1\$/);
    expect(await pinHash.make(PIN)).not.toBe(other);
    // The cost is in the hash: one made before a change of the cost still opens.
    expect([await hash.matches(PIN, other), await hash.matches(WRONG, other)]).toEqual([true, false]);
  });

  it('of another form, or of a cost that would take the memory, matches nothing', async () => {
    for (const kept of ['', PIN, 'scrypt$0$8$1$aa$bb', 'scrypt$1073741824$8$1$aa$bb', 'scrypt$1024$8$1$aa$']) {
      expect([kept, await pinHash.matches(PIN, kept)]).toEqual([kept, false]);
    }
  });
});
