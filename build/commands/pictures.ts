import { spawn } from 'node:child_process';
import { buildParts } from '../parts/build-parts.ts';
import { ROOT } from '../project-root.ts';

/** `npm run pictures [-- <word> …]`: builds what is stale, then takes the pictures in docs/pictures (tests/pictures). */
const built = await buildParts({ force: false, log: console.log });
if (built.some((result) => !result.ok && result.name !== 'build electron')) process.exit(1);
const child = spawn(process.execPath, ['tests/pictures/take-pictures.ts', ...process.argv.slice(2)], { cwd: ROOT, stdio: 'inherit' });
child.once('exit', (code) => process.exit(code ?? 1));
