import type { LibraryRepository } from '../library.ts';
import { editionStore } from './library-editions.ts';
import { mediaStore } from './library-media.ts';
import { publicationStore } from './library-publications.ts';
import type { SqlStore } from './sql-store.ts';

export function libraryRepository(store: SqlStore): LibraryRepository {
  return { ...editionStore(store), ...publicationStore(store), ...mediaStore(store) };
}
