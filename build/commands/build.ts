import { buildParts } from '../parts/build-parts.ts';

/** `npm run build [-- --force]`: builds what is missing or stale into dist/. */
const results = await buildParts({ force: process.argv.includes('--force'), log: console.log });
if (results.length === 0) console.log('Everything in dist/ is fresh.');
process.exitCode = results.every((result) => result.ok) ? 0 : 1;
