import fc from 'fast-check';
import { arbitraryOf, SIGN } from './arbitrary-of.ts';
import { applyEdit } from './edits.ts';
import type { Opened, Target } from './target.ts';
import { ODD_SIGNS, type Edit } from './text-edits.ts';
import type { Trial } from './trial.ts';

/** fast-check keeps a little of every run; a new check begins after so many. */
const MOST_IN_CHECK = 20_000;

const edit: fc.Arbitrary<Edit> = fc.record({ how: fc.nat(), at: fc.nat(), what: fc.nat() }, { noNullPrototype: true });

/**
 * The generating engine: fast-check draws valid inputs from schemas, seeds and words, changes them by edits, and shrinks
 * what fails to the fewest edits of the plainest input.
 */
export async function runGenerated(target: Target, opened: Opened, trial: Trial, budget: number, seed: number): Promise<void> {
  const donors = opened.seeds.length === 0 ? [null] : opened.seeds;
  const inputs = fc.tuple(baseOf(target, opened), fc.array(edit, { maxLength: 4 })).map(([base, edits]) =>
    edits.reduce((input, each) => applyEdit(target.kind, input, each, { words: target.words ?? [], donor: donors[each.what % donors.length], largest: target.largest }), base),
  );
  for (let [left, round] = [budget, 0]; left > 0 && !trial.isOver(); round += 1) {
    // What is known already is not shrunk again, so that the run goes on to what is not.
    const known = new Set(trial.keys());
    let ran = 0;
    const result = await fc.check(
      fc.asyncProperty(inputs, async (input) => {
        ran += 1;
        const answer = trial.run(input);
        const key = answer instanceof Promise ? await answer : answer;
        return key === null || known.has(key);
      }),
      { numRuns: Math.min(left, MOST_IN_CHECK), seed: seed + round },
    );
    trial.notePeak();
    left -= Math.max(1, ran);
    if (result.failed && result.counterexample !== null) {
      const [smallest] = result.counterexample;
      const answer = trial.run(smallest);
      const key = answer instanceof Promise ? await answer : answer;
      if (key !== null) trial.smaller(key, smallest);
    }
  }
}

function baseOf(target: Target, { seeds, schemas }: Opened): fc.Arbitrary<unknown> {
  const known = seeds.length === 0 ? [] : [fc.constantFrom(...seeds)];
  switch (target.kind) {
    case 'json':
      return fc.oneof(...known, ...(schemas ?? []).map(arbitraryOf), ...(known.length + (schemas?.length ?? 0) === 0 ? [fc.jsonValue()] : []));
    case 'text': {
      const words = [...(target.words ?? []), ...ODD_SIGNS];
      return fc.oneof(...known, fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((some) => some.join('')), fc.string({ unit: SIGN, maxLength: Math.min(200, target.largest) }));
    }
    case 'bytes':
      return fc.oneof(...known, fc.uint8Array({ maxLength: Math.min(512, target.largest) }));
  }
}
