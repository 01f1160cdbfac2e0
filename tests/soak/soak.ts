import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { buildParts } from '#build/parts/build-parts.ts';
import { round } from '#tests/bench/figure.ts';
import { closeBrowser, openBrowser } from '#tests/driver/browser.ts';
import { findEntrySize, findSlopes, WARM_UP, type SlopeRow } from './report.ts';
import { runSoak } from './run-soak.ts';
import { STEADY_CODE } from './steady-code.ts';

/**
 * `npm run soak [-- --hours H --leak page|host --json]`: ten minutes unless told otherwise. Ends with 1 when something
 * grows, a clip could not be played, a tap is not in the centre or an entry's size is not constant.
 */
const DEFAULT_HOURS = 1 / 6;
const { values } = parseArgs({ options: { hours: { type: 'string' }, leak: { type: 'string' }, json: { type: 'boolean', default: false } } });
const leak = values.leak === 'page' || values.leak === 'host' ? values.leak : null;
const hours = Number(values.hours ?? DEFAULT_HOURS);
// A planted leak is one of every touch or every look: many short rounds show it best.
const length = leak === null ? { wakeMs: 8_000, loopMs: 4_000 } : { wakeMs: 2_000, loopMs: 500 };
if (!(hours > 0 && hours <= 24 * 31)) {
  process.stderr.write(`--hours is a number above 0, not ${values.hours}\n`);
  process.exit(2);
}

const built = await buildParts({ force: false, log: (line) => process.stderr.write(`${line}\n`) });
if (built.some((result) => !result.ok && result.name !== 'build electron')) process.exit(1);
const run = await runSoak(await openBrowser([`--js-flags=${STEADY_CODE.join(' ')}`]), { span: hours * 3_600_000, ...length, leak, say: (line) => void process.stderr.write(`${line}\n`) });
await closeBrowser();

const slopes = findSlopes(run.samples);
const entry = findEntrySize(run.samples);
const growing = slopes.filter(({ verdict }) => verdict === 'grows');
const isWhole = run.taps.thanked === run.taps.received && run.clipsBlocked === 0 && run.complaints.length === 0;
const isGood = growing.length === 0 && isWhole && entry.isConstant;
const { samples, ...counts } = run;
const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, Node ${process.versions.node}`;

if (values.json) process.stdout.write(`${JSON.stringify({ ok: isGood, machine, ...counts, entry, slopes, samples })}\n`);
else {
  process.stdout.write(`${machine}\n${run.seconds} s, ${run.rounds} rounds: ${Object.entries(run.done).map(([what, count]) => `${count} ${what}`).join(', ')}, ${run.clipsPlayed} clips, ${run.contentSwitches} changes of content, ${run.lineCuts} cuts of the line\n\n`);
  process.stdout.write(`Slopes for every 1,000 visits, the first ${WARM_UP * 100} % of ${samples.length} samples left out\n`);
  for (const row of slopes) process.stdout.write(slopeLine(row));
  process.stdout.write(`${entry.isConstant ? '✓' : '✗'} ${'ledger: bytes an entry'.padEnd(40)} ${round(entry.first)} in the first half, ${round(entry.second)} in the second, ${entry.entries} entries\n`);
  process.stdout.write(`${isWhole ? '✓' : '✗'} ${run.taps.thanked} taps thanked for, ${run.taps.received} in the centre; ${run.clipsBlocked} clips refused by the browser; ${run.complaints.length} errors of the page\n`);
  for (const complaint of run.complaints.slice(0, 5)) process.stdout.write(`    ${complaint}\n`);
}
process.exit(isGood ? 0 : 1);

function slopeLine({ name, unit, last, slope, verdict }: SlopeRow): string {
  const words = { level: 'indistinguishable from zero', grows: 'GROWS', falls: 'falls', unknown: 'too few samples' }[verdict];
  const range = slope === null ? '' : `${round(slope.slope)} [${round(slope.low)} … ${round(slope.high)}] ${unit}`;
  return `${verdict === 'grows' ? '✗' : '✓'} ${name.padEnd(40)} ${`${round(last)} ${unit}`.padStart(12)}  ${range.padEnd(44)} ${words}\n`;
}
