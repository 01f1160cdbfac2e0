import { isOutcome } from '#domain/outcome.ts';
import type { Answer, AnswerQueue } from './answer-queue.ts';
import { element, elements } from './page-guide.ts';

/** The two things that are asked, each once. */
export type Asked = 'outcome' | 'score';
/** How long "Bấm nhầm? Chọn lại" stands (E155); the answer is sent after it. */
const CHANGEABLE_MS = 5_000;

export type AnswerPorts = {
  readonly queue: AnswerQueue;
  readonly slug: string;
  /** What was said before, and saying that it was. */
  readonly said: ReadonlySet<Asked>;
  readonly onSaid: (said: ReadonlySet<Asked>) => void;
  /** Id of the step the citizen is at; undefined for none. */
  readonly stepNow: () => string | undefined;
};

/** Asks how far the citizen came and how the guide was. Gives back what makes it ask anew. */
export function wireAnswer({ queue, slug, said: before, onSaid, stepNow }: AnswerPorts): () => void {
  const section = element(document, '[data-answer]');
  if (section === null) return () => undefined;
  section.hidden = false;
  const said = new Set(before);
  /** Answers that may still be changed: question → one-time number. */
  const held = new Map<Asked, string>();
  const flush = (): void => {
    queue.flush(Date.now(), new Set(held.values())).then((empty) => showWaiting(section, !empty && held.size === 0), () => undefined);
  };
  const take = (asked: Asked, answer: Answer): void => {
    const once = queue.add(answer, Date.now());
    held.set(asked, once);
    said.add(asked);
    onSaid(said);
    setTimeout(() => {
      if (held.get(asked) !== once) return;
      held.delete(asked);
      showThanks(section, asked, false);
      flush();
    }, CHANGEABLE_MS);
  };
  for (const button of elements(section, 'button[data-value]')) {
    button.addEventListener('click', () => {
      const asked = button.closest('[data-ask="score"]') === null ? 'outcome' : 'score';
      const answer = answerOf(asked, button.dataset['value'] ?? '', slug, stepNow());
      if (answer === null || said.has(asked)) return;
      take(asked, answer);
      showSaid(section, asked, button);
    });
  }
  for (const button of elements(section, 'button[data-again]')) {
    button.addEventListener('click', () => {
      const asked = button.dataset['again'] === 'score' ? 'score' : 'outcome';
      queue.drop(held.get(asked) ?? '');
      held.delete(asked);
      said.delete(asked);
      onSaid(said);
      ask(section, asked);
      element(section, `[data-ask="${asked}"] button`)?.focus();
    });
  }
  window.addEventListener('online', flush);
  // Who leaves does not come back to change it.
  window.addEventListener('pagehide', () => {
    for (const asked of held.keys()) showThanks(section, asked, false);
    held.clear();
    flush();
  });
  for (const asked of said) showSaid(section, asked, null);
  flush();
  return () => {
    held.clear();
    said.clear();
    queue.clear();
    for (const asked of ['outcome', 'score'] as const) ask(section, asked);
    showWaiting(section, false);
  };
}

function answerOf(asked: Asked, value: string, slug: string, step: string | undefined): Answer | null {
  const lang = document.documentElement.lang === 'en' ? 'en' : 'vi';
  if (asked === 'score') return /^[1-5]$/.test(value) ? { slug, score: Number(value), lang } : null;
  if (!isOutcome(value)) return null;
  return { slug, outcome: value, lang, ...(value === 'managed' || step === undefined ? {} : { step }) };
}

function ask(section: HTMLElement, asked: Asked): void {
  const group = element(section, `[data-ask="${asked}"]`);
  if (group !== null) group.hidden = false;
  showThanks(section, asked, false);
  const thanks = element(section, `[data-thanks="${asked}"]`);
  if (thanks !== null) thanks.hidden = true;
  if (asked === 'outcome') showHelp(section, false);
}

/** `button` is what was pressed just now; null when it was said in an earlier visit. */
function showSaid(section: HTMLElement, asked: Asked, button: HTMLElement | null): void {
  const group = element(section, `[data-ask="${asked}"]`);
  const thanks = element(section, `[data-thanks="${asked}"]`);
  if (group === null || thanks === null) return;
  group.hidden = true;
  thanks.hidden = false;
  const value = element(thanks, '[data-said-value]');
  const words = button === null ? null : element(button, '[data-words]');
  value?.replaceChildren(...(words?.cloneNode(true).childNodes ?? []));
  showThanks(section, asked, button !== null);
  if (button !== null) thanks.focus();
  if (asked === 'outcome') showHelp(section, button !== null && button.dataset['value'] !== 'managed');
}

function showThanks(section: HTMLElement, asked: Asked, isChangeable: boolean): void {
  const again = element(section, `[data-again="${asked}"]`);
  if (again === null) return;
  // The focus must not fall off the page with the button.
  if (!isChangeable && document.activeElement === again) element(section, `[data-thanks="${asked}"]`)?.focus();
  again.hidden = !isChangeable;
}

function showHelp(section: HTMLElement, isNeeded: boolean): void {
  const help = element(section, '[data-help]');
  if (help !== null) help.hidden = !isNeeded;
}

function showWaiting(section: HTMLElement, isWaiting: boolean): void {
  const waiting = element(section, '[data-waiting]');
  if (waiting !== null) waiting.hidden = !isWaiting;
}
