import { holds, type Answers, type Condition } from './condition.ts';

/** Anything in a guide that applies only in some cases: a paper, a step, a question, a key fact. */
export type Conditional = { readonly when?: Condition };

export type PathQuestion = Conditional & {
  readonly id: string;
  readonly options: readonly { readonly id: string }[];
};

/** The part of a guide that decides what a citizen is asked and shown. */
export type PathGuide<
  Question extends PathQuestion = PathQuestion,
  Paper extends Conditional = Conditional,
  Step extends Conditional = Conditional,
> = {
  readonly questions: readonly Question[];
  readonly papers: { readonly list: readonly Paper[] };
  readonly steps: readonly Step[];
};

/**
 * The answers that still count: of questions that are open and to options that exist. An answer to a
 * question that a changed earlier answer has closed is dropped, and so is anything strange that a
 * fragment carried (`parseFragment`).
 */
export function keepOpenAnswers(guide: Pick<PathGuide, 'questions'>, answers: Answers): Answers {
  const kept: Record<string, string> = {};
  for (const question of guide.questions) {
    const answer = answers[question.id];
    if (answer === undefined || !holds(question.when, kept)) continue;
    if (question.options.some((option) => option.id === answer)) kept[question.id] = answer;
  }
  return kept;
}

/** The questions, in order, that these answers leave open to this citizen: answered ones and those to come. */
export function openQuestions<Question extends PathQuestion>(
  guide: { readonly questions: readonly Question[] },
  answers: Answers,
): readonly Question[] {
  const kept = keepOpenAnswers(guide, answers);
  return guide.questions.filter((question) => holds(question.when, kept));
}

/** The first open question without an answer, or null when everything needed is known. */
export function nextQuestion<Question extends PathQuestion>(
  guide: { readonly questions: readonly Question[] },
  answers: Answers,
): Question | null {
  const kept = keepOpenAnswers(guide, answers);
  return openQuestions(guide, kept).find((question) => kept[question.id] === undefined) ?? null;
}

/** The papers that apply. With questions left open these are only the papers that everybody needs so far. */
export function papersFor<Paper extends Conditional>(
  guide: PathGuide<PathQuestion, Paper>,
  answers: Answers,
): readonly Paper[] {
  const kept = keepOpenAnswers(guide, answers);
  return guide.papers.list.filter((paper) => holds(paper.when, kept));
}

/** The steps that apply, in order. Step 1 of a hand-off is the first of these. */
export function stepsFor<Step extends Conditional>(
  guide: PathGuide<PathQuestion, Conditional, Step>,
  answers: Answers,
): readonly Step[] {
  const kept = keepOpenAnswers(guide, answers);
  return guide.steps.filter((step) => holds(step.when, kept));
}

/**
 * The times or fees that can still apply: before a question is answered each of its cases is shown
 * with its detail, afterwards only the citizen's own. A fact may depend only on questions that
 * everybody is asked (the pack's checker holds that), so no guide is needed here.
 */
export function keyFactsFor<Fact extends Conditional>(facts: readonly Fact[], answers: Answers): readonly Fact[] {
  return facts.filter((fact) => {
    const named = Object.entries(fact.when ?? {});
    return named.every(([question, options]) => {
      const answer = answers[question];
      return answer === undefined || options.includes(answer);
    });
  });
}

/**
 * How many questions the longest way has that these answers leave open, answered ones included. A total that grew
 * while somebody answers would be a broken promise; one that ends early is a pleasant surprise.
 */
export function mostQuestions(guide: Pick<PathGuide, 'questions'>, answers: Answers): number {
  return Math.max(...pathsFrom(guide, keepOpenAnswers(guide, answers)).map((path) => Object.keys(path).length));
}

/** Every way through the questions; one empty path when there are none. */
export function allAnswerPaths(guide: Pick<PathGuide, 'questions'>): readonly Answers[] {
  return pathsFrom(guide, {});
}

function pathsFrom(guide: Pick<PathGuide, 'questions'>, answers: Answers): readonly Answers[] {
  const question = nextQuestion(guide, answers);
  if (question === null) return [answers];
  return question.options.flatMap((option) => pathsFrom(guide, { ...answers, [question.id]: option.id }));
}
