import { GuideOrCard, Reason } from '#contract/content-pack.ts';
import { parserOf } from '#contract/parse.ts';
import { procedureId } from '#domain/procedure-id.ts';
import { Type } from 'typebox';
import type { LibraryRepository } from '../../repositories/library.ts';
import type { ContentNames, GuideName, ReasonName } from '../day/content-names.ts';
import type { PackDocuments } from './pack-documents.ts';

const parseReasons = parserOf(Type.Array(Reason));
const parseGuide = parserOf(GuideOrCard);
const NAMING = /^(?:reasons\.json|guides\/.+\.json)$/;
/** What was published longer ago than so many editions is named by the program's own pack or by its id. */
const EDITIONS = 50;

export type PublishedNames = {
  /** Always the newest; parts are read anew at each use. */
  readonly names: ContentNames;
  /** Looks whether anything was published since. Calls must not overlap. */
  follow(this: void): Promise<'unchanged' | 'renamed'>;
};

type Ports = {
  readonly library: Pick<LibraryRepository, 'publications' | 'files' | 'revision'>;
  readonly documents: Pick<PackDocuments, 'read'>;
};

/**
 * What reasons and guides are called: by the newest publication that has them, else by an older one, for figures of
 * last year keep their names, else by the pack that came with the program.
 */
export function publishedNames(shipped: ContentNames, { library, documents }: Ports): PublishedNames {
  let known = shipped;
  let revision: number | null = null;
  return {
    names: {
      get reasons() {
        return known.reasons;
      },
      get guides() {
        return known.guides;
      },
    },
    async follow() {
      const now = await library.revision();
      if (now === revision) return 'unchanged';
      const editions = [...new Set((await library.publications()).map(({ edition }) => edition))].slice(0, EDITIONS);
      const reasons = new Map(shipped.reasons);
      const guides = new Map(shipped.guides);
      for (const edition of editions.toReversed()) {
        for (const { path, sha256 } of await library.files(edition)) {
          if (NAMING.test(path)) nameBy(await documents.read(sha256), path, { reasons, guides });
        }
      }
      known = { reasons, guides };
      revision = now;
      return 'renamed';
    },
  };
}

type Names = { readonly reasons: Map<string, ReasonName>; readonly guides: Map<string, GuideName> };

/** Adds what one document of a pack names. A document that cannot be read names nothing. */
export function nameBy(document: unknown, path: string, { reasons, guides }: Names): void {
  if (path === 'reasons.json') {
    const parsed = parseReasons(document);
    for (const { id, text, after, factor } of parsed.ok ? parsed.value : []) reasons.set(id, { text, after, factor: factor ?? null });
    return;
  }
  const parsed = parseGuide(document);
  if (!parsed.ok) return;
  const guide = parsed.value;
  guides.set(procedureId(guide), { title: guide.title, field: guide.field, steps: guide.kind === 'guide' ? guide.steps.map(({ id, name }) => ({ id, name })) : [] });
}
