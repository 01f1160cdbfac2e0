import { Health } from '#contract/health.ts';
import { parserOf } from '#contract/parse.ts';
import type { KioskList, KioskRow } from '#contract/summaries.ts';
import { dayOf } from '#domain/calendar-day.ts';
import type { Clock } from '../ports.ts';
import type { DeviceStatus } from '../repositories/devices.ts';
import type { Repositories } from '../repositories/repositories.ts';
import type { Staff } from './staff-access.ts';

const parseHealth = parserOf(Health);
type Told = Pick<KioskRow, 'contentVersion' | 'pictureMoving' | 'faults'>;
const NOTHING_TOLD: Told = { contentVersion: null, pictureMoving: null, faults: [] };

/** The kiosks of the service points that this person may see, with completeness of `day` (null: today there). */
export async function listKiosks(
  ports: { readonly clock: Clock; readonly repositories: Pick<Repositories, 'devices' | 'points' | 'summaries'> },
  staff: Staff,
  day: string | null,
): Promise<KioskList> {
  const { devices, points, summaries } = ports.repositories;
  const seen = await points.listBelow(staff.unit);
  const kiosks: KioskRow[] = [];
  for (const status of await devices.list(seen.map((point) => point.no))) {
    const completeness = await summaries.completenessOfDevice(status.id, day ?? dayOf(ports.clock.now(), status.timezone));
    kiosks.push(kioskRow(status, completeness));
  }
  return { kiosks };
}

function kioskRow(status: DeviceStatus, completeness: KioskRow['completeness']): KioskRow {
  const { id, name, servicePoint, lastSeenAt, received, head, clockOffset, revoked, quarantined } = status;
  return {
    id,
    name,
    servicePoint,
    lastSeenAt,
    received,
    head,
    waiting: head === null ? null : Math.max(0, head - received),
    clockOffset,
    ...toldOf(status.health),
    revoked,
    quarantined,
    completeness,
  };
}

/** A kiosk of another age or make may report otherwise: then nothing of it is shown, and all of it kept. */
function toldOf(health: string | null): Told {
  if (health === null) return NOTHING_TOLD;
  const parsed = parseHealth(JSON.parse(health));
  if (!parsed.ok) return NOTHING_TOLD;
  const { contentVersion, pictureMoving, faults } = parsed.value;
  return { contentVersion, pictureMoving, faults: faults.map(({ code, at }) => ({ code, at })) };
}
