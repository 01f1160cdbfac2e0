import { readCatalogue } from '#contract/catalogue-file.ts';
import type { ContentPack } from '#contract/content-pack.ts';
import { buildFinder, createFinder } from '#domain/finding/find-procedures.ts';
import { NO_WORDS, type CatalogueEntry, type Finder, type Found } from '#domain/finding/finding.ts';

export type PackSearch = {
  /** Procedures for a query, best first; [] for an empty one. Guides only until the catalogue is there. */
  readonly find: (pack: ContentPack, query: string, province: string | null) => readonly Found[];
  /** Fetches the pack's catalogue and builds its index in pieces, unless it has it. Guides are found meanwhile. */
  readonly warm: (pack: ContentPack, mediaBase: string) => void;
  /** Calls back when more is found than before. Returns how to stop. */
  readonly onMore: (listener: () => void) => () => void;
  /** Changes when more is found than before. */
  readonly version: () => number;
};

export type SearchPorts = {
  /** The text at an address; null when it is not to be had. */
  readonly readText: (address: string) => Promise<string | null>;
  /** Runs a piece of work when nobody waits; `left` says how many ms may still be used. */
  readonly whenIdle: (task: (left: () => number) => void) => void;
  readonly complain: (trouble: string) => void;
};

/** Whoever has not found it by then types another word. */
const MOST_SHOWN = 12;
/** A slice of the index takes about one of them, ms. */
const ENOUGH_LEFT = 2;

type Known = { readonly pack: ContentPack; readonly finder: Finder };

/** Search over the pack in use: its guides at once, the national catalogue as soon as its index is built. */
export function createPackSearch(ports: SearchPorts): PackSearch {
  let guides: Known | null = null;
  let whole: Known | null = null;
  let wanted: ContentPack | null = null;
  let version = 0;
  const listeners = new Set<() => void>();

  const finderOf = (pack: ContentPack): Finder => {
    if (whole?.pack === pack) return whole.finder;
    if (guides?.pack !== pack) guides = { pack, finder: createFinder(sourceOf(pack, [])) };
    return guides.finder;
  };
  const done = (pack: ContentPack, finder: Finder): void => {
    whole = { pack, finder };
    guides = null;
    version += 1;
    for (const listener of listeners) listener();
  };
  const build = (pack: ContentPack, entries: Iterable<CatalogueEntry>): void => {
    const building = buildFinder(sourceOf(pack, entries));
    const goOn = (left: () => number): void => {
      do {
        // Another pack is in use by now: its own index is being built.
        if (wanted !== pack) return;
        const step = building.next();
        if (step.done === true) return done(pack, step.value);
      } while (left() > ENOUGH_LEFT);
      ports.whenIdle(goOn);
    };
    ports.whenIdle(goOn);
  };

  return {
    find: (pack, query, province) => finderOf(pack).find(query, { province, most: MOST_SHOWN }),
    warm: (pack, mediaBase) => {
      if (wanted === pack) return;
      wanted = pack;
      if (pack.catalogue === undefined) return ports.whenIdle(() => void (wanted === pack && finderOf(pack)));
      void fetchEntries(ports, `${mediaBase}${pack.catalogue}`).then((entries) => build(pack, entries));
    },
    onMore: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    version: () => version,
  };
}

function sourceOf({ guides, words }: ContentPack, catalogue: Iterable<CatalogueEntry>) {
  return { guides, words: words ?? NO_WORDS, catalogue };
}

/** None when the catalogue cannot be had: the guides are found all the same. */
async function fetchEntries({ readText, complain }: SearchPorts, address: string): Promise<Iterable<CatalogueEntry>> {
  const text = await readText(address);
  if (text === null) {
    complain('The catalogue of this pack could not be fetched; only guides are found.');
    return [];
  }
  const catalogue = readCatalogue(text);
  if (catalogue.ok) return catalogue.value.entries;
  complain(catalogue.error.message);
  return [];
}
