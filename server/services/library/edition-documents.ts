import type { ErrorCode } from '#contract/errors.ts';
import type { DocumentAnswer, SaveAnswer, SaveDocument } from '#contract/library.ts';
import { dayOf } from '#domain/calendar-day.ts';
import { failure, success, type Result } from '#domain/result.ts';
import type { ClipRow, FileRow } from '../../repositories/library.ts';
import { audit, findEdition, historyRow, type EditionPorts } from './editions.ts';
import type { Librarian } from './library-scope.ts';
import { filesNamedIn } from './named-files.ts';
import { isDocument } from './pack-documents.ts';
import { keepDocument } from './versions.ts';

export type EditionDocuments = {
  read(who: Librarian, edition: string, path: string): Promise<Result<DocumentAnswer, ErrorCode>>;
  save(who: Librarian, edition: string, change: SaveDocument): Promise<Result<SaveAnswer, ErrorCode>>;
};

/** The JSON files of an edition, one at a time. A save with mistakes is kept and says them: only handing it in is refused. */
export function editionDocuments(ports: EditionPorts): EditionDocuments {
  const { library } = ports.repositories;
  return {
    async read(who, edition, path) {
      const found = await findEdition(ports, who, edition, 'see');
      if (!found.ok) return found;
      const file = (await library.files(edition)).find((each) => each.path === path);
      if (file === undefined || !isDocument(path)) return failure('LIBRARY_UNKNOWN', `There is no document ${path} in this edition.`);
      return success({ path, sha256: file.sha256, document: await ports.documents.read(file.sha256), history: [...(await library.historyOfPath(path))] });
    },
    save: (who, edition, change) => save(ports, who, edition, change),
  };
}

async function save(ports: EditionPorts, who: Librarian, edition: string, { path, document, seen }: SaveDocument): Promise<Result<SaveAnswer, ErrorCode>> {
  const { library } = ports.repositories;
  const found = await findEdition(ports, who, edition, 'change');
  if (!found.ok) return found;
  if (!isDocument(path)) return failure('REQUEST_INVALID', `${path} is no document of a pack.`, { path: '/path' });
  const isRemoved = document === null || document === undefined;
  if (isRemoved && !path.startsWith('guides/')) return failure('REQUEST_INVALID', `Every pack has ${path}.`, { path: '/path' });
  const now = ports.clock.now();
  // The version belongs to the edition, whatever the form says.
  const kept = isRemoved ? null : await keepDocument(ports, path === 'pack.json' ? { ...asObject(document), version: found.value.version } : document, now);
  if (kept === 'disk-full') return failure('LIBRARY_DISK_FULL', 'The disk for library files is full.');
  const own: readonly FileRow[] = kept === null ? [] : [{ path, ...kept }];
  const media = path === 'playlist.json' ? planMedia(await library.files(edition), await library.clips(), document) : { put: [], remove: [] };
  const outcome = await library.changeFiles({
    edition,
    path,
    seen,
    put: [...own, ...media.put],
    remove: [...(isRemoved ? [path] : []), ...media.remove],
    author: who.id,
    at: now,
    history: [historyRow(edition, who, now, isRemoved ? 'removed' : 'saved', path, null)],
  });
  if (outcome === 'changed') return failure('LIBRARY_CHANGED', `Somebody has changed ${path} meanwhile.`);
  if (outcome === 'not-draft') return failure('LIBRARY_STATE', 'Only a draft may be changed.', { state: found.value.state });
  await audit(ports, who, isRemoved ? 'remove document' : 'save document', edition, { path, sha256: kept?.sha256 ?? null });
  return success({ sha256: kept?.sha256 ?? null, problems: [...(await ports.check(await library.files(edition), dayOf(now)))] });
}

/** Fonts of further languages, what is read aloud, and the catalogue: no playlist names them, and none makes them superfluous. */
const BESIDE_THE_PLAYLIST = /^(?:languages|speech|catalogue)\//;

/** What an edition must hold for a playlist, and what it does not need any more. */
export function planMedia(files: readonly FileRow[], clips: readonly Pick<ClipRow, 'files'>[], playlist: unknown): { readonly put: readonly FileRow[]; readonly remove: readonly string[] } {
  const named = filesNamedIn(playlist);
  // A playlist that cannot be read says nothing about what is needed.
  if (named === null) return { put: [], remove: [] };
  const held = new Set(files.map((file) => file.path));
  const inLibrary = new Map(clips.flatMap((clip) => clip.files.map(({ path, sha256, bytes }) => [path, { path, sha256, bytes }] as const)));
  const put = [...named].filter((path) => !held.has(path)).flatMap((path) => inLibrary.get(path) ?? []);
  return { put, remove: files.map((file) => file.path).filter((path) => !isDocument(path) && !BESIDE_THE_PLAYLIST.test(path) && !named.has(path)) };
}

function asObject(document: unknown): object {
  return typeof document === 'object' && document !== null ? document : {};
}
