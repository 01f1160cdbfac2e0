import { ReportHeading, type ReportHeadingAnswer, type SetReportHeadingRequest } from '#contract/day.ts';
import type { ErrorCode } from '#contract/errors.ts';
import { parserOf } from '#contract/parse.ts';
import { failure, success, type Result } from '#domain/result.ts';
import type { Clock } from '../../ports.ts';
import type { Repositories } from '../../repositories/repositories.ts';
import type { Actor } from '../actor.ts';
import { CENTRE, unitTree } from './unit-tree.ts';

const parseHeading = parserOf(ReportHeading);
const NO_HEADING: ReportHeading = { parentAgency: '', agency: '', numberSign: '', place: '', signerTitle: '', signer: '', recipients: [] };

type HeadingPorts = { readonly clock: Clock; readonly repositories: Pick<Repositories, 'points' | 'headings' | 'audit'> };

export type ReportHeadingService = {
  /** The unit's own heading, else the nearest one above it, else an empty one. */
  get(this: void, staff: Actor, unit: string | undefined): Promise<Result<ReportHeadingAnswer, ErrorCode>>;
  set(this: void, staff: Actor, request: SetReportHeadingRequest): Promise<Result<ReportHeadingAnswer, ErrorCode>>;
};

export function reportHeadingService({ clock, repositories }: HeadingPorts): ReportHeadingService {
  const { points, headings, audit } = repositories;
  return {
    async get(staff, asked) {
      const unit = asked ?? staff.unit;
      if (!(await points.unitLiesBelow(unit, staff.unit))) return failure('STAFF_NOT_ALLOWED', `The unit ${unit} is not one of yours.`);
      const found = await headings.findNearest(unitTree(await points.listUnits()).chainOf(unit));
      const parsed = found === null ? null : parseHeading(JSON.parse(found.heading));
      if (found === null || parsed === null || !parsed.ok) return success({ unit, heading: NO_HEADING, inherited: unit !== null });
      return success({ unit, heading: parsed.value, inherited: found.unit !== (unit ?? CENTRE) });
    },
    async set(staff, { unit, heading }) {
      if (!(await points.unitLiesBelow(unit, staff.unit))) return failure('STAFF_NOT_ALLOWED', `The unit ${unit} is not one of yours.`);
      if (unit !== null && unitTree(await points.listUnits()).find(unit) === null) return failure('REQUEST_INVALID', `There is no unit ${unit}.`, { path: '/unit' });
      const { recipients, ...lines } = heading;
      const kept: ReportHeading = {
        ...heading,
        ...Object.fromEntries(Object.entries(lines).map(([name, line]) => [name, tidy(line)])),
        recipients: recipients.map(tidy).filter((line) => line !== ''),
      };
      await headings.set({ unit: unit ?? CENTRE, heading: JSON.stringify(kept), setAt: clock.now(), setBy: staff.id });
      await audit.add({ at: clock.now(), actor: staff.id, action: 'set report heading', subject: unit ?? 'centre', detail: kept });
      return success({ unit, heading: kept, inherited: false });
    },
  };
}

function tidy(line: string): string {
  return line.normalize('NFC').trim();
}
