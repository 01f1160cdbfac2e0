import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { loadPack } from '#assets/check/load-pack.ts';
import { readPack } from '#assets/check/read-pack.ts';
import { readEntries } from '#assets/catalogue/import-catalogue.ts';
import { inProject } from '#build/project-root.ts';
import { writeCatalogue, readCatalogue } from '#contract/catalogue-file.ts';
import { createFinder } from '#domain/finding/find-procedures.ts';
import { NO_WORDS, type FindableGuide, type FindingWords } from '#domain/finding/finding.ts';
import { closeBrowser, openBrowser } from '#tests/driver/browser.ts';
import { goldenQueries, type GoldenQuery } from '#tests/fixtures/golden-queries.ts';
import { figureLine, isAcceptable, percentile, type Figure } from '../figure.ts';
import type { SearchPage } from './page.ts';

/**
 * `npm run bench:search [-- --catalogue FILE] [--json]`: the golden set against the pack's search, and how long a
 * keystroke takes in a real browser whose processor is slowed down. FILE is the national catalogue as JSON lines.
 */
const THROTTLE = 4;
const MOST_KEYSTROKE_MS = 8;
/** Each keystroke is repeated and its middle run counts, so that a moment lost to another program does not. */
const RUNS = 5;
const LEAST_FOUND = 95;
/** Among the first so many a citizen sees what they look for. */
const FIRST = 3;

const { values } = parseArgs({ options: { catalogue: { type: 'string' }, json: { type: 'boolean', default: false } } });
const { pack } = readPack((await loadPack(inProject('assets/pack'))).source);
const guides: readonly FindableGuide[] = pack.guides.map(({ guide }) => guide);
const words = pack.words ?? NO_WORDS;
const catalogue = values.catalogue === undefined ? null : openCatalogue(values.catalogue);
const known = new Set([...guides.map(({ code }) => code), ...(catalogue?.codes ?? [])]);
const asked = goldenQueries().filter(({ codes }) => codes.some((code) => known.has(code)) && (catalogue !== null || codes.every((code) => known.has(code))));
const misses = findMisses();
const figures = [...goldenFigures(), ...(await keystrokeFigures())];

if (values.json) console.log(JSON.stringify({ figures, misses }));
else {
  for (const figure of figures) console.log(figureLine(figure));
  console.log(misses.length === 0 ? '\nNothing was missed.' : '\nMissed:');
  for (const { half, kind, query, found } of misses) console.log(`  ${half}, ${kind}: "${query}" → ${found.join(' | ') || 'nothing'}`);
}
process.exitCode = figures.every(isAcceptable) ? 0 : 1;

function openCatalogue(file: string): { readonly text: string; readonly codes: readonly string[] } {
  const entries = readEntries(readFileSync(file, 'utf8'));
  if (typeof entries === 'string') throw new Error(`${file}: ${entries}`);
  return { text: writeCatalogue(entries), codes: entries.map(({ code }) => code) };
}

type Miss = GoldenQuery & { readonly found: readonly string[] };

function findMisses(): readonly Miss[] {
  const read = catalogue === null ? null : readCatalogue(catalogue.text);
  const finder = createFinder({ guides, words, catalogue: read?.ok === true ? read.value.entries : [] });
  return asked.flatMap((golden) => {
    const found = finder.find(golden.query, { province: golden.province }).slice(0, FIRST);
    const isRight = found.some(({ code }) => code !== null && golden.codes.includes(code));
    return isRight ? [] : [{ ...golden, found: found.map(({ code, name }) => `${code ?? ''} ${name.slice(0, 50)}`) }];
  });
}

function goldenFigures(): readonly Figure[] {
  const share = (name: string, of: (one: GoldenQuery) => boolean, least?: number): readonly Figure[] => {
    const all = asked.filter(of);
    const found = all.length - misses.filter(of).length;
    return all.length === 0 ? [] : [{ name: `${name}: ${found} of ${all.length} in the first three`, value: (100 * found) / all.length, unit: '%', ...(least === undefined ? {} : { least }) }];
  };
  return [
    ...share('golden queries', () => true, LEAST_FOUND),
    ...share('held out of tuning', ({ half }) => half === 'held-out', LEAST_FOUND),
    ...share('tuned on', ({ half }) => half === 'tuned', LEAST_FOUND),
    ...[...new Set(asked.map(({ kind }) => kind))].flatMap((kind) => share(`  ${kind}`, (one) => one.kind === kind)),
  ];
}

async function keystrokeFigures(): Promise<readonly Figure[]> {
  try {
    const page = await (await openBrowser()).newPage();
    await page.setContent('<!doctype html><title>search</title>');
    await page.addScriptTag({ content: await pageScript() });
    const input: [readonly FindableGuide[], FindingWords, string | null] = [guides, words, catalogue?.text ?? null];
    const built = await page.evaluate(([own, said, text]) => (window as unknown as { searchPage: SearchPage }).searchPage.load(own, said, text), input);
    const type = async (queries: readonly GoldenQuery[]): Promise<readonly (readonly number[])[]> => {
      const typed = queries.map(({ query, province }) => [query, province, RUNS] as const);
      return page.evaluate((all) => all.flatMap(([query, province, runs]) => (window as unknown as { searchPage: SearchPage }).searchPage.type(query, province, runs)), typed);
    };
    // A kiosk's search is warm after the first words of its first citizen.
    await type(asked.slice(0, 60));
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
    const runs = await type(asked);
    const times = runs.map((one) => percentile(one, 0.5));
    const all = runs.flat();
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    const p99 = percentile(times, 0.99);
    return [
      { name: 'procedures in the index', value: built.size, unit: '' },
      { name: 'catalogue file', value: Buffer.byteLength(catalogue?.text ?? '') / 1000, unit: 'kB' },
      { name: 'reading the file and building the index at one go', value: built.ms, unit: 'ms' },
      { name: `keystroke, ${times.length} of them, processor ${THROTTLE}× slower, p50`, value: percentile(times, 0.5), unit: 'ms' },
      { name: `keystroke, processor ${THROTTLE}× slower, p99`, value: p99, unit: 'ms', most: MOST_KEYSTROKE_MS },
      { name: 'keystroke, p99 as a ratio to its limit', value: p99 / MOST_KEYSTROKE_MS, unit: '×' },
      { name: `keystroke, processor ${THROTTLE}× slower, slowest`, value: times.reduce((most, one) => Math.max(most, one), 0), unit: 'ms' },
      { name: 'every run counted, with all that this machine did beside it, p99', value: percentile(all, 0.99), unit: 'ms' },
    ];
  } finally {
    await closeBrowser();
  }
}

/** The engine as the kiosk runs it, bundled for the page. */
async function pageScript(): Promise<string> {
  const out = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: true, lib: { entry: inProject('tests/bench/search/page.ts'), formats: ['iife'], name: 'bench' } },
  });
  const [bundle] = Array.isArray(out) ? out : [out];
  const chunk = bundle !== undefined && 'output' in bundle ? bundle.output[0] : undefined;
  if (chunk === undefined || chunk.type !== 'chunk') throw new Error('The search could not be bundled');
  return chunk.code;
}
