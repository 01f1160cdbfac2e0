import type { FastifyInstance } from 'fastify';
import type { ShippedPack } from '../library-ports.ts';
import type { Clock, Rephraser } from '../ports.ts';
import type { LibraryRepository } from '../repositories/library.ts';
import type { Gates } from '../routes/gates.ts';
import { rephraseRoute } from '../routes/rephrase-route.ts';
import type { Library } from '../services/library/library.ts';
import { ownTexts } from '../services/rephrase/own-texts.ts';
import { rephrasing } from '../services/rephrase/rephrasing.ts';

/** The endpoint, and the pack whose texts it may be given beside those that were published. */
export type RephrasePorts = { readonly rephraser: Rephraser; readonly pack: ShippedPack };

type Wired = {
  readonly clock: Clock;
  readonly library: Library | null;
  readonly files: LibraryRepository['files'];
  /** Left out: off. */
  readonly rephrase?: RephrasePorts | null | undefined;
};

export function wireRephrase(app: FastifyInstance, { clock, library, files, rephrase }: Wired, gates: Gates): void {
  const own = rephrase ? ownTexts({ pack: rephrase.pack, library: library === null ? null : { manifests: library.manifests, blobs: library.blobs, files } }) : null;
  rephraseRoute(app, { gates, rephrase: rephrase && own ? rephrasing({ clock, rephraser: rephrase.rephraser, texts: own }) : null });
}
