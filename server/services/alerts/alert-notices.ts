import type { AlertRow } from '../../repositories/alerts.ts';
import type { Repositories } from '../../repositories/repositories.ts';
import { describeAlerts } from '../day/alert-list.ts';
import type { Notice } from '../notify-texts.ts';

/** What began or ended after `since` (ms), as subscribers are told it. The same event has the same key, whoever tells it and however often. */
export async function noticesSince(repositories: Pick<Repositories, 'alerts' | 'devices' | 'points'>, since: number): Promise<readonly Notice[]> {
  const rows = await repositories.alerts.changedSince(since);
  if (rows.length === 0) return [];
  const points = await repositories.points.listBelow(null);
  const noticesOf = async (some: readonly AlertRow[], state: 'open' | 'closed'): Promise<readonly Notice[]> => {
    const alerts = await describeAlerts(repositories, some, points);
    return alerts.map(({ id, kind, unit, servicePoint, servicePointName, kiosk, field, openedAt, closedAt, figures }) => ({
      key: `alert ${id} ${state}`,
      kind,
      state,
      unit,
      servicePoint: { id: servicePoint, name: servicePointName },
      kiosk,
      field,
      at: state === 'open' ? openedAt : (closedAt ?? openedAt),
      figures,
    }));
  };
  const began = rows.filter(({ openedAt }) => openedAt > since);
  const ended = rows.filter(({ closedAt }) => closedAt !== null && closedAt > since);
  return [...(await noticesOf(began, 'open')), ...(await noticesOf(ended, 'closed'))];
}
