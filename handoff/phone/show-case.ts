import type { Answers } from '#domain/condition.ts';
import { keepOpenAnswers, openQuestions } from '#domain/guide-path.ts';
import { applicability } from '../applicability.ts';
import { element, elements, type PageGuide, type PagePart } from './page-guide.ts';

/** Shows the parts that are or may be for this citizen, numbers the steps that stay, ticks counted. */
export function showCase(page: PageGuide, answers: Answers): void {
  const kept = keepOpenAnswers(page, answers);
  const open = new Set(openQuestions(page, kept).map((question) => question.id));
  for (const question of page.questions) {
    question.element.hidden = !open.has(question.id);
    for (const input of question.element.querySelectorAll('input')) input.checked = kept[question.id] === input.value;
  }
  let number = 0;
  for (const part of page.parts) {
    const verdict = applicability(page.questions, part.when, kept);
    part.element.hidden = verdict === 'no';
    const words = element(part.element, '[data-when-words]');
    if (words !== null) words.hidden = verdict !== 'maybe';
    if (part.kind !== 'step' || verdict === 'no') continue;
    number += 1;
    const sign = element(part.element, '.number');
    if (sign !== null) sign.textContent = String(number);
  }
  showCounts(page);
}

/** "2/4" beside a heading: ticked of those in sight. */
export function showCounts(page: PageGuide): void {
  for (const kind of ['paper', 'step'] as const) {
    const seen = page.parts.filter((part) => part.kind === kind && !part.element.hidden);
    const ticked = seen.filter((part) => part.element.querySelector<HTMLInputElement>('input[data-tick]')?.checked === true);
    const count = element(document, `[data-count="${kind}"]`);
    if (count !== null) count.textContent = seen.length === 0 ? '' : `${ticked.length}/${seen.length}`;
  }
}

/**
 * The steps on the page, as numbered there. With all questions answered these are the kiosk's steps; a
 * typed code carries no answers, and its number then counts the steps that may still apply.
 */
export function stepsInSight(page: PageGuide, answers: Answers): readonly PagePart[] {
  return page.parts.filter((part) => part.kind === 'step' && applicability(page.questions, part.when, answers) !== 'no');
}

/** The part of step `step` (1..), or null for the overview. */
export function stepPart(page: PageGuide, answers: Answers, step: number): PagePart | null {
  return stepsInSight(page, answers)[step - 1] ?? null;
}

/** Marks the step a citizen came from the kiosk with, and offers the way to it. */
export function showHere(page: PageGuide, current: PagePart | null): void {
  for (const part of page.parts) {
    if (part.kind !== 'step') continue;
    if (part === current) part.element.setAttribute('aria-current', 'step');
    else part.element.removeAttribute('aria-current');
  }
  const here = element(document, '[data-here]');
  if (here === null) return;
  here.hidden = current === null;
  if (current === null) return;
  copyText(element(current.element, '.number'), element(here, '[data-here-number]'));
  copyText(element(current.element, 'h3'), element(here, '[data-here-title]'));
}

function copyText(from: HTMLElement | null, to: HTMLElement | null): void {
  if (from === null || to === null) return;
  to.replaceChildren(...from.cloneNode(true).childNodes);
}

/** Hides facts that have grown old since the page was made (promise 8). */
export function hideStaleFacts(today: string): void {
  for (const aged of elements(document, '[data-until]')) {
    const stale = today > (aged.dataset['until'] ?? '');
    const fact = element(aged, '[data-fact]');
    const instead = element(aged, '[data-stale]');
    if (fact !== null) fact.hidden = stale;
    if (instead !== null) instead.hidden = !stale;
  }
}
