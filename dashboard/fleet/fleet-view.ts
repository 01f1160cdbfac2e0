import type { KioskRow } from '#contract/summaries.ts';
import { KIOSK_TROUBLES, SILENT_AFTER, type KioskTrouble } from '#domain/kiosk-trouble.ts';
import type { ServicePoints, Unit } from '../area-props.ts';
import type { Words } from '../i18n/words.ts';

export const FILTERS = [...KIOSK_TROUBLES, 'revoked'] as const;
export type FleetFilter = (typeof FILTERS)[number];

const GIGABYTE = 1024 ** 3;
const MEGABYTE = 1024 ** 2;

/** Kiosks in use by their worst trouble, then by how many they have, then by name; revoked ones last. */
export function byTrouble(kiosks: readonly KioskRow[]): readonly KioskRow[] {
  const rank = (kiosk: KioskRow): number => {
    const [worst] = kiosk.troubles;
    if (kiosk.revoked) return KIOSK_TROUBLES.length + 1;
    return worst === undefined ? KIOSK_TROUBLES.length : KIOSK_TROUBLES.indexOf(worst);
  };
  return kiosks.toSorted((left, right) => rank(left) - rank(right) || right.troubles.length - left.troubles.length || left.name.localeCompare(right.name, 'vi'));
}

/** Without a filter revoked kiosks are left out: they need nobody. */
export function matching(kiosks: readonly KioskRow[], filter: FleetFilter | null): readonly KioskRow[] {
  if (filter === 'revoked') return kiosks.filter(({ revoked }) => revoked);
  const used = kiosks.filter(({ revoked }) => !revoked);
  return filter === null ? used : used.filter(({ troubles }) => troubles.includes(filter));
}

/** How many kiosks have each trouble; those that none has are left out. */
export function troubleCounts(kiosks: readonly KioskRow[]): readonly { readonly trouble: KioskTrouble; readonly count: number }[] {
  return KIOSK_TROUBLES.map((trouble) => ({ trouble, count: matching(kiosks, trouble).length })).filter(({ count }) => count > 0);
}

/** Kiosks at the service points of a unit and of all units below it, or at one service point. */
export function inScope(kiosks: readonly KioskRow[], { unit, point, points, units }: { readonly unit: string | null; readonly point: string | null; readonly points: ServicePoints; readonly units: readonly Unit[] }): readonly KioskRow[] {
  if (point !== null) return kiosks.filter(({ servicePoint }) => servicePoint === point);
  if (unit === null) return kiosks;
  const below = new Set([unit]);
  for (let before = 0; before !== below.size; ) {
    before = below.size;
    for (const { id, parent } of units) if (parent !== null && below.has(parent)) below.add(id);
  }
  const places = new Set(points.filter((each) => each.unit !== null && below.has(each.unit)).map(({ id }) => id));
  return kiosks.filter(({ servicePoint }) => places.has(servicePoint));
}

export function diskWords(bytes: number | null, { say, number, decimal }: Words): string {
  if (bytes === null) return say('unknown');
  if (bytes < GIGABYTE) return say('megabytes', { count: number(Math.floor(bytes / MEGABYTE)) });
  return say('gigabytes', { count: bytes < 100 * GIGABYTE ? decimal(bytes / GIGABYTE) : number(Math.floor(bytes / GIGABYTE)) });
}

/** What the screen does, kindly where no page is open: then nothing stands still, there is just nothing to see. Of a silent kiosk nobody knows. */
export function pictureWords({ pictureMoving, pageOpen, lastSeenAt }: Pick<KioskRow, 'pictureMoving' | 'pageOpen' | 'lastSeenAt'>, now: number, { say }: Words): string {
  if (lastSeenAt === null || now - lastSeenAt > SILENT_AFTER) return say('unknown');
  if (pageOpen === false) return say('pageClosed');
  if (pictureMoving === null) return say('unknown');
  return say(pictureMoving ? 'pictureMoves' : 'pictureStill');
}
