import type { ErrorCode } from '#contract/errors.ts';
import type { Ring } from '#contract/library.ts';
import { failure, success, type Result } from '#domain/result.ts';
import type { Repositories } from '../../repositories/repositories.ts';
import { unitsUpwards, type UnitTree } from './rings.ts';

/** Who works in the library. `unit` bounds what may be changed; null: everything. */
export type Librarian = { readonly id: string; readonly email: string | null; readonly unit: string | null };

/** Kiosks whose unit matters: where each stands. */
export type KioskPlace = { readonly device: string; readonly name: string; readonly servicePoint: string; readonly unit: string | null };

/** What somebody may see and change. */
export type LibraryScope = {
  readonly tree: UnitTree;
  readonly kiosks: readonly KioskPlace[];
  unitOfKiosk(this: void, device: string): string | null;
  /** Something of this unit may be changed. */
  mayChange(this: void, unit: string | null): boolean;
  /** Something of this unit may be looked at: one's own, below, and above, because what is above is shown below. */
  maySee(this: void, unit: string | null): boolean;
  checkRing(this: void, ring: Ring): Result<null, ErrorCode>;
};

export type ScopePorts = Pick<Repositories, 'points' | 'devices'>;

/** @param kiosks false where no single kiosk matters: a province has many, and then none is known */
export async function scopeOf({ points, devices }: ScopePorts, who: Librarian, withKiosks: boolean): Promise<LibraryScope> {
  const units = await points.listUnits();
  const [places, statuses] = withKiosks ? await Promise.all([points.listBelow(null), devices.list('all')]) : [[], []];
  const tree: UnitTree = new Map(units.map((unit) => [unit.id, unit.parent]));
  const unitOfPoint = new Map(places.map((point) => [point.id, point.unit]));
  const kiosks = statuses
    .filter((status) => !status.revoked)
    .map(({ id, name, servicePoint }) => ({ device: id, name, servicePoint, unit: unitOfPoint.get(servicePoint) ?? null }));
  const byDevice = new Map(kiosks.map((kiosk) => [kiosk.device, kiosk]));
  const mayChange = (unit: string | null): boolean => who.unit === null || (unit !== null && unitsUpwards(unit, tree).includes(who.unit));
  return {
    tree,
    kiosks,
    unitOfKiosk: (device) => byDevice.get(device)?.unit ?? null,
    mayChange,
    maySee: (unit) => mayChange(unit) || unit === null || unitsUpwards(who.unit, tree).includes(unit),
    checkRing(ring) {
      if (ring.kind === 'unit' && !tree.has(ring.id)) return failure('LIBRARY_UNKNOWN', `There is no unit ${ring.id}.`);
      const kiosk = ring.kind === 'kiosk' ? byDevice.get(ring.id) : undefined;
      if (ring.kind === 'kiosk' && kiosk === undefined) return failure('LIBRARY_UNKNOWN', `There is no kiosk ${ring.id}.`);
      const unit = ring.kind === 'all' ? null : ring.kind === 'unit' ? ring.id : (kiosk?.unit ?? null);
      return mayChange(unit) ? success(null) : failure('STAFF_NOT_ALLOWED', 'This ring is not one of yours.');
    },
  };
}

/** The name that history and audit show. */
export function nameOf(who: Librarian): string {
  return who.email ?? who.id;
}
