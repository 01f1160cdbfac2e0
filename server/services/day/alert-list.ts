import type { AcknowledgeRequest, Alert, AlertList, AlertsQuery } from '#contract/day.ts';
import type { ErrorCode } from '#contract/errors.ts';
import { addDays, isCalendarDay, startOfDay } from '#domain/calendar-day.ts';
import { failure, success, type Result } from '#domain/result.ts';
import type { Clock } from '../../ports.ts';
import type { AlertRow } from '../../repositories/alerts.ts';
import type { Repositories } from '../../repositories/repositories.ts';
import type { ServicePointRow } from '../../repositories/service-points.ts';
import type { Staff } from '../staff-access.ts';
import { findPoints } from './asked-span.ts';

/** Most alerts of one answer. */
const MOST = 500;

type AlertPorts = { readonly clock: Clock; readonly repositories: Pick<Repositories, 'points' | 'alerts' | 'devices' | 'audit'> };

export type AlertService = {
  list(this: void, staff: Staff, query: AlertsQuery): Promise<Result<AlertList, ErrorCode>>;
  acknowledge(this: void, staff: Staff, id: string, request: AcknowledgeRequest): Promise<Result<Alert, ErrorCode>>;
};

/** What staff see of alerts, within what they may see, and their word on it. */
export function alertService({ clock, repositories }: AlertPorts): AlertService {
  const { alerts, audit, points } = repositories;
  return {
    async list(staff, query) {
      const opened = openedIn(query);
      if (opened === null) return failure('REQUEST_INVALID', 'from and to are days, and both or neither are there.');
      const found = await findPoints(repositories, staff, query);
      if (!found.ok) return found;
      const pointNos = found.value.map((point) => point.no);
      const rows = await alerts.list({ pointNos, state: query.state ?? 'open', kind: query.kind ?? null, ...opened }, MOST);
      const open = [...(await alerts.countOpen(pointNos)).values()].reduce((sum, count) => sum + count, 0);
      return success({ alerts: await describeAlerts(repositories, rows, found.value), open });
    },
    async acknowledge(staff, id, { note }) {
      const row = await alerts.find(id);
      const seen = await points.listBelow(staff.unit);
      if (row === null || !seen.some((point) => point.no === row.pointNo)) return failure('ALERT_UNKNOWN', `There is no alert ${id}.`);
      const word = { at: clock.now(), by: staff.email ?? staff.id, note: note.normalize('NFC').trim() };
      await alerts.acknowledge(id, word);
      await audit.add({ at: word.at, actor: staff.id, action: 'acknowledge alert', subject: id, detail: { kind: row.kind, note: word.note } });
      const [alert] = await describeAlerts(repositories, [{ ...row, acknowledged: word }], seen);
      return alert === undefined ? failure('ALERT_UNKNOWN', `There is no alert ${id}.`) : success(alert);
    },
  };
}

type Opened = { readonly openedFrom: number | null; readonly openedBefore: number | null };

function openedIn({ from, to }: AlertsQuery): Opened | null {
  if (from === undefined && to === undefined) return { openedFrom: null, openedBefore: null };
  if (from === undefined || to === undefined || !isCalendarDay(from) || !isCalendarDay(to)) return null;
  return { openedFrom: startOfDay(from), openedBefore: startOfDay(addDays(to, 1)) };
}

/** Alerts with the names of what they are about; `points` holds their service points. */
export async function describeAlerts({ devices }: Pick<Repositories, 'devices'>, rows: readonly AlertRow[], points: readonly ServicePointRow[]): Promise<Alert[]> {
  const pointNos = [...new Set(rows.filter((row) => row.deviceId !== '').map((row) => row.pointNo))];
  const names = new Map(pointNos.length === 0 ? [] : (await devices.list(pointNos)).map(({ id, name }) => [id, name]));
  const byNo = new Map(points.map((point) => [point.no, point]));
  return rows.map(({ id, kind, pointNo, deviceId, field, openedAt, closedAt, figures, acknowledged }) => {
    const point = byNo.get(pointNo);
    return {
      id,
      kind,
      servicePoint: point?.id ?? '',
      servicePointName: point?.name ?? '',
      unit: point?.unit ?? null,
      kiosk: deviceId === '' ? null : { id: deviceId, name: names.get(deviceId) ?? deviceId },
      field: field === '' ? null : field,
      openedAt,
      closedAt,
      figures: { ...figures },
      acknowledged,
    };
  });
}
