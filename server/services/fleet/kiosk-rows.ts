import { isErrorCode, ERRORS, type ErrorCode } from '#contract/errors.ts';
import { Health, type Fault } from '#contract/health.ts';
import { parserOf } from '#contract/parse.ts';
import type { Completeness, KioskRow } from '#contract/summaries.ts';
import { compareVersions, newestVersion } from '#domain/app-version.ts';
import { dayOf } from '#domain/calendar-day.ts';
import { findTroubles } from '#domain/kiosk-trouble.ts';
import { minutesOpen } from '#domain/opening-hours.ts';
import { localMoment } from '#domain/schedule.ts';
import type { Clock } from '../../ports.ts';
import type { DeviceRepository, DeviceStatus } from '../../repositories/devices.ts';
import type { ExpectedManifest, ManifestsFor } from '../manifest-for.ts';
import { isTwin } from './follow-boots.ts';
import { readHours } from './kept-hours.ts';

const parseHealth = parserOf(Health);
const NOTHING: Completeness = { made: null, received: 0, missing: null };

export type RowPorts = { readonly clock: Clock; readonly devices: Pick<DeviceRepository, 'completeness'>; readonly manifestsFor: ManifestsFor };

/** Kiosks as staff see them, with completeness of `day` (null: today there). One question a day and not one a kiosk: a province has hundreds. */
export async function kioskRows({ clock, devices, manifestsFor }: RowPorts, statuses: readonly DeviceStatus[], day: string | null): Promise<readonly KioskRow[]> {
  const now = clock.now();
  const dayOfKiosk = (status: DeviceStatus): string => day ?? dayOf(now, status.timezone);
  const complete = new Map<string, Completeness>();
  for (const [asked, group] of Map.groupBy(statuses, dayOfKiosk)) {
    const pointNos = [...new Set(group.map(({ pointNo }) => pointNo))];
    for (const { deviceId, ...counts } of await devices.completeness(pointNos, asked)) complete.set(deviceId, counts);
  }
  const manifests = await manifestsFor(statuses.map(({ id, servicePoint, unit }) => ({ deviceId: id, servicePoint, unit })));
  const told = statuses.map((status) => healthOf(status.health));
  const newest = newestVersion(told.flatMap((health) => (health === null ? [] : [health.appVersion])));
  return statuses.map((status, index) => {
    const context = { now, health: told[index] ?? null, expected: manifests[index] ?? null, newest, completeness: complete.get(status.id) ?? NOTHING };
    return kioskRow(status, context);
  });
}

type RowContext = {
  readonly now: number;
  /** Null: nothing was told, or nothing that is understood. */
  readonly health: Health | null;
  readonly expected: ExpectedManifest | null;
  /** The newest program among the kiosks looked at. */
  readonly newest: string | null;
  readonly completeness: Completeness;
};

function kioskRow(status: DeviceStatus, context: RowContext): KioskRow {
  const { id, name, servicePoint, lastSeenAt, received, head, clockOffset, revoked, quarantined } = status;
  const { now, health, completeness } = context;
  const open = minutesOpen(readHours(status.hours), localMoment(now, status.timezone));
  const waiting = head === null ? null : Math.max(0, head - received);
  return {
    id,
    name,
    servicePoint,
    lastSeenAt,
    received,
    head,
    waiting,
    clockOffset,
    contentVersion: health?.contentVersion ?? null,
    pictureMoving: health?.pictureMoving ?? null,
    faults: faultsOf(status, health, now).map(({ code, at }) => ({ code, at })),
    revoked,
    quarantined,
    appVersion: health?.appVersion ?? null,
    shell: health?.shell ?? null,
    freeDiskBytes: health?.freeDiskBytes ?? null,
    pageOpen: health?.pageOpen ?? null,
    open: open !== null,
    troubles: revoked ? [] : [...troublesOf(status, { ...context, minutesOpen: open, waiting })],
    completeness: { ...completeness },
  };
}

function troublesOf(status: DeviceStatus, { now, health, expected, newest, minutesOpen: open, waiting }: RowContext & { readonly minutesOpen: number | null; readonly waiting: number | null }) {
  const shown = health?.content?.manifest ?? null;
  return findTroubles({
    now,
    lastSeenAt: status.lastSeenAt,
    minutesOpen: open,
    isTwin: isTwin(status, now),
    faults: (health?.faults ?? []).filter(({ code }) => !isErrorCode(code) || ERRORS[code].severity === 'fault').length,
    pictureMoving: health?.pictureMoving ?? null,
    pageOpen: health?.pageOpen ?? null,
    waiting,
    lastReceivedAt: status.lastReceivedAt,
    clockOffset: status.clockOffset,
    freeDiskBytes: health?.freeDiskBytes ?? null,
    contentDueSince: expected === null || shown === expected.sha256 || health === null ? null : expected.since,
    isAppOld: health !== null && newest !== null && compareVersions(health.appVersion, newest) < 0,
    quarantined: status.quarantined,
  });
}

/** What the kiosk reports, behind what only the centre can see: that two machines report as it. */
export function faultsOf(status: DeviceStatus, health: Health | null, now: number): readonly Fault[] {
  const twin: readonly Fault[] = isTwin(status, now) && status.twinAt !== null ? [{ code: 'DEVICE_TWIN' satisfies ErrorCode, at: status.twinAt }] : [];
  return [...twin, ...(health?.faults ?? [])];
}

/** A kiosk of another age or make may report otherwise: then nothing of it is shown, and all of it kept. */
export function healthOf(health: string | null): Health | null {
  if (health === null) return null;
  const parsed = parseHealth(JSON.parse(health));
  return parsed.ok ? parsed.value : null;
}
