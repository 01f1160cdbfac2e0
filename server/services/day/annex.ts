import type { Annex, AnnexQuery } from '#contract/day.ts';
import type { ErrorCode } from '#contract/errors.ts';
import { success, type Result } from '#domain/result.ts';
import { satisfactionOf } from '#domain/satisfaction.ts';
import { subtractScores, totalTaps } from '#domain/score.ts';
import { hideSmall, hideSmallInGroups } from '#domain/small-cells.ts';
import { targetOn, verdictOf } from '#domain/target.ts';
import type { DeviceStatus } from '../../repositories/devices.ts';
import type { Repositories } from '../../repositories/repositories.ts';
import { smallestCell } from '../files/table.ts';
import { healthOf } from '../fleet/kiosk-rows.ts';
import type { Staff } from '../staff-access.ts';
import { findAsked, type Asked } from './asked-span.ts';
import type { ContentNames } from './content-names.ts';
import { onlyRoot } from './file-words.ts';
import { addSlices, NO_SLICE, slicesOf, type Slice } from './figures.ts';
import type { ReportHeadingService } from './report-heading.ts';
import { unitTree } from './unit-tree.ts';

export type AnnexPorts = {
  readonly repositories: Pick<Repositories, 'points' | 'summaries' | 'targets' | 'devices' | 'library'>;
  readonly names: ContentNames;
  readonly headings: Pick<ReportHeadingService, 'get'>;
};
export type AskAnnex = (staff: Staff, query: AnnexQuery) => Promise<Result<Annex, ErrorCode>>;

/**
 * The annex "kết quả khảo sát nhanh và tuyên truyền tại quầy" of any span. It says nothing about dossiers:
 * those columns of form II.06a are not the kiosks' to fill.
 */
export function annex({ repositories, names, headings }: AnnexPorts): AskAnnex {
  const { points } = repositories;
  return async (staff, query) => {
    const asked = await findAsked(repositories, staff, query);
    if (!asked.ok) return asked;
    const [point] = asked.value.points;
    const unit = query.servicePoint === undefined ? (query.unit ?? staff.unit) : (point?.unit ?? null);
    const heading = await headings.get(staff, unit ?? undefined);
    if (!heading.ok) return heading;
    const units = await points.listUnits();
    const tree = unitTree(units);
    const top = unit ?? (query.servicePoint === undefined ? onlyRoot(units, asked.value.points) : null);
    const named = top === null ? null : tree.find(top);
    const least = smallestCell(query.audience ?? 'internal');
    const parts = await Promise.all([
      guidesOf(repositories, names, asked.value, least),
      clipsOf(repositories, asked.value),
      ratingsOf(repositories, asked.value, { chain: tree.chainOf(unit), least, isPublic: query.audience === 'public' }),
      reasonsOf(repositories, names, asked.value, least),
      kiosksOf(repositories, asked.value),
    ]);
    const [guides, clips, ratings, reasons, kiosks] = parts;
    return success({
      from: query.from,
      to: query.to,
      unit: named === null ? null : { id: named.id, name: named.name },
      heading: heading.value.heading,
      servicePoints: asked.value.points.length,
      ...guides,
      clips,
      ...ratings,
      reasons,
      kiosks,
    });
  };
}

type Ports = AnnexPorts['repositories'];

/** Views and hand-offs by field and procedure, fields together. Uses of a guide name nobody; small ones are hidden in what is published only. */
async function guidesOf({ summaries }: Ports, names: ContentNames, { query }: Asked, least: number): Promise<Pick<Annex, 'guides' | 'opened' | 'handoffs'>> {
  const [procedures, fields] = await Promise.all([summaries.procedures(query), summaries.fieldsOfProcedures(query)]);
  const used = procedures.filter(({ opened, handoffs }) => opened + handoffs > 0);
  const isPublic = least === smallestCell('public');
  const shown = (counts: readonly number[]): readonly (number | null)[] => (isPublic ? hideSmall(counts, least) : counts);
  const [opened, handoffs] = [shown(used.map((row) => row.opened)), shown(used.map((row) => row.handoffs))];
  const rows = used.map(({ procedure }, index) => {
    const guide = names.guides.get(procedure);
    return { field: guide?.field ?? (fields.get(procedure) || null), procedure, title: guide?.title.vi ?? procedure, opened: opened[index] ?? null, handoffs: handoffs[index] ?? null };
  });
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
  return {
    guides: rows.toSorted((left, right) => (left.field ?? '').localeCompare(right.field ?? '', 'vi') || left.procedure.localeCompare(right.procedure)),
    opened: sum(used.map((row) => row.opened)),
    handoffs: sum(used.map((row) => row.handoffs)),
  };
}

/** Null while no kiosk has said that it played anything: that is not known, and no zero. */
async function clipsOf({ library }: Ports, { query }: Asked): Promise<Annex['clips']> {
  const rows = await library.plays(query);
  if (rows.length === 0) return null;
  const titles = new Map((await library.clips()).map((clip) => [clip.id, clip.title.vi]));
  return [...Map.groupBy(rows, ({ clip }) => clip)]
    .map(([clip, some]) => ({
      clip,
      title: titles.get(clip) ?? clip,
      plays: some.reduce((sum, { plays }) => sum + plays, 0),
      hours: some.reduce((sum, { millis }) => sum + millis, 0) / 3_600_000,
    }))
    .toSorted((left, right) => right.plays - left.plays || left.clip.localeCompare(right.clip));
}

type RatingOptions = { readonly chain: readonly string[]; readonly least: number; readonly isPublic: boolean };

async function ratingsOf({ summaries, targets }: Ports, { query }: Asked, { chain, least, isPublic }: RatingOptions): Promise<Pick<Annex, 'ratings' | 'fields'>> {
  const [byPoint, byField, settings] = await Promise.all([summaries.weekdaysByPoint(query), summaries.weekdaysByField(query), targets.list(chain)]);
  const whole = [...slicesOf(byPoint).values()].reduce(addSlices, NO_SLICE);
  const taps = totalTaps(whole.scores);
  const target = targetOn(settings, chain, '', query.to).target;
  const isHidden = isPublic && taps < least;
  const fields = [...slicesOf(byField)].filter(([, slice]) => totalTaps(slice.scores) > 0).toSorted(([left], [right]) => left.localeCompare(right, 'vi'));
  const shown = isPublic ? hideSmall(fields.map(([, slice]) => totalTaps(slice.scores)), least) : fields.map(([, slice]) => totalTaps(slice.scores));
  return {
    ratings: {
      taps: isHidden ? 0 : taps,
      scores: isPublic ? [...(isHidden ? [null, null, null, null, null] : hideSmallInGroups(whole.scores, [[0, 1, 2], [3, 4]], least))] : [...whole.scores],
      flagged: isPublic && isSmall(totalTaps(whole.flagged), least) ? null : totalTaps(whole.flagged),
      // With the taps beside it the rate says how many were asked.
      responseRate: whole.asked === 0 || isHidden || (isPublic && isSmall(whole.asked, least)) ? null : taps / (taps + whole.asked),
      satisfied: satisfactionOf(unflagged(whole)),
      target,
      verdict: verdictOf(unflagged(whole), target),
    },
    fields: fields.map(([field, slice], index) => {
      const goal = targetOn(settings, chain, field, query.to).target;
      const count = shown[index] ?? null;
      return { field: field === '' ? null : field, taps: count, satisfied: count === null ? null : satisfactionOf(unflagged(slice)), target: goal, verdict: count === null ? null : verdictOf(unflagged(slice), goal) };
    }),
  };
}

async function reasonsOf({ summaries }: Ports, names: ContentNames, { query }: Asked, least: number): Promise<Annex['reasons']> {
  const rows = (await summaries.reasonTotals(query)).filter(({ reason }) => names.reasons.get(reason)?.after !== 'high');
  const shown = hideSmall(rows.map(({ taps }) => taps), least);
  return rows.map(({ reason }, index) => {
    const name = names.reasons.get(reason);
    return { reason, text: name?.text.vi ?? reason, factor: name?.factor ?? null, taps: shown[index] ?? null };
  });
}

async function kiosksOf({ devices, summaries }: Ports, { query, points }: Asked): Promise<Annex['kiosks']> {
  const [statuses, completeness] = await Promise.all([devices.list(query.pointNos), summaries.completenessByPoint(query)]);
  const names = new Map(points.map((point) => [point.no, point]));
  const missing = new Map(completeness.map((row) => [row.pointNo, row.missing]));
  const inUse = statuses.filter(({ revoked }) => !revoked);
  return inUse.map((status: DeviceStatus) => ({
    servicePoint: names.get(status.pointNo)?.name ?? status.servicePoint,
    name: status.name,
    lastSeenAt: status.lastSeenAt,
    waiting: status.head === null ? null : Math.max(0, status.head - status.received),
    contentVersion: healthOf(status.health)?.contentVersion ?? null,
    missing: missing.get(status.pointNo) ?? null,
  }));
}

function unflagged({ scores, flagged }: Slice): Slice['scores'] {
  return subtractScores(scores, flagged);
}

function isSmall(count: number, least: number): boolean {
  return count > 0 && count < least;
}
