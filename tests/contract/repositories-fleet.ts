import { expect, test } from 'vitest';
import type { Beat } from '#server/repositories/devices.ts';
import type { Repositories } from '#server/repositories/repositories.ts';
import { followBoot } from '#server/services/fleet/follow-boots.ts';
import { enrol, NOW } from './repositories-given.ts';

const DAY = '2026-11-18';
const MINUTE = 60_000;
const BEAT: Beat = { deviceId: 'd1', pointNo: 1, stream: 'stream-1', head: 9, made: [{ day: DAY, taps: 4 }], clockOffset: -5, health: '{}', boot: 'a', up: 1, now: NOW };

/** Units, service points, devices and what is asked of them, whichever database is behind them. */
export function fleetContract(current: () => Repositories): void {
  structureContract(current);
  pairingContract(current);
  beatsContract(current);
  movesContract(current);
  commandsContract(current);
}

function structureContract(current: () => Repositories): void {
  test('a unit moves with all below it, never below itself', async () => {
    const { points } = current();
    await points.addUnit({ id: 'thon', name: 'Thôn', parent: 'xa' });
    await points.addUnit({ id: 'tinh', name: 'Tỉnh', parent: null });
    expect(await points.moveUnit('xa', 'tinh')).toBe('moved');
    expect(await points.unitLiesBelow('thon', 'tinh')).toBe(true);
    expect([await points.moveUnit('tinh', 'thon'), await points.moveUnit('xa', 'xa'), await points.moveUnit('xa', 'nowhere'), await points.moveUnit('nowhere', 'xa')]).toEqual(['loop', 'loop', 'unknown', 'unknown']);
    expect(await points.moveUnit('xa', null)).toBe('moved');
    await points.renameUnit('xa', 'Xã Mới');
    expect((await points.listUnits()).find(({ id }) => id === 'xa')).toEqual({ id: 'xa', name: 'Xã Mới', parent: null });
  });

  test('a service point is changed by halves, and closed only when no kiosk stands there', async () => {
    const { points, devices } = current();
    const hours = JSON.stringify([[{ from: '07:30', until: '11:30' }], [], [], [], [], [], []]);
    await points.change('p1', { hours, kind: 'post-office' });
    expect(await points.find('p1')).toMatchObject({ name: 'Một', kind: 'post-office', hours, closedAt: null });
    await points.change('p1', {});
    await enrol(current(), 'd1', 'stream-1');
    expect(await points.close('p1', NOW)).toBe(false);
    await devices.revoke('d1', NOW);
    expect([await points.close('p1', NOW), await points.close('p1', NOW + 1)]).toEqual([true, true]);
    expect(await points.find('p1')).toMatchObject({ closedAt: NOW });
    expect(await enrol(current(), 'd2', 'stream-2')).toBe('code-unknown');
    await points.change('p1', { closedAt: null, hours: null });
    expect(await points.find('p1')).toMatchObject({ hours: null, closedAt: null });
  });
}

function pairingContract(current: () => Repositories): void {
  const machine = (id: string) => ({ id, tokenHash: `token-${id}`, name: 'n', platform: 'new', appVersion: '2', shell: 's' });

  test('a pairing code is used up once, and not after its time', async () => {
    const { devices } = current();
    expect(await enrol(current(), 'd1', 'stream-1')).toMatchObject({ point: { id: 'p1' }, deviceId: 'd1', isReplacement: false });
    expect(await devices.enrol('code-d1', machine('d2'), 'stream-2', NOW)).toBe('code-unknown');
    await devices.addPairingCode('late', 1, NOW);
    expect(await devices.enrol('late', machine('d2'), 'stream-2', NOW)).toBe('code-unknown');
    expect(await devices.findByTokenHash('token-d2')).toBeNull();
  });

  test('a machine that takes another one\'s place is the same device with one stream more; the old token ends when the new one is used', async () => {
    const { devices } = current();
    await enrol(current(), 'd1', 'stream-1');
    await devices.beats([BEAT], followBoot);
    await devices.addPairingCode('swap', 1, NOW + 1_000, 'd1');
    expect(await devices.enrol('swap', machine('x'), 'stream-2', NOW)).toMatchObject({ deviceId: 'd1', isReplacement: true });
    expect([await devices.findByTokenHash('token-d1'), await devices.findByTokenHash('token-x')]).toMatchObject([{ id: 'd1', isReplacing: false }, { id: 'd1', isReplacing: true }]);
    expect([await devices.endReplacement('d1', 'token-x'), await devices.endReplacement('d1', 'token-x')]).toEqual([true, false]);
    expect([await devices.findByTokenHash('token-d1'), await devices.findByTokenHash('token-x')]).toMatchObject([null, { id: 'd1', isReplacing: false }]);
    expect((await devices.streams('d1')).map(({ id }) => id).toSorted()).toEqual(['stream-1', 'stream-2']);
    expect(await devices.find('d1')).toMatchObject({ name: 'd1', platform: 'new', stream: 'stream-2' });
  });

  test('a code for a revoked kiosk is worth nothing, and a foreign stream stays with its device', async () => {
    const { devices } = current();
    await enrol(current(), 'd1', 'stream-1');
    await enrol(current(), 'd2', 'stream-2');
    await devices.beats([{ ...BEAT, deviceId: 'd2', stream: 'stream-2' }], followBoot);
    await devices.addPairingCode('swap', 1, NOW + 1_000, 'd1');
    expect(await devices.enrol('swap', machine('x'), 'stream-2', NOW)).toBe('stream-taken');
    // The same disk paired anew, because its token was lost.
    expect(await devices.enrol('swap', machine('x'), 'stream-1', NOW)).toMatchObject({ deviceId: 'd1' });
    await devices.addPairingCode('again', 1, NOW + 1_000, 'd1');
    await devices.revoke('d1', NOW);
    expect(await devices.enrol('again', machine('y'), 'stream-3', NOW)).toBe('code-unknown');
  });
}

function beatsContract(current: () => Repositories): void {
  test('a heartbeat is kept, its counts never fall, and a foreign stream is refused', async () => {
    const { devices, summaries } = current();
    await enrol(current(), 'd1', 'stream-1');
    await enrol(current(), 'd2', 'stream-2');
    expect(await devices.beats([BEAT], followBoot)).toEqual([0]);
    const lower = { ...BEAT, head: 3, up: 2, made: [{ day: DAY, taps: 2 }] };
    expect(await devices.beats([lower, { ...BEAT, stream: 'stream-2' }], followBoot)).toEqual([0, 'foreign-stream']);
    const [status] = await devices.list('all');
    expect(status).toMatchObject({ id: 'd1', head: 9, received: 0, clockOffset: -5, lastSeenAt: NOW, stream: 'stream-1', unit: 'xa' });
    expect(await summaries.completenessOfDevice('d1', DAY)).toEqual({ made: 4, received: 0, missing: 4 });
    expect(await summaries.completenessOfDevice('d2', DAY)).toEqual({ made: null, received: 0, missing: null });
    expect(await devices.completeness([1], DAY)).toEqual([{ deviceId: 'd1', made: 4, received: 0, missing: 4 }]);
    expect([await devices.list([]), await devices.beats([], followBoot), await devices.find('nobody')]).toEqual([[], [], null]);
    expect(await devices.revoke('nobody', NOW)).toBe(false);
  });

  test('a heartbeat that was overtaken lowers nothing and overwrites nothing', async () => {
    const { devices } = current();
    await enrol(current(), 'd1', 'stream-1');
    await devices.beats([{ ...BEAT, up: 100, health: '"new"', now: NOW + 10 }], followBoot);
    expect(await devices.beats([{ ...BEAT, up: 50, health: '"old"', head: 2, now: NOW + 20 }], followBoot)).toEqual([0]);
    expect(await devices.find('d1')).toMatchObject({ health: '"new"', head: 9, lastSeenAt: NOW + 10 });
  });

  test('two machines on one disk image are seen by their boots', async () => {
    const { devices } = current();
    await enrol(current(), 'd1', 'stream-1');
    for (let turn = 1; turn <= 3; turn += 1) {
      await devices.beats([{ ...BEAT, boot: 'a', up: turn * MINUTE, now: NOW + turn * MINUTE }], followBoot);
      await devices.beats([{ ...BEAT, boot: 'b', up: turn * MINUTE, health: '"b"', now: NOW + turn * MINUTE }], followBoot);
    }
    expect(await devices.find('d1')).toMatchObject({ twinTurns: 2, twinAt: NOW + 3 * MINUTE, health: '"b"' });
  });

  test('hundreds of heartbeats share a transaction, two of one kiosk and a new stream among them', async () => {
    const { devices } = current();
    const ids = Array.from({ length: 130 }, (_, index) => `k${index}`);
    for (const id of ids) await enrol(current(), id, `stream-of-${id}`);
    const beats = ids.map((id) => ({ ...BEAT, deviceId: id, stream: `stream-of-${id}` }));
    const outcomes = await devices.beats([...beats, { ...BEAT, deviceId: 'k0', stream: 'stream-of-k0', up: 9, head: 12 }, { ...BEAT, deviceId: 'k1', stream: 'second-disk', up: 9, head: 1 }], followBoot);
    expect(outcomes.filter((outcome) => outcome === 0)).toHaveLength(132);
    expect([await devices.find('k0'), await devices.find('k129')]).toMatchObject([{ head: 12 }, { head: 9 }]);
    expect(await devices.streams('k1')).toHaveLength(2);
  });
}

function movesContract(current: () => Repositories): void {
  test('after a move new counts are the new place\'s, and nothing is missed twice', async () => {
    const { devices, points, summaries } = current();
    await points.add({ id: 'p2', name: 'Hai', kind: 'one-stop', timezone: 'Asia/Ho_Chi_Minh', unit: 'xa' }, NOW);
    const [one, two] = [(await points.find('p1'))?.no ?? 0, (await points.find('p2'))?.no ?? 0];
    await enrol(current(), 'd1', 'stream-1');
    await devices.beats([{ ...BEAT, pointNo: one, made: [{ day: DAY, taps: 10 }] }], followBoot);
    await devices.move('d1', two, NOW + 1);
    await devices.beats([{ ...BEAT, pointNo: two, up: 2, made: [{ day: DAY, taps: 12 }], now: NOW + 2 }], followBoot);
    const days = await summaries.completeness({ from: DAY, to: DAY, pointNos: [one, two] });
    // Nothing had come: all twelve will come to the new place.
    expect(days.map(({ pointNo, made, missing }) => ({ pointNo, made, missing }))).toEqual([{ pointNo: one, made: 0, missing: 0 }, { pointNo: two, made: 12, missing: 12 }]);
    await devices.move('d1', two, NOW + 3);
    expect(await devices.find('d1')).toMatchObject({ servicePoint: 'p2' });
    await devices.rename('d1', 'Quầy 2');
    expect(await devices.find('d1')).toMatchObject({ name: 'Quầy 2' });
  });
}

function commandsContract(current: () => Repositories): void {
  const asked = { id: 'command-1', deviceId: 'd1', kind: 'screenshot', askedBy: 'a@b.vn', askedAt: NOW, expiresAt: NOW + 10 } as const;

  test('a command is open until it is answered or over, and answered once', async () => {
    const { commands } = current();
    await enrol(current(), 'd1', 'stream-1');
    expect([await commands.add(asked), await commands.add({ ...asked, id: 'command-2' }), await commands.add({ ...asked, id: 'command-3', kind: 'reload' })]).toEqual([true, false, true]);
    expect(await commands.open(['d1', 'd2'], NOW)).toMatchObject([{ id: 'command-1', isDelivered: false }, { id: 'command-3' }]);
    expect([await commands.markDelivered('command-1', NOW), await commands.markDelivered('command-1', NOW)]).toEqual([true, false]);
    const end = { outcome: 'done', detail: null, picture: 'iVBO', log: null, now: NOW + 1, keptUntil: NOW + 100 } as const;
    expect([await commands.end('command-1', end), await commands.end('command-1', { ...end, outcome: 'failed' })]).toEqual([true, false]);
    expect(await commands.find('command-1')).toMatchObject({ outcome: 'done', hasPicture: true, hasLog: false, deliveredAt: NOW });
    expect([await commands.findAnswer('command-1', NOW + 99), await commands.findAnswer('command-1', NOW + 100), await commands.findAnswer('command-3', NOW)]).toEqual([{ picture: 'iVBO', log: null }, null, null]);
    expect(await commands.sweep(NOW + 10)).toEqual([{ id: 'command-3', deviceId: 'd1', kind: 'reload' }]);
    expect([await commands.sweep(NOW + 100), await commands.open(['d1'], NOW)]).toEqual([[], []]);
    expect(await commands.find('command-1')).toMatchObject({ hasPicture: false });
    expect((await commands.list('d1', 10)).map(({ id }) => id).toSorted()).toEqual(['command-1', 'command-3']);
  });
}
