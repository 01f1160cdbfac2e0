import { describe, expect, it } from 'vitest';
import { arrivalsFirst } from '#server/routes/arrivals-first.ts';

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('letting those at the door in before batches are taken', () => {
  it('lets a batch go on in the next turn when nobody came', async () => {
    const arrivals = arrivalsFirst({ now: () => 0 });
    await expect(arrivals.turn(5_000, 0)).resolves.toBeUndefined();
  });

  it('holds batches while each turn brings somebody, and lets them go on once none does', async () => {
    const arrivals = arrivalsFirst({ now: () => 0 });
    let hasGone = false;
    arrivals.arrived();
    void arrivals.turn(5_000, 0).then(() => (hasGone = true));
    for (let turn = 0; turn < 20; turn += 1) {
      await nextTurn();
      arrivals.arrived();
      expect(hasGone).toBe(false);
    }
    await nextTurn();
    await nextTurn();
    await nextTurn();
    expect(hasGone).toBe(true);
  });

  it('lets a batch go on after five seconds, however many come', async () => {
    let now = 0;
    const arrivals = arrivalsFirst({ now: () => now });
    let hasGone = false;
    arrivals.arrived();
    void arrivals.turn(5_000, 0).then(() => (hasGone = true));
    await nextTurn();
    now = 5_001;
    arrivals.arrived();
    await nextTurn();
    arrivals.arrived();
    await nextTurn();
    expect(hasGone).toBe(true);
  });

  it('spreads large batches over turns, so that those who come meanwhile wait for few of them', async () => {
    const arrivals = arrivalsFirst({ now: () => 0 });
    let gone = 0;
    for (let batch = 0; batch < 20; batch += 1) void arrivals.turn(64 * 1024, 0).then(() => (gone += 1));
    await nextTurn();
    await nextTurn();
    expect(gone).toBeGreaterThan(0);
    expect(gone).toBeLessThan(20);
    for (let turn = 0; turn < 20; turn += 1) await nextTurn();
    expect(gone).toBe(20);
  });
});
