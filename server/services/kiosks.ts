import type { ChangeKioskRequest, KioskCommand, KioskDetail } from '#contract/fleet.ts';
import type { KioskList, KioskRow } from '#contract/summaries.ts';
import { failure, success, type Result } from '#domain/result.ts';
import type { Clock } from '../ports.ts';
import type { DeviceStatus } from '../repositories/devices.ts';
import type { Repositories } from '../repositories/repositories.ts';
import type { Actor } from './actor.ts';
import { findKiosk } from './fleet/find-kiosk.ts';
import type { KioskCommands } from './fleet/kiosk-commands.ts';
import { faultsOf, healthOf, kioskRows } from './fleet/kiosk-rows.ts';
import type { ManifestsFor } from './manifest-for.ts';

export type KioskPorts = {
  readonly clock: Clock;
  readonly repositories: Pick<Repositories, 'devices' | 'points' | 'audit'>;
  readonly manifestsFor: ManifestsFor;
  readonly commands: Pick<KioskCommands, 'list'>;
};

type Refused = 'KIOSK_UNKNOWN' | 'STAFF_NOT_ALLOWED';

export type Kiosks = {
  /** The kiosks of the service points that this person may see, with completeness of `day` (null: today there). */
  list(actor: Actor, day: string | null): Promise<KioskList>;
  detail(id: string, actor: Actor): Promise<Result<KioskDetail, Refused>>;
  /** Gives it another name or another place; what is left out stays. */
  change(id: string, change: ChangeKioskRequest, actor: Actor): Promise<Result<null, Refused | 'POINT_UNKNOWN' | 'POINT_CLOSED'>>;
};

export function kiosks(ports: KioskPorts): Kiosks {
  const { devices, points } = ports.repositories;
  const rowsFor = async (actor: Actor, day: string | null): Promise<readonly KioskRow[]> => {
    const seen = await points.listBelow(actor.unit);
    return kioskRows({ ...ports, devices }, await devices.list(seen.map((point) => point.no)), day);
  };
  return {
    async list(actor, day) {
      return { kiosks: [...(await rowsFor(actor, day))] };
    },
    async detail(id, actor) {
      const found = await findKiosk(ports.repositories, id, actor);
      if (!found.ok) return found;
      const listed = await ports.commands.list(id, actor);
      if (!listed.ok) return listed;
      // Among its neighbours: whether its program is old, only they tell.
      const row = (await rowsFor(actor, null)).find((kiosk) => kiosk.id === id);
      return row === undefined ? failure('KIOSK_UNKNOWN', `There is no kiosk ${id}.`) : success(await detailOf(ports, { status: found.value, row, commands: listed.value }));
    },
    change: (id, change, actor) => changeKiosk(ports, id, change, actor),
  };
}

async function changeKiosk({ clock, repositories }: KioskPorts, id: string, change: ChangeKioskRequest, actor: Actor): ReturnType<Kiosks['change']> {
  const { devices, points, audit } = repositories;
  const found = await findKiosk(repositories, id, actor);
  if (!found.ok) return found;
  const { name, servicePoint } = change;
  const target = servicePoint === undefined ? null : await points.find(servicePoint);
  if (servicePoint !== undefined) {
    if (target === null) return failure('POINT_UNKNOWN', `There is no service point ${servicePoint}.`);
    if (!(await points.unitLiesBelow(target.unit, actor.unit))) return failure('STAFF_NOT_ALLOWED', 'This service point is not one of yours.');
    if (target.closedAt !== null) return failure('POINT_CLOSED', `The service point ${servicePoint} is closed.`);
  }
  if (name !== undefined) await devices.rename(id, name.normalize('NFC'));
  if (target !== null) await devices.move(id, target.no, clock.now());
  await audit.add({ at: clock.now(), actor: actor.id, action: 'change kiosk', subject: id, detail: { ...change, ...(target === null ? {} : { from: found.value.servicePoint }) } });
  return success(null);
}

type Parts = { readonly status: DeviceStatus; readonly row: KioskRow; readonly commands: readonly KioskCommand[] };

async function detailOf(ports: KioskPorts, { status, row, commands }: Parts): Promise<KioskDetail> {
  const { id, servicePoint, unit, platform, enrolledAt, revokedAt } = status;
  const streams = await ports.repositories.devices.streams(id);
  const [expected] = await ports.manifestsFor([{ deviceId: id, servicePoint, unit }]);
  const health = healthOf(status.health);
  return {
    kiosk: row,
    platform,
    enrolledAt,
    revokedAt,
    streams: streams.map((stream) => ({ ...stream })),
    faults: faultsOf(status, health, ports.clock.now()).map(({ code, at, detail }) => ({ code, at, detail: detail ?? null })),
    rendererRestarts: health?.rendererRestarts ?? null,
    content: health?.content ?? null,
    expectedContent: expected?.version ?? null,
    commands: [...commands],
  };
}
