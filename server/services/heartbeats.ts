import type { ServicePoint } from '#contract/enrol.ts';
import type { Heartbeat, HeartbeatAnswer } from '#contract/health.ts';
import { addDays, dayOf, daysBetween, isCalendarDay } from '#domain/calendar-day.ts';
import { failure, success, type Result } from '#domain/result.ts';
import type { Clock } from '../ports.ts';
import type { Beat, Device, DeviceRepository } from '../repositories/devices.ts';
import type { KioskCommands } from './fleet/kiosk-commands.ts';
import { followBoot } from './fleet/follow-boots.ts';
import { toldDays, type ToldDays } from './fleet/told-days.ts';
import type { ManifestsFor } from './manifest-for.ts';

/** A kiosk tells its own count of this many days, today included. */
const TOLD_DAYS = 14;
/** Heartbeats that come within this time share one transaction, ms: nobody waits for their answer. */
const GATHER = 25;
/** Most heartbeats of one transaction. */
const GROUP = 500;

type Answer = Result<HeartbeatAnswer, 'LEDGER_FOREIGN_STREAM'>;
export type Heartbeats = (device: Device, beat: Heartbeat) => Promise<Answer>;
type Waiting = { readonly device: Device; readonly beat: Beat; readonly resolve: (answer: Answer) => void; readonly reject: (cause: unknown) => void };

export type HeartbeatPorts = {
  readonly clock: Clock;
  readonly devices: DeviceRepository;
  readonly commands: Pick<KioskCommands, 'open'>;
  readonly manifestsFor: ManifestsFor;
  /** Public address without a slash at its end; null when none is configured. */
  readonly publicUrl: string | null;
  /** Kiosks are told that they may ask for other words. */
  readonly rephrases: boolean;
};

/** Keeps what kiosks say of themselves: health, the head of the ledger, the taps they made. Many at once: 20,000 kiosks beat every minute. */
export function heartbeats(ports: HeartbeatPorts): Heartbeats {
  const told = toldDays();
  const queue: Waiting[] = [];
  let isRunning = false;

  const take = async (group: readonly Waiting[]): Promise<void> => {
    try {
      const answers = await storeGroup(ports, told, group);
      group.forEach(({ resolve }, index) => resolve(answers[index] ?? failure('LEDGER_FOREIGN_STREAM', 'The stream belongs to another device.')));
    } catch (cause) {
      // One that cannot be stored must not cost the others their beat.
      if (group.length === 1) group[0]?.reject(cause);
      else for (const waiting of group) await take([waiting]);
    }
  };
  const run = async (): Promise<void> => {
    while (queue.length > 0) await take(queue.splice(0, GROUP));
    isRunning = false;
  };

  return (device, beat) =>
    new Promise((resolve, reject) => {
      queue.push({ device, beat: beatOf(device, beat, ports.clock.now()), resolve, reject });
      if (isRunning) return;
      isRunning = true;
      setTimeout(() => void run(), GATHER);
    });
}

async function storeGroup({ clock, devices, commands, manifestsFor, publicUrl, rephrases }: HeartbeatPorts, told: ToldDays, group: readonly Waiting[]): Promise<readonly Answer[]> {
  const beats = group.map(({ beat }) => ({ ...beat, made: told.news(beat) }));
  const outcomes = await devices.beats(beats, followBoot);
  beats.forEach((beat, index) => {
    if (typeof outcomes[index] === 'number') told.remember(beat);
  });
  const own = group.filter((_, index) => typeof outcomes[index] === 'number');
  const open = await commands.open(own.map(({ device }) => device.id));
  const manifests = await manifestsFor(own.map(({ device }) => ({ deviceId: device.id, servicePoint: device.point.id, unit: device.point.unit })));
  const manifestOf = new Map(own.map(({ device }, index) => [device.id, manifests[index]?.sha256 ?? null]));
  return group.map(({ device }, index) => {
    const received = outcomes[index];
    if (typeof received !== 'number') return failure('LEDGER_FOREIGN_STREAM', 'The stream belongs to another device.');
    return success({ now: clock.now(), commands: [...(open.get(device.id) ?? [])], manifest: manifestOf.get(device.id) ?? null, received, servicePoint: placeOf(device, publicUrl), ...(rephrases ? { rephrase: true } : {}) });
  });
}

/** As an enrolment says it. */
function placeOf({ point: { id, name, kind, timezone } }: Device, publicUrl: string | null): ServicePoint {
  return { id, name, kind, timezone, publicUrl };
}

function beatOf(device: Device, beat: Heartbeat, now: number): Beat {
  return {
    deviceId: device.id,
    pointNo: device.point.no,
    stream: beat.ledger.stream,
    head: beat.ledger.head,
    made: madeByDay(beat.ledger.days, dayOf(now, device.point.timezone)),
    clockOffset: beat.clock.now - now,
    health: JSON.stringify(beat.health ?? null),
    boot: beat.clock.boot,
    up: beat.clock.up,
    now,
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
