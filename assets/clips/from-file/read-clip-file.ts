import type { Schedule } from '#contract/content-pack.ts';
import { isCalendarDay } from '#domain/calendar-day.ts';
import { secondsOf, type Caption, type ClipText } from '../text/clip-text.ts';
import { shownTexts } from '../text/index.ts';
import { readLines, wordOf, type Key, type KeyLine, type LineProblem } from './read-lines.ts';
import { readPage, type ReadPage } from './read-page.ts';

/** A clip from a text file; `notes` say what was filled in for the writer. */
export type ClipFileRead = { readonly kind: 'clip'; readonly text: ClipText; readonly notes: readonly string[] } | { readonly kind: 'problems'; readonly problems: readonly LineProblem[] };

const LONGEST = { titleVi: 60, titleEn: 60, descriptionVi: 400, descriptionEn: 400 } as const;
const MOST_PAGES = 8;
const MOST_SECONDS = 60;
const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/u;

/**
 * Reads a ward's own clip. @param slugs guides of the pack, so that a wrong one is told here and not at the kiosk
 */
export function readClipFile(text: string, slugs: ReadonlySet<string>): ClipFileRead {
  const parts = readLines(text);
  const problems: LineProblem[] = [...parts.problems];
  const head = headOf(parts.head, slugs, problems);
  if (parts.pages.length === 0) problems.push({ line: 1, message: 'there is no page; --- begins one' });
  const surplus = parts.pages[MOST_PAGES];
  if (surplus !== undefined) problems.push({ line: surplus.line, message: `a clip has at most ${MOST_PAGES} pages` });
  const pages = parts.pages.flatMap((part, i): readonly ReadPage[] => {
    const read = readPage(part, i);
    if ('page' in read) return [read];
    problems.push(...read);
    return [];
  });
  if (problems.length > 0 || head === null) return { kind: 'problems', problems: problems.toSorted((a, b) => a.line - b.line) };
  return whole(head, pages, parts.pages.at(-1)?.line ?? 1);
}

type Head = { readonly values: ReadonlyMap<Key, string>; readonly schedule: Schedule | null };

function whole({ values, schedule }: Head, pages: readonly ReadPage[], lastLine: number): ClipFileRead {
  const captions = captionsOf(pages);
  const title = values.get('titleVi') ?? '';
  const said = (language: 'vi' | 'en'): string => captions.map((caption) => (/[.!?]$/u.test(caption[language]) ? caption[language] : `${caption[language]}.`)).join(' ');
  const guide = values.get('guide');
  const text: ClipText = {
    id: values.get('id') ?? '',
    title: { vi: title, en: values.get('titleEn') ?? title },
    description: { vi: values.get('descriptionVi') ?? said('vi'), en: values.get('descriptionEn') ?? said('en') },
    pages: pages.map(({ page }) => page),
    captions,
    ...(guide === undefined ? {} : { guide }),
    ...(schedule === null ? {} : { schedule }),
  };
  if (Math.max(text.description.vi.length, text.description.en.length) > LONGEST.descriptionVi) return { kind: 'problems', problems: [{ line: 1, message: `all that is said has more than ${LONGEST.descriptionVi} signs; write a shorter "${wordOf('descriptionVi')}" and "${wordOf('descriptionEn')}"` }] };
  if (secondsOf(text) > MOST_SECONDS) return { kind: 'problems', problems: [{ line: lastLine, message: `the clip lasts ${secondsOf(text)} seconds; at most ${MOST_SECONDS}` }] };
  const isHalf = !values.has('titleEn') || pages.some(({ en }) => en === null);
  return { kind: 'clip', text, notes: isHalf ? ['Some English words are missing: the Vietnamese ones stand in their place.'] : [] };
}

/** One caption a page: it stands while the page does. */
function captionsOf(pages: readonly ReadPage[]): readonly Caption[] {
  let start = 0;
  return pages.map(({ page, vi, en }) => {
    const from = round(start + (start === 0 ? 0.4 : 0.2));
    start += page.seconds;
    return { from, until: round(start - 0.2), vi, en: en ?? vi };
  });
}

const round = (seconds: number): number => Math.round(seconds * 100) / 100;

function headOf(lines: readonly KeyLine[], slugs: ReadonlySet<string>, problems: LineProblem[]): Head | null {
  const values = new Map<Key, string>();
  for (const { line, key, value } of lines) {
    if (values.has(key)) problems.push({ line, message: `"${wordOf(key)}" stands twice` });
    values.set(key, value);
    const most = key in LONGEST ? LONGEST[key as keyof typeof LONGEST] : null;
    if (most !== null && value.length > most) problems.push({ line, message: `"${wordOf(key)}" has ${value.length} signs; at most ${most}` });
    if (key === 'id' && (!ID.test(value) || value.length > 40)) problems.push({ line, message: `"${value}": an id has small letters a–z, digits and hyphens, such as mo-cua-thu-bay` });
    if (key === 'id' && shownTexts.some(({ id }) => id === value)) problems.push({ line, message: `"${value}" is the id of a clip that comes with the product` });
    if (key === 'guide' && !slugs.has(value)) problems.push({ line, message: `"${value}" is no guide of the pack; its name is that of its file, such as khai-sinh` });
  }
  for (const key of ['id', 'titleVi'] as const) if (!values.has(key)) problems.push({ line: 1, message: `"${wordOf(key)}" is missing` });
  const schedule = scheduleOf(lines, problems);
  return problems.length > 0 ? null : { values, schedule };
}

function scheduleOf(lines: readonly KeyLine[], problems: LineProblem[]): Schedule | null {
  const read = (key: 'from' | 'until'): string | null => {
    const line = lines.find((one) => one.key === key);
    if (line === undefined) return null;
    const day = dayOf(line.value);
    if (day === null) problems.push({ line: line.line, message: `"${line.value}" is no day; write it as 5/3/2027 or 2027-03-05` });
    return day;
  };
  const [from, until] = [read('from'), read('until')];
  if (from !== null && until !== null && until < from) problems.push({ line: lines.find(({ key }) => key === 'until')?.line ?? 1, message: `the last day ${until} lies before the first, ${from}` });
  if (from === null && until === null) return null;
  return { ...(from === null ? {} : { from }), ...(until === null ? {} : { until }) };
}

/** A day as people write it: day/month/year, or year-month-day. */
function dayOf(value: string): string | null {
  const [, d = '', m = '', y = ''] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/u.exec(value) ?? [];
  const day = y === '' ? value : `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  return isCalendarDay(day) ? day : null;
}
