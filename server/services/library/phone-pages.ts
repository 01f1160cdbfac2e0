import { createHash } from 'node:crypto';
import { isPageSource } from '#contract/phone-pages.ts';
import { dayOf } from '#domain/calendar-day.ts';
import type { BlobStore } from '../../library-ports.ts';
import type { Clock, PhonePageFolders, WantedPages } from '../../ports.ts';
import type { FileRow, LibraryRepository } from '../../repositories/library.ts';
import type { Manifests } from './manifests.ts';
import { LARGEST_DOCUMENT } from './pack-documents.ts';

/** A maker that failed fails again, most likely: it is tried when something changed, or after this time, ms. */
export const RETRY_MS = 10 * 60_000;

export type PhonePagesPorts = {
  readonly clock: Clock;
  readonly library: { readonly manifests: Pick<Manifests, 'publishedToAll'>; readonly blobs: Pick<BlobStore, 'read'> };
  /** The files of an edition. */
  readonly files: LibraryRepository['files'];
  readonly folders: PhonePageFolders;
};

export type Followed =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'shown'; readonly edition: string; readonly isNew: boolean }
  | { readonly kind: 'failed'; readonly edition: string; readonly reason: string };

/** Keeps the phone pages of this process at the edition that is published to all kiosks. */
export type PhonePages = {
  /** At the start: shows what lies there already, the right pages or else those that were shown last. Draws nothing. */
  begin(this: void): Promise<void>;
  /** Draws and shows other pages when edition, day or program has changed. Calls must not overlap. */
  follow(this: void): Promise<Followed>;
};

type Wish = { readonly edition: string; readonly build: string; readonly today: string };

export function phonePages(ports: PhonePagesPorts): PhonePages {
  const { clock, library, folders } = ports;
  let done: { readonly wish: Wish; readonly isShown: boolean; readonly at: number } | null = null;
  const wishNow = async (): Promise<Wish | null> => {
    const [edition, build] = await Promise.all([library.manifests.publishedToAll(), folders.build()]);
    // Facts grow old: pages of yesterday may show what must not be shown today (promise 8).
    return edition === null || build === null ? null : { edition, build, today: dayOf(clock.now()) };
  };
  const isSettled = async (wish: Wish): Promise<boolean> => {
    if (done === null || !isSame(done.wish, wish)) return false;
    return done.isShown ? folders.stands() : Math.abs(clock.now() - done.at) < RETRY_MS;
  };
  return {
    async begin() {
      const wish = await wishNow();
      if (wish === null) return;
      const { wanted } = await pagesOf(ports, wish);
      if (await folders.show(wanted)) done = { wish, isShown: true, at: clock.now() };
      else await folders.showNewest();
    },
    async follow() {
      const wish = await wishNow();
      if (wish === null || (await isSettled(wish))) return { kind: 'unchanged' };
      const { wanted, files } = await pagesOf(ports, wish);
      const isKept = await folders.show(wanted);
      const reason = isKept ? null : await make(ports, wanted, files);
      done = { wish, isShown: reason === null, at: clock.now() };
      return reason === null ? { kind: 'shown', edition: wish.edition, isNew: !isKept } : { kind: 'failed', edition: wish.edition, reason };
    },
  };
}

function isSame(one: Wish, other: Wish): boolean {
  return one.edition === other.edition && one.build === other.build && one.today === other.today;
}

async function pagesOf(ports: PhonePagesPorts, { edition, build, today }: Wish): Promise<{ readonly wanted: WantedPages; readonly files: readonly FileRow[] }> {
  const files = (await ports.files(edition)).filter(({ path }) => isPageSource(path)).toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const sources = Object.fromEntries(files.map(({ path, sha256 }) => [path, sha256]));
  const name = createHash('sha256').update(JSON.stringify([build, today, sources])).digest('hex').slice(0, 32);
  return { wanted: { name, today, sources }, files };
}

/** Null when the pages are shown, else what went wrong. */
async function make({ library, folders }: PhonePagesPorts, wanted: WantedPages, files: readonly FileRow[]): Promise<string | null> {
  const documents = new Map<string, Uint8Array>();
  for (const { path, sha256 } of files) {
    const bytes = await library.blobs.read(sha256, LARGEST_DOCUMENT);
    if (bytes === null) return `the file of ${path} is missing`;
    documents.set(path, bytes);
  }
  return folders.make(wanted, documents);
}
