import type { Guide } from '#contract/content-pack.ts';
import type { Answers } from '#domain/condition.ts';
import { allAnswerPaths, keyFactsFor, openQuestions, papersFor, stepsFor } from '#domain/guide-path.ts';
import { buildFragment } from '#domain/handoff-fragment.ts';
import { FEWEST_STEPS, LONGEST_CENTRE_HOST, LONGEST_HANDOFF_URL, MOST_STEPS } from '../limits.ts';
import type { PathProblem } from './paths.ts';

/** Walks every way through a guide's questions: none may be empty, and no answer may be idle. */
export function checkWays(guide: Guide): readonly PathProblem[] {
  const ways = allAnswerPaths(guide).map((answers) => walk(guide, answers));
  return [
    ...ways.flatMap((way) => emptyWay(way)),
    ...unreached(guide, ways),
    ...idleOptions(guide, ways),
    ...longestAddress(guide, ways),
  ];
}

type Way = {
  readonly answers: Answers;
  readonly questions: readonly string[];
  readonly papers: readonly string[];
  readonly steps: readonly string[];
  readonly times: readonly number[];
  readonly fees: readonly number[];
};

function walk(guide: Guide, answers: Answers): Way {
  const idOf = (part: { readonly id: string }): string => part.id;
  return {
    answers,
    questions: openQuestions(guide, answers).map(idOf),
    papers: papersFor(guide, answers).map(idOf),
    steps: stepsFor(guide, answers).map(idOf),
    times: keyFactsFor(guide.time, answers).map((fact) => guide.time.indexOf(fact)),
    fees: keyFactsFor(guide.fee, answers).map((fact) => guide.fee.indexOf(fact)),
  };
}

function emptyWay(way: Way): readonly PathProblem[] {
  const named = Object.entries(way.answers).map(([question, option]) => `${question}${option}`).join(' ');
  const after = named === '' ? 'this guide' : `after the answers ${named} the guide`;
  return [
    ...(way.papers.length === 0 ? [{ path: 'papers', message: `${after} lists no paper; a citizen must bring something` }] : []),
    ...(way.steps.length < FEWEST_STEPS || way.steps.length > MOST_STEPS
      ? [{ path: 'steps', message: `${after} has ${way.steps.length} steps; make it ${FEWEST_STEPS} to ${MOST_STEPS} (E103)` }]
      : []),
    ...(way.times.length === 0 ? [{ path: 'time', message: `${after} says no time; add one for this case` }] : []),
    ...(way.fees.length === 0 ? [{ path: 'fee', message: `${after} says no fee; add one for this case` }] : []),
  ];
}

function unreached(guide: Guide, ways: readonly Way[]): readonly PathProblem[] {
  const lists = [
    { path: 'questions', ids: guide.questions.map(({ id }) => id), reached: ways.flatMap((way) => way.questions) },
    { path: 'papers.list', ids: guide.papers.list.map(({ id }) => id), reached: ways.flatMap((way) => way.papers) },
    { path: 'steps', ids: guide.steps.map(({ id }) => id), reached: ways.flatMap((way) => way.steps) },
  ];
  return lists.flatMap(({ path, ids, reached }) =>
    ids.flatMap((id, i) =>
      reached.includes(id) ? [] : [{ path: `${path}.${i}`, message: `"${id}" is shown after no answers; correct its "when"` }],
    ),
  );
}

/** Two options of a question with the same outcome everywhere are one option, and a wasted question. */
function idleOptions(guide: Guide, ways: readonly Way[]): readonly PathProblem[] {
  return guide.questions.flatMap((question, i) => {
    const outcomes = question.options.map((option) => outcomeOf(question.id, option.id, ways));
    return question.options.flatMap((option, j) => {
      const first = outcomes.indexOf(outcomes[j] ?? '');
      const twin = question.options[first];
      if (first === j || twin === undefined) return [];
      const message = `option "${option.id}" changes nothing against option "${twin.id}"; let it change papers, steps, a fact or a question, or remove it`;
      return [{ path: `questions.${i}.options.${j}`, message }];
    });
  });
}

function outcomeOf(question: string, option: string, ways: readonly Way[]): string {
  const lines = ways
    .filter((way) => way.answers[question] === option)
    .map(({ answers, ...outcome }) => JSON.stringify([{ ...answers, [question]: '' }, outcome]));
  return lines.join('\n');
}

function longestAddress(guide: Guide, ways: readonly Way[]): readonly PathProblem[] {
  const longest = Math.max(
    ...ways.map((way) => {
      const fragment = buildFragment({ step: way.steps.length, answers: way.answers });
      return 'https://'.length + LONGEST_CENTRE_HOST + `/g/${guide.slug}#${fragment}`.length;
    }),
  );
  if (longest <= LONGEST_HANDOFF_URL) return [];
  const message = `makes a hand-off address of ${longest} bytes with a centre's host of ${LONGEST_CENTRE_HOST}; at most ${LONGEST_HANDOFF_URL} (E130), so shorten it by ${longest - LONGEST_HANDOFF_URL}`;
  return [{ path: 'slug', message }];
}
