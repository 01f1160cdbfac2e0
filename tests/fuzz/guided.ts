import type { Coverage } from './coverage.ts';
import { applyEdit } from './edits.ts';
import { minimise } from './minimise.ts';
import { randomFrom } from './random.ts';
import type { Opened, Target } from './target.ts';
import type { Trial } from './trial.ts';

/** So many inputs run before V8 is asked what they reached: asking costs some. A count and no time, so that a seed always does the same. */
const BATCH = { quick: 400, slow: 25 } as const;
/** A target with a smaller share is one whose inputs take long. */
const QUICK_SHARE = 3;
const MOST_KEPT = 3_000;
const MOST_EDITS = 6;

export type Corpus = { readonly kept: number; readonly reached: number };

/**
 * The coverage-guided engine: changes inputs that are known, and keeps those that reach code nothing reached before, so
 * that the next change starts from there.
 */
export async function runGuided(target: Target, opened: Opened, trial: Trial, coverage: Coverage, budget: number, seed: number): Promise<Corpus> {
  const random = randomFrom(seed);
  const corpus: unknown[] = [...opened.seeds];
  // What ran before is forgotten: those inputs are in nobody's corpus.
  coverage.hasNew(false);
  for (const one of opened.seeds) await attempt(target, trial, one);
  coverage.hasNew(true);
  const most = target.share < QUICK_SHARE ? BATCH.slow : BATCH.quick;
  let done = opened.seeds.length;
  while (done < budget && !trial.isOver()) {
    const batch: unknown[] = [];
    while (batch.length < most && done + batch.length < budget) {
      const input = changed(target, corpus, random);
      batch.push(input);
      await attempt(target, trial, input);
    }
    done += batch.length;
    trial.notePeak();
    if (!coverage.hasNew(false)) continue;
    await keepNew(batch, (input) => quietly(opened, trial, input), coverage.hasNew, (input) => corpus.length < MOST_KEPT && corpus.push(input));
  }
  return { kept: corpus.length, reached: coverage.size() };
}

/** Of a batch that reached something new, those inputs that did: halves are run again, and left when they reach nothing. */
async function keepNew(batch: readonly unknown[], runAgain: (input: unknown) => Promise<void>, hasNew: (keep: boolean) => boolean, keep: (input: unknown) => void): Promise<void> {
  for (const input of batch) await runAgain(input);
  if (batch.length === 1) {
    if (hasNew(true)) keep(batch[0]);
    return;
  }
  if (!hasNew(false)) return;
  const half = Math.ceil(batch.length / 2);
  await keepNew(batch.slice(0, half), runAgain, hasNew, keep);
  await keepNew(batch.slice(half), runAgain, hasNew, keep);
}

async function quietly(opened: Opened, trial: Trial, input: unknown): Promise<void> {
  trial.announce(input);
  try {
    await opened.run(input);
  } catch {
    // Noted when it ran for the first time.
  }
}

/** Newer inputs reach further, and are changed more often. */
function changed(target: Target, corpus: readonly unknown[], random: () => number): unknown {
  const pick = (): unknown => corpus[random() % 3 === 0 ? Math.max(0, corpus.length - 1 - (random() % Math.min(corpus.length, 40))) : random() % corpus.length];
  let input = pick();
  const edits = 1 + (random() % MOST_EDITS);
  for (let count = 0; count < edits; count += 1) {
    input = applyEdit(target.kind, input, { how: random(), at: random(), what: random() }, { words: target.words ?? [], donor: pick(), largest: target.largest });
  }
  return input;
}

async function attempt(target: Target, trial: Trial, input: unknown): Promise<void> {
  const before = trial.findings();
  const answer = trial.run(input);
  const key = answer instanceof Promise ? await answer : answer;
  if (key === null || trial.findings() === before) return;
  const keyOfRun = async (other: unknown): Promise<boolean> => {
    const again = trial.run(other);
    return (again instanceof Promise ? await again : again) === key;
  };
  trial.smaller(key, await minimise(target.kind, input, keyOfRun));
}
