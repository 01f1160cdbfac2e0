import { readPack } from '#assets/check/read-pack.ts';
import { textsOf } from '#assets/check/pack-texts.ts';
import type { BlobStore, ByteStream, ShippedPack } from '../../library-ports.ts';
import type { LibraryRepository } from '../../repositories/library.ts';
import { isDocument, packDocuments } from '../library/pack-documents.ts';
import type { Manifests } from '../library/manifests.ts';
import type { ManifestReader } from '../manifest-for.ts';

/** Editions whose texts stay in memory, some 300 kB each. */
const REMEMBERED = 6;

export type OwnTextsPorts = {
  /** The pack that came with the program: kiosks show it until another was published. */
  readonly pack: ShippedPack;
  /** null: a centre without a content library. */
  readonly library: { readonly manifests: Pick<Manifests, 'planned'>; readonly blobs: BlobStore; readonly files: LibraryRepository['files'] } | null;
};

/** Knows what we ourselves have published, word for word. */
export type OwnTexts = {
  /** Every one of them stands in the edition that this kiosk shall show, or in the program's pack. */
  areOurs(this: void, reader: ManifestReader, texts: readonly string[]): Promise<boolean>;
};

export function ownTexts({ pack, library }: OwnTextsPorts): OwnTexts {
  const known = new Map<string, Promise<ReadonlySet<string>>>();
  const documents = library === null ? null : packDocuments(library.blobs);
  const remember = (name: string, read: () => Promise<ReadonlyMap<string, unknown>>): Promise<ReadonlySet<string>> => {
    const found = known.get(name) ?? read().then(textsIn);
    if (known.size >= REMEMBERED && !known.has(name)) known.clear();
    known.set(name, found);
    // A failure is told once; the next question tries again.
    found.catch(() => known.delete(name));
    return found;
  };
  const published = async (reader: ManifestReader): Promise<ReadonlySet<string>> => {
    const planned = (await library?.manifests.planned(reader)) ?? null;
    if (library === null || documents === null || planned === null) return new Set();
    return remember(planned.edition, async () => (await documents.source(await library.files(planned.edition))).documents);
  };
  return {
    async areOurs(reader, texts) {
      const edition = await published(reader);
      if (texts.every((text) => edition.has(text))) return true;
      const shipped = await remember('', () => readShipped(pack));
      return texts.every((text) => edition.has(text) || shipped.has(text));
    },
  };
}

async function readShipped(pack: ShippedPack): Promise<ReadonlyMap<string, unknown>> {
  const paths = (await pack.list()).filter(isDocument);
  return new Map(await Promise.all(paths.map(async (path) => [path, JSON.parse(await textOf(pack.read(path)))] as const)));
}

async function textOf(bytes: ByteStream): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of bytes) text += decoder.decode(piece, { stream: true });
  return text + decoder.decode();
}

function textsIn(documents: ReadonlyMap<string, unknown>): ReadonlySet<string> {
  const { pack } = readPack({ documents, files: new Map() });
  return new Set(textsOf(pack).flatMap(({ text }) => [text.vi, text.en]));
}
