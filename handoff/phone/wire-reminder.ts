import { addDays, isCalendarDay, type CalendarDay } from '#domain/calendar-day.ts';
import { buildCalendar, ringsAhead } from './calendar-file.ts';
import { copyText, isInAppBrowser, say } from './keep-guide.ts';
import { element, elements } from './page-guide.ts';

/** A week to gather papers, and the day before. */
const DEADLINE_RINGS = [7, 1] as const;
const RESULT_RINGS = [1, 0] as const;

type Words = { readonly vi: string; readonly en: string };
const TITLES: Readonly<Record<'deadline' | 'result', Words>> = {
  deadline: { vi: 'Hạn cuối', en: 'Last day' },
  result: { vi: 'Hẹn trả kết quả', en: 'Result is due' },
};
const SAFETY: Words = { vi: 'Không đọc mã OTP cho bất cứ ai.', en: 'Never tell anyone an OTP code.' };

/**
 * The days that a citizen may put into the calendar: the last day of a duty, and the day the desk named. The file is made here;
 * the day that was picked is kept nowhere, for it may be a child's day of birth.
 */
export function wireReminders(today: () => CalendarDay): void {
  for (const block of elements(document, '[data-remind]')) {
    const input = block.querySelector<HTMLInputElement>('input[data-day]');
    if (input === null) continue;
    const kind = block.dataset['remind'] === 'deadline' ? 'deadline' : 'result';
    const days = Number(block.dataset['days'] ?? '0');
    // The same reminder for as long as the page is open: pressed twice it is one entry in the calendar.
    const uids = new Map<string, string>();
    const show = (): void => showDay(block, { kind, picked: input.value, days, today: today(), uids });
    for (const picker of [block, ...elements(block, '[data-picker]')]) picker.hidden = false;
    if (kind === 'deadline') input.max = today();
    else input.min = today();
    input.addEventListener('change', show);
    // The calendar's words are those of the language at the moment of the press.
    element(block, '[data-calendar]')?.addEventListener('click', show, { capture: true });
    element(block, '[data-copy-day]')?.addEventListener('click', () => {
      copyText(element(block, '[data-calendar]')?.dataset['text'] ?? '').then((done) => say(done ? 'copiedDay' : 'notCopiedDay', block), () => say('notCopiedDay', block));
    });
  }
}

type Picked = { readonly kind: 'deadline' | 'result'; readonly picked: string; readonly days: number; readonly today: CalendarDay; readonly uids: Map<string, string> };

function showDay(block: HTMLElement, { kind, picked, days, today, uids }: Picked): void {
  const due = element(block, '[data-due]');
  const link = block.querySelector<HTMLAnchorElement>('a[data-calendar]');
  if (due === null || link === null) return;
  due.hidden = !isCalendarDay(picked);
  if (due.hidden) return;
  // The first day of a term is the one after the event.
  const day = addDays(picked, days);
  const passed = day < today;
  const dayPlace = element(due, '[data-due-day]');
  if (dayPlace !== null) dayPlace.textContent = dayInFigures(day);
  const passedPlace = element(due, '[data-passed]');
  if (passedPlace !== null) passedPlace.hidden = !passed;
  const ahead = element(due, '[data-ahead]');
  if (ahead !== null) ahead.hidden = passed;
  if (passed) return;
  const uid = uids.get(day) ?? `${makeUid()}@${location.hostname}`;
  uids.set(day, uid);
  setFile(link, { kind, day, uid, today });
}

function setFile(link: HTMLAnchorElement, { kind, day, uid, today }: { readonly kind: 'deadline' | 'result'; readonly day: CalendarDay; readonly uid: string; readonly today: CalendarDay }): void {
  const root = document.documentElement;
  const tongue = root.lang === 'en' ? 'en' : 'vi';
  const guide = (tongue === 'en' ? root.dataset['titleEn'] : root.dataset['titleVi']) ?? '';
  const title = `${TITLES[kind][tongue]}: ${guide}`;
  // Without the fragment: a calendar may lie with a company, and the answers are nobody's business there.
  const url = location.origin + location.pathname;
  const text = buildCalendar({
    uid,
    madeAt: Date.now(),
    day,
    title,
    description: `${title}, ${dayInFigures(day)}.\n${url}\n${SAFETY[tongue]}`,
    url,
    ringDaysBefore: ringsAhead(day, today, kind === 'deadline' ? DEADLINE_RINGS : RESULT_RINGS),
  });
  if (link.href.startsWith('blob:')) URL.revokeObjectURL(link.href);
  // Browsers inside other apps tend to refuse what a page made as a blob.
  link.href = isInAppBrowser(navigator.userAgent) ? `data:text/calendar;charset=utf-8,${encodeURIComponent(text)}` : URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }));
  link.dataset['text'] = `${title}, ${dayInFigures(day)}. ${url}`;
}

/** 23/11/2026, in both languages (E114). */
export function dayInFigures(day: CalendarDay): string {
  return day.split('-').reverse().join('/');
}

/** crypto.randomUUID is missing outside https, and on phones of 2021. */
function makeUid(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
