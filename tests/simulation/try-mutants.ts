import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inProject } from '#build/project-root.ts';
import { MUTANTS, type Mutant } from './mutants.ts';

/** What a simulation reads of the project. */
const SOURCES = ['contract', 'domain', 'host', 'server', 'tests/simulation', 'tests/fakes', 'tests/fixtures/clips', 'build/project-root.ts', 'package.json'];

export type Tried = { readonly name: string; readonly caught: boolean; readonly seeds: number; readonly wrong: string };

/** Why a mutant cannot be made; null: it can. A text that is gone or stands twice is no exact change. */
export function findMisfit({ edits }: Mutant): string | null {
  for (const { file, find } of edits) {
    const count = readFileSync(inProject(file), 'utf8').split(find).length - 1;
    if (count !== 1) return `${file} holds ${count} times: ${find}`;
  }
  return null;
}

/** Makes each mistake in a copy of the sources and plays seeds until one fails. Prints a table; 1 when one is not caught. */
export async function tryMutants({ from, to, only, json }: { readonly from: number; readonly to: number; readonly only: string | null; readonly json: boolean }): Promise<number> {
  const chosen = MUTANTS.filter(({ name }) => only === null || name.includes(only));
  const misfits = chosen.map((mutant) => ({ name: mutant.name, why: findMisfit(mutant) })).filter(({ why }) => why !== null);
  for (const { name, why } of misfits) process.stderr.write(`${name}: ${why}\n`);
  if (misfits.length > 0 || chosen.length === 0) return 1;
  const waiting = [...chosen];
  const tried: Tried[] = [];
  const work = async (): Promise<void> => {
    for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
      const one = await tryMutant(mutant, { from, to });
      tried.push(one);
      if (!json) process.stdout.write(`${one.caught ? 'caught    ' : 'NOT CAUGHT'} after ${String(one.seeds).padStart(4)} seeds  ${one.name.padEnd(56)} ${one.wrong.slice(0, 90)}\n`);
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), chosen.length) }, work));
  const missed = tried.filter(({ caught }) => !caught);
  if (json) process.stdout.write(`${JSON.stringify({ mutants: tried.length, caught: tried.length - missed.length, tried })}\n`);
  else process.stdout.write(`${tried.length} mutants, ${tried.length - missed.length} caught\n`);
  return missed.length === 0 ? 0 : 1;
}

/** Never touches the checkout. */
export async function tryMutant(mutant: Mutant, { from, to }: { readonly from: number; readonly to: number }): Promise<Tried> {
  const folder = mkdtempSync(join(tmpdir(), 'mutant-'));
  try {
    for (const source of SOURCES) {
      mkdirSync(dirname(join(folder, source)), { recursive: true });
      cpSync(inProject(source), join(folder, source), { recursive: true });
    }
    symlinkSync(inProject('node_modules'), join(folder, 'node_modules'));
    for (const { file, find, put } of mutant.edits) writeFileSync(join(folder, file), readFileSync(join(folder, file), 'utf8').replace(find, () => put));
    const said = await printed(folder, ['tests/simulation/simulate.ts', '--seeds', `${from}..${to}`, '--until-wrong']);
    const { seeds, failed } = JSON.parse(said) as { readonly seeds: number; readonly failed: readonly { readonly wrongs: readonly string[] }[] };
    return { name: mutant.name, caught: failed.length > 0, seeds, wrong: failed[0]?.wrongs[0] ?? '' };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function printed(folder: string, words: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [...words], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (piece: Buffer) => (text += piece.toString('utf8')));
  return new Promise((resolve) => child.once('close', () => resolve(text)));
}
