import { dayOf } from '#domain/calendar-day.ts';
import type { Answers } from '#domain/condition.ts';
import { keepOpenAnswers } from '#domain/guide-path.ts';
import { buildFragment, parseFragment } from '#domain/handoff-fragment.ts';
import { keeperOf, type Keeper } from './kept-state.ts';
import { wireKeeping } from './keep-guide.ts';
import { element, elements, readPageGuide, type PageGuide, type PagePart } from './page-guide.ts';
import { hideStaleFacts, showCase, showCounts, showHere, stepPart, stepsInSight } from './show-case.ts';
import { speak, wireTongue } from './tongue.ts';

/** The page's own state; everything else is in the document. */
type Visit = { answers: Answers; step: number; current: PagePart | null };

function tickBoxes(): readonly HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>('input[data-tick]')];
}

function save(keeper: Keeper, visit: Visit): void {
  const ticks = tickBoxes().flatMap((box) => (box.checked && box.dataset['tick'] !== undefined ? [box.dataset['tick']] : []));
  keeper.save({ answers: visit.answers, ticks });
}

/** Keeps the address equal to what is seen, so a copied or shared link opens the same case. */
function writeFragment(visit: Visit): void {
  const fragment = buildFragment({ step: visit.step, answers: visit.answers });
  history.replaceState(null, '', fragment === '0' ? location.pathname : `#${fragment}`);
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

function openAt(page: PageGuide, visit: Visit, keeper: Keeper): void {
  const asked = parseFragment(location.hash);
  const kept = keeper.load();
  const given = Object.keys(asked.answers).length > 0;
  // A fragment comes from the kiosk a moment ago; what the phone kept may be from another visit.
  visit.answers = keepOpenAnswers(page, given ? asked.answers : kept.answers);
  visit.step = asked.step;
  visit.current = stepPart(page, visit.answers, asked.step);
  const ticked = new Set(kept.ticks);
  for (const box of tickBoxes()) box.checked = ticked.has(box.dataset['tick'] ?? '');
  show(page, visit);
}

/** At once, not gliding: the page is long and the citizen asked for this place, not for the way to it. */
function scrollToCurrent(visit: Visit): void {
  visit.current?.element.scrollIntoView({ block: 'start', behavior: 'auto' });
}

function start(slug: string): void {
  const page = readPageGuide(document);
  const keeper = keeperOf(slug, () => window.localStorage);
  const visit: Visit = { answers: {}, step: 0, current: null };
  wireQuestions(page, visit, keeper);
  wireKeeping(() => {
    keeper.clear();
    visit.answers = {};
    for (const box of tickBoxes()) box.checked = false;
    show(page, visit);
    writeFragment(visit);
  });
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
    openAt(page, visit, keeper);
    scrollToCurrent(visit);
  });
  openAt(page, visit, keeper);
  scrollToCurrent(visit);
}

if (location.hash === '#en') speak('en');
wireTongue();
hideStaleFacts(dayOf(Date.now()));
const slug = document.documentElement.dataset['slug'];
if (slug !== undefined) start(slug);
document.documentElement.classList.add('ready');
