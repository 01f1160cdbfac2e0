import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { drawPages } from './draw-pages.ts';

/*
 * `node make-pages.mjs --pack DIR --out DIR --today YYYY-MM-DD`: the page maker of a build, bundled beside that build's
 * files. It stands alone, because the centre runs it where there is no source, and JSX needs a transform.
 */
const { values } = parseArgs({ options: { pack: { type: 'string' }, out: { type: 'string' }, today: { type: 'string' } } });
const { pack, out, today } = values;
if (pack === undefined || out === undefined || today === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(today)) {
  process.stderr.write('make-pages --pack DIR --out DIR --today YYYY-MM-DD\n');
  process.exitCode = 2;
} else {
  try {
    const { pages } = await drawPages({ pack, out, today, phone: dirname(fileURLToPath(import.meta.url)) });
    process.stdout.write(`${pages}\n`);
  } catch (cause) {
    // One line: the centre puts it into its log.
    process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
    process.exitCode = 1;
  }
}
