import type { LocalText } from '#contract/content-pack.ts';
import type { Clock } from '../../ports.ts';
import type { Repositories } from '../../repositories/repositories.ts';
import type { ServicePointRow, Unit } from '../../repositories/service-points.ts';
import type { FileWords } from '../files/file-words.ts';
import type { Staff } from '../staff-access.ts';
import type { ContentNames } from './content-names.ts';

type FileWordsPorts = { readonly clock: Clock; readonly repositories: Pick<Repositories, 'points'>; readonly names: ContentNames };
type Wish = { readonly servicePoint?: string | undefined; readonly unit?: string | undefined; readonly field?: string | undefined };
export type AskFileWords = (staff: Pick<Staff, 'unit'>, wish: Wish) => Promise<FileWords>;

const EVERYTHING: LocalText = { vi: 'Tất cả điểm phục vụ', en: 'All service points' };

/** The names of what this person may see, for a file that was asked for and allowed. */
export function fileWords({ clock, repositories, names }: FileWordsPorts): AskFileWords {
  return async (staff, { servicePoint, unit, field }) => {
    const [points, units] = await Promise.all([repositories.points.listBelow(unit ?? staff.unit), repositories.points.listUnits()]);
    const top = unit ?? staff.unit ?? onlyRoot(units, points);
    const pointNames = new Map(points.map(({ id, name }) => [id, name]));
    const unitNames = new Map(units.map(({ id, name }) => [id, name]));
    const place = servicePoint === undefined ? (top === null ? EVERYTHING : same(unitNames.get(top) ?? top)) : same(pointNames.get(servicePoint) ?? servicePoint);
    return { names, points: pointNames, units: unitNames, place: field === undefined ? place : withField(place, field), madeAt: clock.now() };
  };
}

/** The one unit that everything lies below; null where there are several. */
export function onlyRoot(units: readonly Unit[], points: readonly Pick<ServicePointRow, 'unit'>[]): string | null {
  const [root, ...others] = units.filter(({ parent }) => parent === null);
  return root === undefined || others.length > 0 || points.some(({ unit }) => unit === null) ? null : root.id;
}

function same(name: string): LocalText {
  return { vi: name, en: name };
}

function withField({ vi, en }: LocalText, field: string): LocalText {
  return { vi: `${vi}, lĩnh vực ${field}`, en: `${en}, field ${field}` };
}
