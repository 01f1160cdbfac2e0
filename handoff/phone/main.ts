import { dayOf } from '#domain/calendar-day.ts';
import type { Answers } from '#domain/condition.ts';
import { keepOpenAnswers } from '#domain/guide-path.ts';
import { buildFragment, parseFragment } from '#domain/handoff-fragment.ts';
import { answerQueue, makeOnce, sendAnswer, type AnswerQueue } from './answer-queue.ts';
import { forgetEverything, keeperOf, NOTHING_KEPT, type Keeper, type KeptState } from './kept-state.ts';
import { wireKeeping } from './keep-guide.ts';
import { forgetKeptPages, showStamp, wireOffline } from './keep-page.ts';
import { element, elements, readPageGuide, type PageGuide, type PagePart } from './page-guide.ts';
import { hideStaleFacts, showCase, showCounts, showHere, stepPart, stepsInSight } from './show-case.ts';
import { speak, wireTongue } from './tongue.ts';
import { wireAnswer, type Asked } from './wire-answer.ts';
import { wireReminders } from './wire-reminder.ts';

/** The page's own state; everything else is in the document. */
type Visit = { answers: Answers; step: number; current: PagePart | null; said: ReadonlySet<Asked> };

const WAITING = 'mot-cham.answers';
const root = document.documentElement;

function tickBoxes(): readonly HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>('input[data-tick]')];
}

function ticksNow(): readonly string[] {
  return tickBoxes().flatMap((box) => (box.checked && box.dataset['tick'] !== undefined ? [box.dataset['tick']] : []));
}

function save(keeper: Keeper, visit: Visit): void {
  keeper.save({ answers: visit.answers, ticks: ticksNow(), edition: root.dataset['edition'] ?? '', said: [...visit.said] });
}

/** Keeps the address equal to what is seen, so that a reload opens the same case. */
function writeFragment(visit: Visit): void {
  const fragment = buildFragment({ step: visit.step, answers: visit.answers });
  history.replaceState(null, '', fragment === '0' ? location.pathname : `#${fragment}`);
}

/** For somebody else: the case, and not how far this citizen has come. */
function linkOf(visit: Visit): string {
  const fragment = buildFragment({ step: 0, answers: visit.answers });
  return `${location.origin}${location.pathname}${fragment === '0' ? '' : `#${fragment}`}`;
}

function show(page: PageGuide, visit: Visit): void {
  showCase(page, visit.answers);
  showHere(page, visit.current);
}

function wireQuestions(page: PageGuide, visit: Visit, keeper: Keeper): void {
  const section = element(document, '[data-questions]');
  if (section === null) return;
  section.hidden = false;
  section.addEventListener('change', (event) => {
    if (!(event.target instanceof HTMLInputElement)) return;
    const question = event.target.name.replace('q-', '');
    visit.answers = keepOpenAnswers(page, { ...visit.answers, [question]: event.target.value });
    // Another case may have other steps: the place stays with the step, not with its number.
    visit.step = visit.current === null ? 0 : stepsInSight(page, visit.answers).indexOf(visit.current) + 1;
    if (visit.step === 0) visit.current = null;
    show(page, visit);
    writeFragment(visit);
    save(keeper, visit);
  });
}

function openAt(page: PageGuide, visit: Visit, kept: KeptState): void {
  const asked = parseFragment(location.hash);
  const given = Object.keys(asked.answers).length > 0;
  // A fragment comes from the kiosk a moment ago; what the phone kept may be from another visit.
  visit.answers = keepOpenAnswers(page, given ? asked.answers : kept.answers);
  visit.step = asked.step;
  visit.current = stepPart(page, visit.answers, asked.step);
  const ticked = new Set(kept.ticks);
  for (const box of tickBoxes()) box.checked = ticked.has(box.dataset['tick'] ?? '');
  // What was ticked may say something else in the new edition.
  const changed = element(document, '[data-changed]');
  if (changed !== null) changed.hidden = kept.ticks.length === 0 || kept.edition === '' || kept.edition === root.dataset['edition'];
  show(page, visit);
}

/** At once, not gliding: the page is long and the citizen asked for this place, not for the way to it. */
function scrollToCurrent(visit: Visit): void {
  visit.current?.element.scrollIntoView({ block: 'start', behavior: 'auto' });
}

function openQueue(): AnswerQueue {
  const store = {
    read: () => localStorage.getItem(WAITING),
    write: (text: string | null) => (text === null ? localStorage.removeItem(WAITING) : localStorage.setItem(WAITING, text)),
  };
  return answerQueue(store, sendAnswer, makeOnce);
}

/** The step that is opened, or the first that is not done once some are. */
function stepNow(page: PageGuide, visit: Visit): string | undefined {
  if (visit.current !== null) return visit.current.id;
  const steps = stepsInSight(page, visit.answers).map((part) => ({ id: part.id, isDone: part.element.querySelector<HTMLInputElement>('input[data-tick]')?.checked === true }));
  return steps.some(({ isDone }) => isDone) ? steps.find(({ isDone }) => !isDone)?.id : undefined;
}

function wireEnd(slug: string, page: PageGuide, visit: Visit, keeper: Keeper): void {
  const askAgain = wireAnswer({
    queue: openQueue(),
    slug,
    said: visit.said,
    onSaid: (said) => {
      visit.said = new Set(said);
      save(keeper, visit);
    },
    stepNow: () => stepNow(page, visit),
  });
  wireKeeping({
    link: () => linkOf(visit),
    onClear: () => {
      askAgain();
      visit.answers = {};
      visit.said = new Set();
      for (const box of tickBoxes()) box.checked = false;
      for (const day of document.querySelectorAll<HTMLInputElement>('input[data-day]')) {
        day.value = '';
        day.dispatchEvent(new Event('change'));
      }
      show(page, visit);
      writeFragment(visit);
      forgetEverything(() => window.localStorage);
      forgetKeptPages();
    },
  });
}

function start(slug: string): void {
  const page = readPageGuide(document);
  const keeper = keeperOf(slug, () => window.localStorage);
  const kept = keeper.load();
  const visit: Visit = { answers: {}, step: 0, current: null, said: new Set(kept.said) };
  wireQuestions(page, visit, keeper);
  wireEnd(slug, page, visit, keeper);
  for (const box of tickBoxes()) {
    box.addEventListener('change', () => {
      showCounts(page);
      save(keeper, visit);
    });
  }
  for (const link of elements(document, '[data-here-link]')) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      scrollToCurrent(visit);
    });
  }
  window.addEventListener('hashchange', () => {
    // Another code scanned in the same tab; a skip link is no new place.
    if (!/^#\d/.test(location.hash)) return;
    openAt(page, visit, { ...NOTHING_KEPT, answers: visit.answers, ticks: ticksNow() });
    scrollToCurrent(visit);
  });
  openAt(page, visit, kept);
  scrollToCurrent(visit);
}

if (location.hash === '#en') speak('en');
wireTongue();
hideStaleFacts(dayOf(Date.now()));
const slug = root.dataset['slug'];
if (slug !== undefined) {
  start(slug);
  wireReminders(() => dayOf(Date.now()));
  showStamp();
  wireOffline();
}
root.classList.add('ready');
