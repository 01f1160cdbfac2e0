import type { RawEntries } from '#contract/people.ts';
import { isCalendarDay } from '#domain/calendar-day.ts';
import { failure, success, type Result } from '#domain/result.ts';
import type { Clock } from '../ports.ts';
import type { Repositories } from '../repositories/repositories.ts';
import type { Actor } from './actor.ts';
import { rawEntries } from './ledger/raw-entries.ts';

/** Most entries of one look. */
export const MOST_RAW = 5_000;

/** Single entries with their times leave the centre here only, for a reason that is written down first (E178). */
export type RawLook = {
  look(query: { readonly servicePoint: string; readonly day: string; readonly reason: string }, actor: Actor): Promise<Result<RawEntries, 'POINT_UNKNOWN' | 'STAFF_NOT_ALLOWED' | 'REQUEST_INVALID'>>;
};

export function rawLook({ clock, repositories }: { readonly clock: Clock; readonly repositories: Pick<Repositories, 'points' | 'audit' | 'ledger'> }): RawLook {
  return {
    async look({ servicePoint, day, reason }, actor) {
      if (!isCalendarDay(day)) return failure('REQUEST_INVALID', 'day is a day, such as 2026-11-23.');
      const why = reason.normalize('NFC').trim();
      if (why.length < 10) return failure('REQUEST_INVALID', 'reason is a sentence of 10 signs or more.');
      const point = await repositories.points.find(servicePoint);
      if (point === null) return failure('POINT_UNKNOWN', `There is no service point ${servicePoint}.`);
      if (!(await repositories.points.unitLiesBelow(point.unit, actor.unit))) return failure('STAFF_NOT_ALLOWED', 'This service point is not one of your unit.');
      await repositories.audit.add({ at: clock.now(), actor: actor.id, action: 'look at raw entries', subject: point.id, detail: { day, reason: why }, unit: point.unit });
      const found = await rawEntries(repositories.ledger, point.no, day);
      const entries = found.slice(0, MOST_RAW).map(({ streamNo, seq, kind, at, receivedAt, placing, flags, retracted, reasons, entry }) => ({
        stream: streamNo,
        seq,
        kind,
        at,
        receivedAt,
        placing,
        flagged: flags !== 0,
        retracted,
        reasons: [...reasons],
        body: entry,
      }));
      return success({ servicePoint: point.id, day, entries, more: found.length > MOST_RAW });
    },
  };
}
