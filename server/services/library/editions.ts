import type { ErrorCode } from '#contract/errors.ts';
import type { Edition, EditionDetail, EditionStep, Ring } from '#contract/library.ts';
import { dayOf } from '#domain/calendar-day.ts';
import { failure, success, type Result } from '#domain/result.ts';
import type { Clock, Secrets } from '../../ports.ts';
import type { BlobStore } from '../../library-ports.ts';
import type { EditionRow, FileRow, HistoryRow, PublicationRow } from '../../repositories/library.ts';
import type { Repositories } from '../../repositories/repositories.ts';
import type { CheckEdition } from './check-edition.ts';
import { compareEditions } from './compare-editions.ts';
import { decideStep } from './decide-step.ts';
import { nameOf, scopeOf, type Librarian } from './library-scope.ts';
import type { PackDocuments } from './pack-documents.ts';
import { ringKey, ringsOf } from './rings.ts';
import { nextVersion, withVersion } from './versions.ts';

export type EditionPorts = {
  readonly clock: Clock;
  readonly secrets: Pick<Secrets, 'makeId'>;
  readonly repositories: Pick<Repositories, 'library' | 'points' | 'devices' | 'audit'>;
  readonly blobs: BlobStore;
  readonly documents: PackDocuments;
  readonly check: CheckEdition;
};

export type Editions = {
  list(who: Librarian): Promise<readonly Edition[]>;
  begin(who: Librarian, title: string, from: string | null): Promise<Result<Edition, ErrorCode>>;
  detail(who: Librarian, id: string): Promise<Result<EditionDetail, ErrorCode>>;
  step(who: Librarian, id: string, step: EditionStep): Promise<Result<Edition, ErrorCode>>;
};

export function editions(ports: EditionPorts): Editions {
  const { library } = ports.repositories;
  return {
    async list(who) {
      const [scope, rows, publications] = await Promise.all([scopeOf(ports.repositories, who, false), library.editions(), library.publications()]);
      return rows.filter((row) => scope.mayChange(row.unit) || (row.everPublished && scope.maySee(row.unit))).map((row) => editionOf(row, publications));
    },
    begin: (who, title, from) => begin(ports, who, title, from),
    detail: (who, id) => detail(ports, who, id),
    step: (who, id, step) => takeStep(ports, who, id, step),
  };
}

/** An edition that this person may look at, or change. */
export async function findEdition(ports: Pick<EditionPorts, 'repositories'>, who: Librarian, id: string, to: 'see' | 'change'): Promise<Result<EditionRow, ErrorCode>> {
  const row = await ports.repositories.library.edition(id);
  if (row === null) return failure('LIBRARY_UNKNOWN', 'There is no such edition.');
  const scope = await scopeOf(ports.repositories, who, false);
  if (scope.mayChange(row.unit)) return success(row);
  if (to === 'see' && row.everPublished && scope.maySee(row.unit)) return success(row);
  return failure('STAFF_NOT_ALLOWED', 'This edition is not one of your unit.');
}

export function editionOf(row: EditionRow, publications: readonly PublicationRow[]): Edition {
  const { shipped: _, ...shown } = row;
  const rings: Ring[] = publications.filter((each) => each.edition === row.id && each.endedAt === null).map((each) => each.ring);
  return { ...shown, authors: [...row.authors], rings };
}

async function begin(ports: EditionPorts, who: Librarian, title: string, from: string | null): Promise<Result<Edition, ErrorCode>> {
  const { library } = ports.repositories;
  const base = from ?? (await publishedFor(ports, who.unit));
  if (base === null) return failure('LIBRARY_UNKNOWN', 'Nothing is published yet: say which edition to begin from.');
  const found = await findEdition(ports, who, base, 'see');
  if (!found.ok) return found;
  const now = ports.clock.now();
  const files = await library.files(base);
  const id = ports.secrets.makeId();
  // Another person may take the same number in the same moment.
  for (;;) {
    const version = nextVersion((await library.editions()).map((row) => row.version), dayOf(now));
    const own = await withVersion(ports, files, version, now);
    if (own === null) return failure('LIBRARY_DISK_FULL', 'The disk for library files is full.');
    const row: EditionRow = { id, version, title: title.normalize('NFC'), unit: who.unit, state: 'draft', base, madeAt: now, changedAt: now, authors: [who.id], approvedBy: null, everPublished: false, shipped: null };
    if (!(await library.addEdition(row, own, historyRow(id, who, now, 'began', null, found.value.version)))) continue;
    await audit(ports, who, 'begin edition', id, { version, from: base });
    return success(editionOf(row, []));
  }
}

/** The edition that kiosks of a unit show now. */
export async function publishedFor({ repositories }: Pick<EditionPorts, 'repositories'>, unit: string | null): Promise<string | null> {
  const [units, publications] = await Promise.all([repositories.points.listUnits(), repositories.library.publications()]);
  const open = new Map(publications.filter((each) => each.endedAt === null).map((each) => [ringKey(each.ring), each.edition]));
  const keys = ringsOf(null, unit, new Map(units.map((each) => [each.id, each.parent])));
  return keys.map((key) => open.get(key)).find((edition) => edition !== undefined) ?? null;
}

async function detail(ports: EditionPorts, who: Librarian, id: string): Promise<Result<EditionDetail, ErrorCode>> {
  const { library } = ports.repositories;
  const found = await findEdition(ports, who, id, 'see');
  if (!found.ok) return found;
  const [files, publications, history, published] = await Promise.all([library.files(id), library.publications(), library.history(id), publishedFor(ports, found.value.unit)]);
  const againstId = published === null || published === id ? found.value.base : published;
  const against = againstId === null ? null : await library.edition(againstId);
  const before = against === null ? [] : await library.files(against.id);
  return success({
    edition: editionOf(found.value, publications),
    files: [...files],
    problems: [...(await ports.check(files, today(ports)))],
    against: against === null ? null : { id: against.id, version: against.version },
    changes: against === null ? [] : [...(await compareEditions(ports.documents, before, files))],
    history: [...history],
    waivers: [...(await waiversIn(ports, files))],
  });
}

async function takeStep(ports: EditionPorts, who: Librarian, id: string, step: EditionStep): Promise<Result<Edition, ErrorCode>> {
  const { library } = ports.repositories;
  const found = await findEdition(ports, who, id, 'change');
  if (!found.ok) return found;
  const now = ports.clock.now();
  const files = await library.files(id);
  const problems = step.action === 'submit' || step.action === 'approve' ? await ports.check(files, today(ports)) : [];
  const decided = decideStep({ edition: found.value, step, who: who.id, problems: problems.length, waivers: (await waiversIn(ports, files)).map((waiver) => waiver.clip) });
  if (!decided.ok) return decided;
  const history = historyRow(id, who, now, decided.value.action, null, step.note ?? null);
  if (decided.value.to === null) await library.addHistory(history);
  else {
    const approvedBy = decided.value.to === 'ready' ? nameOf(who) : null;
    const changed = await library.changeState({ edition: id, from: found.value.state, seenAt: found.value.changedAt, to: decided.value.to, approvedBy, at: now, history });
    if (!changed) return failure('LIBRARY_CHANGED', 'Somebody has changed this edition meanwhile.');
  }
  await audit(ports, who, `${step.action} edition`, id, { version: found.value.version, note: step.note ?? null });
  const [row, publications] = await Promise.all([library.edition(id), library.publications()]);
  return row === null ? failure('LIBRARY_UNKNOWN', 'There is no such edition.') : success(editionOf(row, publications));
}

/** Clips of the edition that go without captions. A clip that is not in the library any more is not asked about. */
async function waiversIn(ports: EditionPorts, files: readonly FileRow[]): Promise<readonly { readonly clip: string; readonly reason: string }[]> {
  const paths = new Set(files.map((file) => file.path));
  const clips = await ports.repositories.library.clips();
  return clips.flatMap(({ id, waiver, files: own }) => (waiver !== null && own.some((file) => paths.has(file.path)) ? [{ clip: id, reason: waiver }] : []));
}

export function historyRow(edition: string, who: Librarian, at: number, action: HistoryRow['action'], path: string | null, note: string | null): HistoryRow {
  return { edition, at, actor: nameOf(who), action, path, note };
}

export async function audit(ports: Pick<EditionPorts, 'clock' | 'repositories'>, who: Librarian, action: string, subject: string, detail: Readonly<Record<string, unknown>>): Promise<void> {
  await ports.repositories.audit.add({ at: ports.clock.now(), actor: who.id, action, subject, detail });
}

function today(ports: Pick<EditionPorts, 'clock'>): string {
  return dayOf(ports.clock.now());
}
