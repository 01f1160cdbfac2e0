import type { AuditPage, AuditQuery } from '#contract/people.ts';
import { addDays, isCalendarDay } from '#domain/calendar-day.ts';
import { failure, success, type Result } from '#domain/result.ts';
import type { Clock } from '../ports.ts';
import type { AuditFilter, AuditRepository } from '../repositories/audit.ts';
import type { Actor } from './actor.ts';
import { buildCsv } from './csv.ts';

const PAGE = 100;
/** Most records of a file, and how many are read at once. */
const MOST_IN_FILE = 50_000;
const CHUNK = 1_000;
/** Days of the log are those of Viet Nam, which has no daylight saving. */
const OFFSET = '+07:00';

/** Reads the log; an administrator of a unit reads what concerns it and what lies below. */
export type AuditLog = {
  page(query: AuditQuery, actor: Actor): Promise<Result<AuditPage, 'REQUEST_INVALID'>>;
  /** The newest 50,000 records. Taking a file is itself written down. */
  csv(query: AuditQuery, actor: Actor): Promise<Result<string, 'REQUEST_INVALID'>>;
};

export function auditLog({ clock, audit }: { readonly clock: Clock; readonly audit: AuditRepository }): AuditLog {
  return {
    async page(query, actor) {
      const filter = filterOf(query, actor, PAGE + 1);
      if (!filter.ok) return filter;
      const rows = await audit.page(filter.value);
      const entries = rows.slice(0, PAGE);
      return success({ entries, next: rows.length > PAGE ? String(entries.at(-1)?.no ?? '') : null });
    },
    async csv(query, actor) {
      const filter = filterOf(query, actor, CHUNK);
      if (!filter.ok) return filter;
      await audit.add({ at: clock.now(), actor: actor.id, action: 'export log', subject: 'audit', detail: { ...query } });
      const rows = [];
      let before = filter.value.before;
      while (rows.length < MOST_IN_FILE) {
        const chunk = await audit.page({ ...filter.value, ...(before === undefined ? {} : { before }) });
        rows.push(...chunk);
        if (chunk.length < CHUNK) break;
        before = chunk.at(-1)?.no;
      }
      const lines = rows.map((row) => [row.no, new Date(row.at).toISOString(), row.actor, row.actorName, row.action, row.subject, row.subjectName, row.unit, row.address, JSON.stringify(row.detail)]);
      return success(buildCsv(['no', 'at', 'actor', 'actorName', 'action', 'subject', 'subjectName', 'unit', 'address', 'detail'], lines));
    },
  };
}

function filterOf({ person, subject, action, from, to, before }: AuditQuery, actor: Actor, most: number): Result<AuditFilter, 'REQUEST_INVALID'> {
  for (const day of [from, to]) if (day !== undefined && !isCalendarDay(day)) return failure('REQUEST_INVALID', `${day} is not a day, such as 2026-11-23.`);
  return success({
    unit: actor.unit,
    most,
    ...(person === undefined ? {} : { actor: person }),
    ...(subject === undefined ? {} : { subject }),
    ...(action === undefined ? {} : { action }),
    ...(from === undefined ? {} : { from: startOf(from) }),
    ...(to === undefined ? {} : { until: startOf(addDays(to, 1)) }),
    ...(before === undefined ? {} : { before: Number(before) }),
  });
}

function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00${OFFSET}`);
}
