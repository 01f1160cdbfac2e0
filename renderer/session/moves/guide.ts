import type { Guide, GuideOrCard } from '#contract/content-pack.ts';
import type { Answers } from '#domain/condition.ts';
import { keepOpenAnswers, nextQuestion, openQuestions, stepsFor } from '#domain/guide-path.ts';
import type { GuidePart, GuideScreen, SessionState } from '../state.ts';
import { enter, show, stay, type Move } from './move.ts';
import { guideEntry, guideOf, handoffEntry, leaveEntry, OVERVIEW, stepId } from './usage.ts';

/** Opens a guide at its overview, or a card. */
export function openGuide(state: SessionState, slug: string): Move {
  const guide = guideOf(state, slug);
  if (guide === null || !isOpenPlace(state)) return stay(state);
  const left = state.opened?.slug === slug ? [] : leaveEntry(state);
  const opened = { slug, step: OVERVIEW, finished: false };
  const screen = guide.kind === 'card'
    ? { kind: 'card' as const, slug }
    : { kind: 'guide' as const, slug, part: { kind: 'overview' as const }, answers: {} };
  return enter({ ...state, opened }, screen, ...left, guideEntry(guide, OVERVIEW, 'open'));
}

/** A slide on the loop may open a guide; a screen that is waiting for the disk or for staff may not. */
function isOpenPlace(state: SessionState): boolean {
  switch (state.screen.kind) {
    case 'home':
    case 'events':
    case 'event':
    case 'search':
    case 'answer':
    case 'guide':
    case 'card':
    case 'handoff':
      return true;
    default:
      return false;
  }
}

type Place = { readonly screen: GuideScreen; readonly guide: Guide };

function placeOf(state: SessionState): Place | null {
  const { screen } = state;
  if (screen.kind !== 'guide') return null;
  const guide = guideOf(state, screen.slug);
  return guide !== null && guide.kind === 'guide' ? { screen, guide } : null;
}

export function begin(state: SessionState): Move {
  const place = placeOf(state);
  if (place === null) return stay(state);
  return goOn(state, place, place.screen.answers);
}

export function askAgain(state: SessionState): Move {
  const place = placeOf(state);
  if (place === null || place.guide.questions.length === 0) return stay(state);
  return goOn(state, place, {});
}

export function answer(state: SessionState, question: string, option: string): Move {
  const place = placeOf(state);
  if (place === null || place.screen.part.kind !== 'question') return stay(state);
  const asked = openQuestions(place.guide, place.screen.answers).find((one) => one.id === question);
  if (asked === undefined || !asked.options.some((one) => one.id === option)) return stay(state);
  const answers = keepOpenAnswers(place.guide, { ...place.screen.answers, [question]: option });
  // The screen left behind keeps the answer too, so that going back shows it.
  return goOn({ ...state, screen: { ...place.screen, answers } }, place, answers);
}

/** To the first question without an answer, else to the first step. */
function goOn(state: SessionState, { screen, guide }: Place, answers: Answers): Move {
  const question = nextQuestion(guide, answers);
  if (question !== null) {
    return enter(state, { ...screen, answers, part: { kind: 'question', question: question.id } });
  }
  return enterStep(state, { screen: { ...screen, answers }, guide }, 1);
}

function enterStep(state: SessionState, { screen, guide }: Place, step: number): Move {
  const id = stepId(guide, screen.answers, step);
  const part: GuidePart = { kind: 'step', step };
  const opened = { slug: guide.slug, step: id, finished: state.opened?.finished ?? false };
  return enter({ ...state, opened }, { ...screen, part }, guideEntry(guide, id, 'step'));
}

/** A station of the step track; 0 is the overview. Stations open once the questions are answered. */
export function goToStep(state: SessionState, step: number): Move {
  const place = placeOf(state);
  if (place === null) return stay(state);
  const { screen, guide } = place;
  if (step === 0) return enter(state, { ...screen, part: { kind: 'overview' } });
  const steps = stepsFor(guide, screen.answers);
  if (!Number.isInteger(step) || step < 1 || step > steps.length) return stay(state);
  if (nextQuestion(guide, screen.answers) !== null) return stay(state);
  if (screen.part.kind === 'step' && screen.part.step === step) return stay(state);
  return enterStep(state, place, step);
}

export function nextStep(state: SessionState): Move {
  const place = placeOf(state);
  if (place === null || place.screen.part.kind !== 'step') return stay(state);
  const { step } = place.screen.part;
  const count = stepsFor(place.guide, place.screen.answers).length;
  if (step < count) return enterStep(state, place, step + 1);
  const finished = guideEntry(place.guide, stepId(place.guide, place.screen.answers, step), 'finish');
  const move = openHandoff(state);
  return { ...move, effects: [finished, ...move.effects] };
}

export function reportProblem(state: SessionState): Move {
  const { screen } = state;
  if (screen.kind !== 'guide') return stay(state);
  const guide = guideOf(state, screen.slug);
  if (guide === null) return stay(state);
  return stay(state, guideEntry(guide, stepId(guide, screen.answers, stepNumber(screen)), 'problem'));
}

/** The QR of this very place. From a card it is the card's own page. */
export function openHandoff(state: SessionState): Move {
  const { screen } = state;
  if (screen.kind !== 'guide' && screen.kind !== 'card') return stay(state);
  const guide = guideOf(state, screen.slug);
  if (guide === null) return stay(state);
  const answers = screen.kind === 'guide' ? screen.answers : {};
  const step = screen.kind === 'guide' ? stepNumber(screen) : 0;
  return enter(
    { ...state, opened: markFinished(state, guide) },
    { kind: 'handoff', slug: guide.slug, step, answers, enlarged: false },
    handoffEntry(guide, step, stepId(guide, answers, step)),
  );
}

/** Who takes the guide along on the phone has not left it. */
function markFinished(state: SessionState, guide: GuideOrCard): SessionState['opened'] {
  return { slug: guide.slug, step: state.opened?.step ?? OVERVIEW, finished: true };
}

export function enlarge(state: SessionState, on: boolean): Move {
  const { screen } = state;
  return screen.kind === 'handoff' ? show(state, { ...screen, enlarged: on }) : stay(state);
}

function stepNumber(screen: GuideScreen): number {
  return screen.part.kind === 'step' ? screen.part.step : 0;
}
