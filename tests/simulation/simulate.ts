import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { addFigures, addOutcome, noFigures, tableOf, type Figures } from './figures.ts';
import { openPlayer, type Player } from './play-seeds.ts';
import { kindOf, shrink } from './shrink.ts';
import { tellStory } from './story.ts';
import { describe } from './make-happen.ts';
import { tryMutants } from './try-mutants.ts';
import { realMilliseconds } from './virtual-time.ts';

const USAGE = 'npm run simulate -- --seeds 1..10000 [--json] | --story SEED | --mutants [--only NAME] [--seeds 1..400]';
/** Seeds that one process plays: its beginning costs less than a hundredth, and its memory stays small. */
const PIECE = 500;
/** Fewer are not worth a process of their own. */
const LEAST_PIECE = 10;

type Seeds = { readonly from: number; readonly to: number };

type Call = Seeds & { readonly json: boolean; readonly story: number | null; readonly mutants: boolean; readonly only: string | null; readonly untilWrong: boolean };

function parseCall(words: readonly string[]): Call | null {
  const valueOf = (name: string): string | null => words[words.indexOf(name) + 1] ?? null;
  const seeds = words.includes('--seeds') ? valueOf('--seeds') : words.includes('--mutants') ? '1..400' : '1..1000';
  const [, from, to] = /^(\d{1,9})(?:\.\.(\d{1,9}))?$/.exec(seeds ?? '') ?? [];
  const story = words.includes('--story') ? valueOf('--story') : null;
  if (from === undefined || (words.includes('--story') && !/^\d{1,9}$/.test(story ?? ''))) return null;
  return {
    from: Number(from), to: Number(to ?? from), story: story === null ? null : Number(story), json: words.includes('--json'),
    mutants: words.includes('--mutants'), only: words.includes('--only') ? valueOf('--only') : null, untilWrong: words.includes('--until-wrong'),
  };
}

/** Plays seeds in this process; `isEnough` may end it early. */
async function playSome(player: Player, { from, to }: Seeds, isEnough: (figures: Figures) => boolean = () => false): Promise<Figures> {
  const figures = noFigures();
  for (let seed = from; seed <= to && !isEnough(figures); seed += 1) addOutcome(figures, await player.play(tellStory(seed)));
  return figures;
}

/** Shares the seeds among as many processes as there are cores. */
async function playAll({ from, to }: Seeds): Promise<Figures> {
  const cores = availableParallelism();
  const size = Math.min(PIECE, Math.max(LEAST_PIECE, Math.ceil((to - from + 1) / cores)));
  const pieces = Array.from({ length: Math.ceil((to - from + 1) / size) }, (_, index) => ({ from: from + index * size, to: Math.min(to, from + (index + 1) * size - 1) }));
  const figures = noFigures();
  const work = async (): Promise<void> => {
    for (let piece = pieces.shift(); piece !== undefined; piece = pieces.shift()) addFigures(figures, await playInWorker(piece));
  };
  await Promise.all(Array.from({ length: Math.min(cores, pieces.length) }, work));
  figures.failed.sort((one, other) => one.seed - other.seed);
  return figures;
}

function playInWorker({ from, to }: Seeds): Promise<Figures> {
  const child = fork(fileURLToPath(import.meta.url), ['--worker', `${from}..${to}`], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  return new Promise((resolve, reject) => {
    child.once('message', (figures) => resolve(figures as Figures));
    child.once('exit', (code) => reject(new Error(`a worker ended with ${code} before it was done`)));
  });
}

/** Prints what happens in one seed, and, when something is wrong, the shortest story that still shows it. */
async function printStory(seed: number): Promise<number> {
  const player = await openPlayer();
  const outcome = await player.play(tellStory(seed), true);
  process.stdout.write(`${outcome.lines.join('\n')}\ndigest ${outcome.digest}\n`);
  if (outcome.wrongs.length > 0) process.stdout.write(`\n${await shortest(player, seed)}\n`);
  player.close();
  return outcome.wrongs.length === 0 ? 0 : 1;
}

async function shortest(player: Player, seed: number): Promise<string> {
  const story = tellStory(seed);
  const short = await shrink(player, story, kindOf(await player.play(story)));
  const { wrongs, lines } = await player.play(short, true);
  return [
    `Seed ${seed}: ${short.happenings.length} of ${story.happenings.length} happenings are enough:`,
    ...short.happenings.map((happening) => `  after ${(happening.at / 1_000).toFixed(1)} s ${describe(happening)}`),
    'What happens:', ...lines.map((line) => `  ${line}`), 'What is wrong:', ...wrongs.map((wrong) => `  ${wrong}`), `Again: npm run simulate -- --story ${seed}`,
  ].join('\n');
}

async function printAll(call: Call): Promise<number> {
  const began = realMilliseconds();
  const figures = await playAll(call);
  const seconds = (realMilliseconds() - began) / 1_000;
  const [first] = figures.failed;
  if (call.json) {
    const { seeds, taps, lost, doubled, injected, counts, failed } = figures;
    process.stdout.write(`${JSON.stringify({ seeds, taps, lost, doubled, wrong: failed.length, seconds: Math.round(seconds * 10) / 10, injected, counts, failed: failed.slice(0, 20) })}\n`);
  } else {
    process.stdout.write(`${tableOf(figures, seconds)}\n`);
    for (const { seed, wrongs } of figures.failed.slice(0, 20)) process.stdout.write(`  seed ${seed}: ${wrongs[0]}\n`);
    if (first !== undefined) {
      const player = await openPlayer();
      process.stdout.write(`\n${await shortest(player, first.seed)}\n`);
      player.close();
    }
  }
  return first === undefined && figures.lost === 0 && figures.doubled === 0 ? 0 : 1;
}

async function run(words: readonly string[]): Promise<number> {
  if (words[0] === '--worker') {
    const [from = 1, to = 1] = (words[1] ?? '').split('..').map(Number);
    const player = await openPlayer();
    const figures = await playSome(player, { from, to });
    player.close();
    await new Promise((done) => void process.send?.(figures, done));
    return 0;
  }
  if (words.includes('--help')) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const call = parseCall(words);
  if (call === null) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  if (call.mutants) return tryMutants(call);
  if (call.story !== null) return printStory(call.story);
  if (!call.untilWrong) return printAll(call);
  const player = await openPlayer();
  const figures = await playSome(player, call, ({ failed }) => failed.length > 0);
  player.close();
  process.stdout.write(`${JSON.stringify({ seeds: figures.seeds, failed: figures.failed })}\n`);
  return figures.failed.length === 0 ? 0 : 1;
}

process.exit(await run(process.argv.slice(2)));
