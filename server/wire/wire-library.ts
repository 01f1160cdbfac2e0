import type { FastifyInstance } from 'fastify';
import { blobRoutes } from '../routes/blob-routes.ts';
import type { Gates } from '../routes/gates.ts';
import { libraryRoutes } from '../routes/library-routes.ts';
import type { Library } from '../services/library/library.ts';

/** Often enough for a disk, seldom enough to cost nothing. */
const SWEEP_MS = 6 * 60 * 60_000;

export type LibraryWiring = { readonly gates: Gates; readonly blobsPublic: boolean };

/** The content library's pages for staff, what kiosks load, and the sweep of files that nobody needs. */
export function wireLibrary(app: FastifyInstance, library: Library, { gates, blobsPublic }: LibraryWiring): void {
  blobRoutes(app, { gates, library, isPublic: blobsPublic });
  libraryRoutes(app, { gates, library });
  const timer = setInterval(() => {
    library.sweep().then(
      (gone) => gone.length > 0 && app.log.info({ files: gone.length }, 'files that nobody needs any more were removed'),
      (cause: unknown) => app.log.error({ err: cause }, 'the sweep of library files failed; the next one comes in six hours'),
    );
  }, SWEEP_MS);
  timer.unref();
  app.addHook('onClose', async () => clearInterval(timer));
}
