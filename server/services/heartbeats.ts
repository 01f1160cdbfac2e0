import type { Heartbeat, HeartbeatAnswer } from '#contract/health.ts';
import { addDays, dayOf, daysBetween, isCalendarDay } from '#domain/calendar-day.ts';
import { failure, success, type Result } from '#domain/result.ts';
import type { Clock } from '../ports.ts';
import type { Device, DeviceRepository } from '../repositories/devices.ts';

/** A kiosk tells its own count of this many days, today included. */
const TOLD_DAYS = 14;

export type Heartbeats = (device: Device, beat: Heartbeat) => Promise<Result<HeartbeatAnswer, 'LEDGER_FOREIGN_STREAM'>>;

/** Keeps what a kiosk says of itself: its health, the head of its ledger, the taps it made. */
export function heartbeats(ports: { readonly clock: Clock; readonly devices: DeviceRepository }): Heartbeats {
  return async (device, beat) => {
    const now = ports.clock.now();
    const outcome = await ports.devices.beat({
      deviceId: device.id,
      pointNo: device.point.no,
      stream: beat.ledger.stream,
      head: beat.ledger.head,
      made: madeByDay(beat.ledger.days, dayOf(now, device.point.timezone)),
      clockOffset: beat.clock.now - now,
      health: JSON.stringify(beat.health ?? null),
      now,
    });
    if (outcome === 'foreign-stream') return failure('LEDGER_FOREIGN_STREAM', 'The stream belongs to another device.');
    return success({ now, commands: [], manifest: null });
  };
}

/**
 * The kiosk's count a day. Days it does not name, from the first it names up to today, are days
 * without taps: "0 made" is something else than "not said".
 */
export function madeByDay(days: Readonly<Record<string, number>>, today: string): readonly { readonly day: string; readonly taps: number }[] {
  const told = Object.entries(days).filter(([day]) => isCalendarDay(day));
  const earliest = addDays(today, 1 - TOLD_DAYS);
  const first = told.reduce((least, [day]) => (day < least && day >= earliest ? day : least), today);
  const silent = daysBetween(first, today).filter((day) => !Object.hasOwn(days, day));
  return [...told.map(([day, taps]) => ({ day, taps })), ...silent.map((day) => ({ day, taps: 0 }))];
}
