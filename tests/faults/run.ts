import { parseArgs } from 'node:util';
import type { Fault, FaultResult } from './fault.ts';
import { FAULTS } from './faults.ts';
import { inOwnMounts } from './own-mounts.ts';

/**
 * `npm run faults [-- --only NAME --tries N --seed S --json]`: breaks processes, disks, lines and pictures one after the
 * other and prints one table of figures. `--only` may be given more than once and takes the beginning of a name.
 * Ends with 1 when a tap was lost or doubled or a promise did not hold.
 */
type Row = FaultResult & { readonly name: string; readonly title: string; readonly seconds: number };

const inside = inOwnMounts();
if (inside !== null) process.exit(inside);

const { values } = parseArgs({
  options: { only: { type: 'string', multiple: true }, tries: { type: 'string' }, seed: { type: 'string' }, json: { type: 'boolean', default: false }, list: { type: 'boolean', default: false } },
});
const seed = wholeNumber(values.seed, 'seed') ?? 1;
const tries = wholeNumber(values.tries, 'tries');
const only = values.only ?? [];
const chosen = FAULTS.filter(({ name }) => only.length === 0 || only.some((wanted) => name.startsWith(wanted)));
if (values.list) {
  for (const { name, title } of FAULTS) process.stdout.write(`${name.padEnd(28)} ${title}\n`);
  process.exit(0);
}
if (chosen.length === 0) {
  process.stderr.write(`No fault is called ${only.join(' or ')}: ${FAULTS.map(({ name }) => name).join(', ')}\n`);
  process.exit(2);
}

const rows: Row[] = [];
for (const fault of chosen) rows.push(await runOne(fault));
const broken = rows.filter(isBroken);
const couldNotRun = rows.filter(({ could }) => could !== 'run');
if (values.json) {
  const sum = (of: (row: Row) => number): number => rows.reduce((total, row) => total + of(row), 0);
  const figures = { seed, faults: rows.length, tries: sum((row) => row.tries), lost: sum((row) => row.lost), doubled: sum((row) => row.doubled), broken: broken.length, couldNotRun: couldNotRun.length };
  process.stdout.write(`${JSON.stringify({ ...figures, results: rows })}\n`);
} else printTable();
process.exit(broken.length === 0 ? 0 : 1);

async function runOne({ name, title, run }: Fault): Promise<Row> {
  const say = (line: string): void => void process.stderr.write(`  ${name}: ${line}\n`);
  if (!values.json) process.stderr.write(`${name}: ${title}\n`);
  const started = performance.now();
  const result = await run({ tries, seed, say }).catch((error: unknown): FaultResult => {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { tries: 1, lost: 0, doubled: 0, found: [`not survived: ${detail}`], could: 'run' };
  });
  return { name, title, ...result, seconds: Math.round((performance.now() - started) / 100) / 10 };
}

function isBroken({ lost, doubled, found = [] }: Row): boolean {
  return lost > 0 || doubled > 0 || found.length > 0;
}

function printTable(): void {
  const line = (cells: readonly string[]): string => `${(cells[0] ?? '').padEnd(3)}${(cells[1] ?? '').padEnd(28)}${cells.slice(2).map((cell) => cell.padStart(9)).join('')}\n`;
  process.stdout.write(line(['', 'fault', 'tries', 'lost', 'doubled', 'worst s', 'took s']));
  for (const row of rows) {
    const worst = row.worstMs === undefined ? '' : (row.worstMs / 1_000).toFixed(1);
    const sign = row.could !== 'run' ? '?' : isBroken(row) ? '✗' : '✓';
    process.stdout.write(line([sign, row.name, String(row.tries), String(row.lost), String(row.doubled), worst, row.seconds.toFixed(1)]));
    for (const note of row.notes ?? []) process.stdout.write(`     ${note}\n`);
    for (const defect of row.found ?? []) process.stdout.write(`   ✗ ${defect}\n`);
  }
  for (const { name, could } of couldNotRun) process.stdout.write(`\n*** ${name} COULD NOT RUN HERE: ${could}\n`);
  process.stdout.write(`\n${rows.length - couldNotRun.length} faults ran with seed ${seed}, ${broken.length} broke a promise, ${couldNotRun.length} could not run here.\n`);
}

function wholeNumber(text: string | undefined, name: string): number | null {
  if (text === undefined) return null;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  process.stderr.write(`--${name} is a whole number, not ${text}\n`);
  process.exit(2);
}
