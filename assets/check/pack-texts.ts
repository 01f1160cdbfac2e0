import type { Answer, Card, Guide, GuideOrCard, KeyFact, LocalText, PlaylistItem, Step } from '#contract/content-pack.ts';
import type { TextKind } from './limits.ts';
import type { ReadPack } from './read-pack.ts';

/** A text of the pack, where it stands and what it is for. */
export type PackText = {
  readonly file: string;
  readonly path: string;
  readonly kind: TextKind;
  readonly text: LocalText;
};

type Place = readonly [path: string, kind: TextKind, text: LocalText | undefined];

/** Every text that a citizen or staff can read. */
export function textsOf(pack: ReadPack): readonly PackText[] {
  const head: readonly Place[] = pack.head === null ? [] : [['title', 'packTitle', pack.head.title]];
  return [
    ...inFile('pack.json', head),
    ...inFile('events.json', pack.events.map((event, i) => [`${i}.title`, 'eventTitle', event.title])),
    ...inFile('reasons.json', pack.reasons.map((reason, i) => [`${i}.text`, 'reason', reason.text])),
    ...inFile('playlist.json', pack.playlist.items.flatMap(placesOfItem)),
    ...pack.guides.flatMap(({ file, guide }) => inFile(file, placesOfGuide(guide))),
    ...pack.answers.flatMap(({ file, at, answer }) => inFile(file, placesOfAnswer(answer, at))),
  ];
}

function inFile(file: string, places: readonly Place[]): readonly PackText[] {
  return places.flatMap(([path, kind, text]) => (text === undefined ? [] : [{ file, path, kind, text }]));
}

function placesOfItem(item: PlaylistItem, i: number): readonly Place[] {
  const title: Place = [`items.${i}.title`, 'clipTitle', item.title];
  return item.kind === 'slide' ? [title] : [title, [`items.${i}.description`, 'description', item.description]];
}

function placesOfGuide(guide: GuideOrCard): readonly Place[] {
  return [
    ['title', 'guideTitle', guide.title],
    ['summary', 'summary', guide.summary],
    ['decidedBy.text', 'decidedBy', guide.decidedBy.text],
    ...placesOfFacts('time', guide.time),
    ...placesOfFacts('fee', guide.fee),
    ['exempt.text', 'exempt', guide.exempt?.text],
    ...(guide.kind === 'card' ? placesOfCard(guide) : placesOfFullGuide(guide)),
  ];
}

function placesOfFacts(name: string, facts: readonly KeyFact[] | undefined): readonly Place[] {
  return (facts ?? []).flatMap((fact, i): readonly Place[] => [
    [`${name}.${i}.headline`, 'headline', fact.headline],
    [`${name}.${i}.detail`, 'detail', fact.detail],
  ]);
}

function placesOfCard(card: Card): readonly Place[] {
  return (card.hints ?? []).map((hint, i) => [`hints.${i}`, 'hint', hint]);
}

function placesOfFullGuide(guide: Guide): readonly Place[] {
  return [
    ...guide.papers.list.flatMap((paper, i): readonly Place[] => [
      [`papers.list.${i}.text`, 'paper', paper.text],
      [`papers.list.${i}.note`, 'note', paper.note],
    ]),
    ['result.text', 'result', guide.result.text],
    ['deadline.from', 'option', guide.deadline?.from],
    ...guide.questions.flatMap((question, i): readonly Place[] => [
      [`questions.${i}.text`, 'question', question.text],
      [`questions.${i}.why`, 'why', question.why],
      ...question.options.map((option, j): Place => [`questions.${i}.options.${j}.text`, 'option', option.text]),
    ]),
    ...guide.steps.flatMap(placesOfStep),
  ];
}

function placesOfStep(step: Step, i: number): readonly Place[] {
  return [
    [`steps.${i}.name`, 'stepName', step.name],
    [`steps.${i}.title`, 'stepTitle', step.title],
    [`steps.${i}.text`, 'stepText', step.text],
    [`steps.${i}.stuck`, 'stuck', step.stuck],
    [`steps.${i}.plates.right`, 'plate', step.plates?.right],
    [`steps.${i}.plates.wrong`, 'plate', step.plates?.wrong],
  ];
}

function placesOfAnswer({ title, text, choices }: Answer, at: number): readonly Place[] {
  return [
    [`${at}.title`, 'ask', title],
    ...text.map((paragraph, i): Place => [`${at}.text.${i}`, 'answer', paragraph]),
    ...(choices ?? []).map((choice, i): Place => [`${at}.choices.${i}.text`, 'choice', choice.text]),
  ];
}
