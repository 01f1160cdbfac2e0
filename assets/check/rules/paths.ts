import type { Guide } from '#contract/content-pack.ts';
import type { Condition } from '#domain/condition.ts';
import type { Problem } from '../problem.ts';
import type { ReadPack } from '../read-pack.ts';
import { repeated } from './identity.ts';
import { checkWays } from './ways.ts';

/** Conditions that name what exists, and then every way through the questions. */
export function checkPaths(pack: ReadPack): readonly Problem[] {
  return pack.guides.flatMap(({ file, guide }) => {
    if (guide.kind === 'card') return checkCardFacts(file, [...(guide.time ?? []), ...(guide.fee ?? [])]);
    const form = [...checkIds(guide), ...checkConditions(guide)];
    // Ways through broken conditions would only repeat the same mistake in other words.
    const found = form.length > 0 ? form : checkWays(guide);
    return found.map(({ path, message }) => ({ file, path, message }));
  });
}

/** A place in one guide. */
export type PathProblem = { readonly path: string; readonly message: string };

function checkCardFacts(file: string, facts: readonly { readonly when?: Condition }[]): readonly Problem[] {
  return facts.some((fact) => fact.when !== undefined)
    ? [{ file, path: 'time', message: 'a card asks nothing, so its facts have no "when"; say the case in "detail"' }]
    : [];
}

function checkIds(guide: Guide): readonly PathProblem[] {
  const lists = [
    { path: 'questions', ids: guide.questions.map((question) => question.id) },
    { path: 'papers.list', ids: guide.papers.list.map((paper) => paper.id) },
    { path: 'steps', ids: guide.steps.map((step) => step.id) },
    ...guide.questions.map((question, i) => ({
      path: `questions.${i}.options`,
      ids: question.options.map((option) => option.id),
    })),
  ];
  return lists.flatMap(({ path, ids }) =>
    repeated(ids).map((i) => ({ path: `${path}.${i}.id`, message: `"${ids[i]}" is used twice; give each its own` })),
  );
}

type ConditionPlace = {
  readonly path: string;
  readonly when: Condition | undefined;
  /** Questions the condition may name. */
  readonly known: Guide['questions'];
  readonly rule: string;
};

function checkConditions(guide: Guide): readonly PathProblem[] {
  return conditionPlaces(guide).flatMap(({ path, when, known, rule }) =>
    Object.entries(when ?? {}).flatMap(([id, options]) => {
      const question = known.find((one) => one.id === id);
      if (question === undefined) return [{ path: `${path}.when.${id}`, message: `"${id}" is no question ${rule}` }];
      return options
        .filter((option) => !question.options.some((one) => one.id === option))
        .map((option) => ({ path: `${path}.when.${id}`, message: `question "${id}" has no option "${option}"` }));
    }),
  );
}

function conditionPlaces(guide: Guide): readonly ConditionPlace[] {
  const everybody = guide.questions.filter((question) => question.when === undefined);
  const fact = 'that everybody is asked; a time or fee may depend on nothing else';
  const any = 'of this guide';
  return [
    ...guide.questions.map((question, i) => ({
      path: `questions.${i}`,
      when: question.when,
      known: guide.questions.slice(0, i),
      rule: 'that stands before this one',
    })),
    ...guide.papers.list.map(({ when }, i) => ({ path: `papers.list.${i}`, when, known: guide.questions, rule: any })),
    ...guide.steps.map(({ when }, i) => ({ path: `steps.${i}`, when, known: guide.questions, rule: any })),
    ...guide.time.map(({ when }, i) => ({ path: `time.${i}`, when, known: everybody, rule: fact })),
    ...guide.fee.map(({ when }, i) => ({ path: `fee.${i}`, when, known: everybody, rule: fact })),
  ];
}
