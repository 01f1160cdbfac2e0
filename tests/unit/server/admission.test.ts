import { describe, expect, it } from 'vitest';
import { makeAdmission, type Admission, type Admitted } from '#server/routes/admission.ts';

const half = (): number => 0.5;
const batch = { length: 1_000, isPacked: true, sender: 'one' };

function mustEnter(admission: Admission, now = 0): Admitted {
  const entered = admission.enter(batch, now);
  if (entered.kind !== 'admitted') throw new Error('was sent away');
  return entered;
}

describe('letting batches in', () => {
  it('holds the number of batches and the bytes they may grow to below their limits', () => {
    const byNumber = makeAdmission({ bytes: 1e9, batches: 2, ofOne: 2 }, half);
    mustEnter(byNumber);
    mustEnter(byNumber);
    expect(byNumber.enter(batch, 0).kind).toBe('sent-away');
    const byBytes = makeAdmission({ bytes: 25_000, batches: 100, ofOne: 100 }, half);
    const first = mustEnter(byBytes);
    mustEnter(byBytes);
    expect(byBytes.enter(batch, 0).kind).toBe('sent-away');
    // Inflated it is smaller than feared.
    first.set(2_000);
    expect(byBytes.enter(batch, 0).kind).toBe('admitted');
  });

  it('lets one sender take no more than his share, and others in beside him', () => {
    const admission = makeAdmission({ bytes: 1e9, batches: 4, ofOne: 2 }, half);
    const first = mustEnter(admission);
    mustEnter(admission);
    expect(admission.enter(batch, 0).kind).toBe('sent-away');
    expect(admission.enter({ ...batch, sender: 'another' }, 0).kind).toBe('admitted');
    first.leave(0);
    expect(admission.enter(batch, 0).kind).toBe('admitted');
    expect(admission.enter(batch, 0).kind).toBe('sent-away');
  });

  it('says at once when every place is taken, whoever asks', () => {
    const admission = makeAdmission({ bytes: 1e9, batches: 1, ofOne: 1 }, half);
    expect(admission.refuseWhenFull(0)).toBeNull();
    const first = mustEnter(admission);
    expect(admission.refuseWhenFull(0)).toMatchObject({ kind: 'sent-away' });
    first.leave(0);
    expect(admission.refuseWhenFull(0)).toBeNull();
  });

  it('has room again when a batch was answered, once', () => {
    const admission = makeAdmission({ bytes: 1e9, batches: 1, ofOne: 1 }, half);
    const first = mustEnter(admission);
    first.leave(0);
    first.leave(0);
    first.set(5_000_000_000);
    mustEnter(admission);
    expect(admission.enter(batch, 0).kind).toBe('sent-away');
  });

  it('sends nobody away for two minutes because it had nothing to serve before', () => {
    const admission = makeAdmission({ bytes: 1e9, batches: 100, ofOne: 100 }, () => 0.999);
    for (let entered = 0; entered < 100; entered += 1) mustEnter(admission, 60_000);
    for (let away = 0; away < 1_000; away += 1) expect(admission.enter(batch, 60_100)).toMatchObject({ kind: 'sent-away', retryAfter: expect.toSatisfy((seconds: number) => seconds <= 11) });
  });

  it('spreads those it sends away over the time that serving them takes', () => {
    const admission = makeAdmission({ bytes: 1e9, batches: 1, ofOne: 1 }, () => 0.999);
    const waitOf = (now: number): number => {
      const answer = admission.enter(batch, now);
      return answer.kind === 'sent-away' ? answer.retryAfter : 0;
    };
    for (let served = 0; served < 1_000; served += 1) mustEnter(admission, served * 5).leave((served + 1) * 5);
    mustEnter(admission, 6_000);
    expect(waitOf(6_000)).toBe(5);
    for (let away = 0; away < 7_999; away += 1) waitOf(7_000);
    // 8,000 were sent away, and 200 are served in a second: forty seconds.
    expect(waitOf(7_000)).toBeGreaterThanOrEqual(40);
    expect(waitOf(7_000)).toBeLessThanOrEqual(42);
    for (let away = 0; away < 10_000; away += 1) waitOf(8_000);
    expect(waitOf(8_000)).toBe(60);
    // Half a minute later that herd is forgotten.
    expect(waitOf(40_000)).toBeLessThan(20);
  });
});
