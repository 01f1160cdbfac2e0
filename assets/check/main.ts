import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { dayOf } from '#domain/calendar-day.ts';
import { checkPack } from './check-pack.ts';
import { loadPack } from './load-pack.ts';
import { formatProblem } from './problem.ts';
import { readPack } from './read-pack.ts';
import { formatSummary } from './format-summary.ts';
import { summarisePack } from './summarise-pack.ts';

const { values, positionals } = parseArgs({ options: { json: { type: 'boolean', default: false } }, allowPositionals: true });
const directory = positionals[0] ?? fileURLToPath(new URL('../pack', import.meta.url));
const today = dayOf(Date.now());

const loaded = await loadPack(directory);
const problems = [...loaded.problems, ...checkPack(loaded.source.documents, loaded.source.files, today)];
const summary = summarisePack(readPack(loaded.source).pack, today);

if (values.json) console.log(JSON.stringify({ problems, summary }, null, 2));
else for (const line of problems.length > 0 ? problems.map(formatProblem) : formatSummary(summary)) console.log(line);
process.exitCode = problems.length > 0 ? 1 : 0;
