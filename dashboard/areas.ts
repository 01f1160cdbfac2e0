import type { ComponentType } from 'react';
import type { Role } from '#contract/staff.ts';
import type { IconName } from '#renderer/art/icon.tsx';
import type { AreaProps } from './area-props.ts';
import type { WordKey } from './i18n/words.ts';

export type { AreaProps, ServicePoints, Unit } from './area-props.ts';

export type AreaGroup = 'groupDay' | 'groupWork' | 'groupPeople';

/** One entry of the navigation: its address, who may open it, and where its code is. */
export type Area = {
  readonly path: `/${string}`;
  readonly word: WordKey;
  readonly icon: IconName;
  readonly group: AreaGroup;
  readonly roles: readonly Role[];
  readonly load: () => Promise<{ readonly default: ComponentType<AreaProps> }>;
};

const EVERYBODY: readonly Role[] = ['viewer', 'editor', 'admin'];
const ADMIN: readonly Role[] = ['admin'];

/** The dashboard. A new area is one entry here, one folder, and one text file a language. */
export const AREAS: readonly Area[] = [
  { path: '/overview', word: 'areaOverview', icon: 'grid', group: 'groupDay', roles: EVERYBODY, load: async () => ({ default: (await import('./overview/overview-area.tsx')).OverviewArea }) },
  { path: '/day', word: 'areaDay', icon: 'calendar', group: 'groupDay', roles: EVERYBODY, load: async () => ({ default: (await import('./day/day-area.tsx')).DayArea }) },
  { path: '/alerts', word: 'areaAlerts', icon: 'warning', group: 'groupDay', roles: EVERYBODY, load: async () => ({ default: (await import('./alerts/alerts-area.tsx')).AlertsArea }) },
  { path: '/reports', word: 'areaReports', icon: 'document', group: 'groupDay', roles: EVERYBODY, load: async () => ({ default: (await import('./reports/reports-area.tsx')).ReportsArea }) },
  { path: '/fleet', word: 'areaFleet', icon: 'office', group: 'groupWork', roles: EVERYBODY, load: async () => ({ default: (await import('./fleet/fleet-area.tsx')).FleetArea }) },
  { path: '/library', word: 'areaLibrary', icon: 'play', group: 'groupWork', roles: EVERYBODY, load: async () => ({ default: (await import('./library/library-area.tsx')).LibraryArea }) },
  { path: '/people', word: 'areaPeople', icon: 'people', group: 'groupPeople', roles: ADMIN, load: async () => ({ default: (await import('./people/people-area.tsx')).PeopleArea }) },
  { path: '/audit', word: 'areaAudit', icon: 'book', group: 'groupPeople', roles: ADMIN, load: async () => ({ default: (await import('./people/audit-area.tsx')).AuditArea }) },
  { path: '/settings', word: 'areaSettings', icon: 'settings', group: 'groupPeople', roles: ['editor', 'admin'], load: async () => ({ default: (await import('./settings/settings-area.tsx')).SettingsArea }) },
  { path: '/account', word: 'areaAccount', icon: 'lock', group: 'groupPeople', roles: EVERYBODY, load: async () => ({ default: (await import('./people/account-area.tsx')).AccountArea }) },
];

export const areasFor = (role: Role): readonly Area[] => AREAS.filter((area) => area.roles.includes(role));

/** The area whose address this is, or lies below it: `/fleet/kiosks/k1` belongs to `/fleet`. */
export function areaAt(path: string, areas: readonly Area[]): Area | null {
  return areas.find((area) => path === area.path || path.startsWith(`${area.path}/`)) ?? null;
}
