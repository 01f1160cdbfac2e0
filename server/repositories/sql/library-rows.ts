import { Type, type Static, type TSchema } from 'typebox';
import { ChangeClip, ClipFileRow, EditionState, HistoryLine, Notice, Ring, SyncSettings } from '#contract/library.ts';
import { parserOf, type Parse } from '#contract/parse.ts';
import type { ClipRow, EditionRow, FileRow, HistoryRow, PlayTotals, PublicationRow } from '../library.ts';
import { flagOf, integerOf, integerOrNull, textOf, textOrNull, type Row } from './read-row.ts';

const parseState = parserOf(EditionState);
const parseAction = parserOf(HistoryLine.properties.action);
const parseAuthors = parserOf(Type.Array(Type.String()));
const parseRing = parserOf(Ring);
const parseNotice = parserOf(Notice);
const parseSync = parserOf(SyncSettings);
const parseClipBody = parserOf(Type.Evaluate(Type.Intersect([ChangeClip, Type.Object({ files: Type.Array(ClipFileRow) })])));

export function editionOf(row: Row): EditionRow {
  return {
    id: textOf(row, 'id'),
    version: textOf(row, 'version'),
    title: textOf(row, 'title'),
    unit: textOrNull(row, 'unit'),
    state: known(parseState, textOf(row, 'state')),
    base: textOrNull(row, 'base'),
    madeAt: integerOf(row, 'made_at'),
    changedAt: integerOf(row, 'changed_at'),
    authors: json(parseAuthors, row, 'authors'),
    approvedBy: textOrNull(row, 'approved_by'),
    everPublished: flagOf(row, 'ever_published'),
    shipped: textOrNull(row, 'shipped'),
  };
}

export function fileOf(row: Row): FileRow {
  return { path: textOf(row, 'path'), sha256: textOf(row, 'sha256'), bytes: integerOf(row, 'bytes') };
}

export function historyOf(row: Row): HistoryRow {
  return {
    edition: textOf(row, 'edition'),
    at: integerOf(row, 'at'),
    actor: textOf(row, 'actor'),
    action: known(parseAction, textOf(row, 'action')),
    path: textOrNull(row, 'path'),
    note: textOrNull(row, 'note'),
  };
}

export function publicationOf(row: Row): PublicationRow {
  return {
    id: textOf(row, 'id'),
    edition: textOf(row, 'edition'),
    ring: ringOf(textOf(row, 'ring_kind'), textOf(row, 'ring_id')),
    sequence: integerOf(row, 'sequence'),
    at: integerOf(row, 'at'),
    actor: textOf(row, 'actor'),
    note: textOrNull(row, 'note'),
    isRollBack: flagOf(row, 'is_roll_back'),
    endedAt: integerOrNull(row, 'ended_at'),
  };
}

/** The ring of all kiosks has '' as its id in the database. */
export function ringOf(kind: string, id: string): Ring {
  return known(parseRing, kind === 'all' ? { kind } : { kind, id });
}

export function idOfRing(ring: Ring): string {
  return ring.kind === 'all' ? '' : ring.id;
}

export function clipOf(row: Row): ClipRow {
  const body = json(parseClipBody, row, 'body');
  return { id: textOf(row, 'id'), unit: textOrNull(row, 'unit'), madeAt: integerOf(row, 'made_at'), changedAt: integerOf(row, 'changed_at'), ...body };
}

export function clipBody({ title, description, guide, waiver, still, files }: ClipRow): string {
  return JSON.stringify({ title, description, guide, waiver, still, files });
}

export function noticeOf(row: Row): Notice {
  return known(parseNotice, {
    id: textOf(row, 'id'),
    unit: textOrNull(row, 'unit'),
    rings: JSON.parse(textOf(row, 'rings')),
    from: integerOf(row, 'from_at'),
    until: integerOf(row, 'until_at'),
    title: JSON.parse(textOf(row, 'title')),
    text: JSON.parse(textOf(row, 'text')),
    state: textOf(row, 'state'),
    emergency: textOrNull(row, 'emergency'),
    madeBy: textOf(row, 'made_by'),
    madeAt: integerOf(row, 'made_at'),
    approvedBy: textOrNull(row, 'approved_by'),
  });
}

export function syncSettingsOf(row: Row): SyncSettings {
  return json(parseSync, row, 'sync');
}

export function playsOf(row: Row): PlayTotals {
  return {
    day: textOf(row, 'day'),
    clip: textOf(row, 'clip'),
    plays: integerOf(row, 'plays'),
    millis: integerOf(row, 'millis'),
    streams: integerOf(row, 'streams'),
    wakes: integerOf(row, 'wakes'),
    guides: integerOf(row, 'guides'),
    taps: integerOf(row, 'taps'),
    handoffs: integerOf(row, 'handoffs'),
  };
}

function json<Schema extends TSchema>(parse: Parse<Schema>, row: Row, column: string): Static<Schema> {
  return known(parse, JSON.parse(textOf(row, column)));
}

function known<Schema extends TSchema>(parse: Parse<Schema>, value: unknown): Static<Schema> {
  const parsed = parse(value);
  if (parsed.ok) return parsed.value;
  throw new TypeError(`the library holds what it never wrote: ${parsed.error.message}`);
}
