import type { PrintPage } from '#host/create-host.ts';
import { failure, success } from '#domain/result.ts';
import type { ShellContents } from './shell-api.ts';

/** A printer that says nothing for this long has failed, ms; the page waits 15 s for any answer. */
const PATIENCE_MS = 12_000;
const MICROMETRES = 1_000;

/**
 * Prints the window's page on the system's standard printer. The page's own @page rule agrees with this size and sets
 * the margins. `success` of Electron means that the system took the job.
 */
export function printPage(shown: () => ShellContents | null): PrintPage {
  return ({ widthMm, heightMm }) =>
    new Promise((resolve) => {
      const contents = shown();
      if (contents === null || contents.isDestroyed()) return resolve(failure('SHELL_CANNOT_PRINT', 'there is no window'));
      const patience = setTimeout(() => resolve(failure('SHELL_PRINT_FAILED', 'the printer did not answer')), PATIENCE_MS);
      const pageSize = { width: widthMm * MICROMETRES, height: heightMm * MICROMETRES };
      contents.print({ silent: true, printBackground: true, margins: { marginType: 'default' }, pageSize }, (done, reason) => {
        clearTimeout(patience);
        resolve(done ? success(null) : failure('SHELL_PRINT_FAILED', reason));
      });
    });
}
