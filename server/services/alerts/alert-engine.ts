import { ALERT_DAYS, ALERT_SAMPLE } from '#domain/alert-rule.ts';
import { addDays, dayOf } from '#domain/calendar-day.ts';
import { minutesOpen } from '#domain/opening-hours.ts';
import { localMoment } from '#domain/schedule.ts';
import type { Clock } from '../../ports.ts';
import type { DeviceStatus } from '../../repositories/devices.ts';
import type { Repositories } from '../../repositories/repositories.ts';
import type { ServicePointRow } from '../../repositories/service-points.ts';
import { slicesOf } from '../day/figures.ts';
import { unitTree, type UnitTree } from '../day/unit-tree.ts';
import { readHours } from '../fleet/kept-hours.ts';
import { healthOf } from '../fleet/kiosk-rows.ts';
import type { ExpectedManifest, ManifestsFor } from '../manifest-for.ts';
import { planAlerts, type Finding } from './finding.ts';
import { findKioskTrouble, type KioskLook } from './find-kiosk-trouble.ts';
import { findInTaps } from './find-satisfaction.ts';

/** Service points of one question: between two of them the server does other things. */
const AT_ONCE = 500;
/** Days before today that are looked through for taps that were made and are not here. */
const MISSING_DAYS = 13;
/** A look that takes longer than this lost its process, ms. */
const LOOK_MS = 5 * 60_000;
/** Looks are a minute apart. After one, the other processes have nothing to do until shortly before the next, ms. */
export const LOOK_EVERY_MS = 60_000;
const REST_MS = 50_000;

export type AlertEnginePorts = {
  readonly clock: Clock;
  readonly makeId: () => string;
  readonly repositories: Pick<Repositories, 'points' | 'devices' | 'summaries' | 'targets' | 'alerts' | 'claims'>;
  readonly manifestsFor: ManifestsFor;
};

/** Looks at everything once, in one process of all, and keeps what it found. False: another process does. */
export function alertEngine(ports: AlertEnginePorts): () => Promise<boolean> {
  const owner = ports.makeId();
  const { claims, alerts } = ports.repositories;
  return async () => {
    const now = ports.clock.now();
    if (!(await claims.claim('alerts', owner, { now, until: now + LOOK_MS }))) return false;
    try {
      const { findings, watches } = await lookAtAll(ports, now);
      const changes = planAlerts(await alerts.listOpen(), findings, ports.makeId);
      await alerts.apply({ ...changes, now });
      await alerts.setWatches(watches);
      return true;
    } finally {
      await claims.claim('alerts', owner, { now, until: now + REST_MS });
    }
  };
}

async function lookAtAll(ports: AlertEnginePorts, now: number): Promise<ReturnType<typeof findKioskTrouble>> {
  const { points, targets, alerts } = ports.repositories;
  const [all, units, settings, watches] = await Promise.all([points.listBelow(null), points.listUnits(), targets.listAll(), alerts.listWatches()]);
  const tree = unitTree(units);
  const findings: Finding[] = [];
  const kiosks: KioskLook[] = [];
  for (let start = 0; start < all.length; start += AT_ONCE) {
    const some = all.slice(start, start + AT_ONCE);
    findings.push(...(await findOfPoints(ports, some, { tree, settings, now })));
    kiosks.push(...(await lookAtKiosks(ports, some, now)));
  }
  const trouble = findKioskTrouble(kiosks, watches, now);
  return { findings: [...findings, ...trouble.findings], watches: trouble.watches };
}

type Scene = { readonly tree: UnitTree; readonly settings: Awaited<ReturnType<Repositories['targets']['listAll']>>; readonly now: number };

async function findOfPoints({ repositories }: AlertEnginePorts, points: readonly ServicePointRow[], { tree, settings, now }: Scene): Promise<readonly Finding[]> {
  const { summaries } = repositories;
  const today = dayOf(now);
  const query = { from: addDays(today, 1 - ALERT_DAYS), to: today, pointNos: points.map((point) => point.no) };
  const rows = await summaries.weekdaysByPoint({ ...query, field: null });
  const fields = await summaries.fieldsByPoint(query, ALERT_SAMPLE);
  const missing = await summaries.completenessByPoint({ ...query, from: addDays(today, -MISSING_DAYS), to: addDays(today, -1) });
  return [
    ...findInTaps({ points, slices: slicesOf(rows), fields, settings, tree, today }),
    ...missing.map((row): Finding => ({
      kind: 'taps-missing',
      pointNo: row.pointNo,
      deviceId: '',
      field: '',
      standing: (row.missing ?? 0) > 0 ? 'stands' : 'ended',
      figures: { made: row.made, received: row.received, missing: row.missing },
    })),
  ];
}

async function lookAtKiosks({ repositories, manifestsFor }: AlertEnginePorts, points: readonly ServicePointRow[], now: number): Promise<readonly KioskLook[]> {
  const statuses = (await repositories.devices.list(points.map((point) => point.no))).filter(({ revoked }) => !revoked);
  const manifests = await manifestsFor(statuses.map(({ id, servicePoint, unit }) => ({ deviceId: id, servicePoint, unit })));
  return statuses.map((status, index) => lookOf(status, manifests[index] ?? null, now));
}

function lookOf({ id, pointNo, lastSeenAt, head, received, health, hours, timezone }: DeviceStatus, expected: ExpectedManifest | null, now: number): KioskLook {
  const told = healthOf(health);
  const minutes = minutesOpen(readHours(hours), localMoment(now, timezone));
  return {
    id,
    pointNo,
    lastSeenAt,
    openFor: minutes === null ? null : minutes * 60_000,
    pictureMoving: told?.pictureMoving ?? null,
    contentVersion: told?.contentVersion ?? null,
    contentDue: expected === null || told === null ? null : { version: expected.version, since: told.content?.manifest === expected.sha256 ? null : expected.since },
    waiting: head === null ? null : Math.max(0, head - received),
  };
}
