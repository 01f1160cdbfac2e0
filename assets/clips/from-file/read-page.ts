import { labelsOf, LABEL_TIMES, LONGEST_LABEL, type PictureChoice, type PictureName } from '../pictures/names.ts';
import { HEADLINE } from '../clip.ts';
import { readingSeconds, type PageText } from '../text/clip-text.ts';
import { breakLines, narrowLines } from './break-lines.ts';
import { findGround, findPerson, findPicture, findThing, GROUND_WORDS, PERSON_WORDS, PICTURE_WORDS, THING_WORDS } from './names.ts';
import { wordOf, type Key, type KeyLine, type LineProblem } from './read-lines.ts';

/** A page with what is said while it stands. */
export type ReadPage = { readonly page: PageText; readonly vi: string; readonly en: string | null };

/** Signs in a line of the headline: more would be set too small to be read from 3 m. */
const LONGEST_HEADLINE = 24;
const LONGEST_CAPTION = 96;
const LONGEST_TAG = 12;
const MOST_SECONDS = 12;
const LEAST_SECONDS = 3.6;
/** Signs a second that a caption may be read at. */
const CAPTION_SPEED = 20;

type Part = { readonly line: number; readonly lines: readonly KeyLine[] };

/** One page of the file, or what is wrong with its lines. */
export function readPage({ line, lines }: Part, index: number): ReadPage | readonly LineProblem[] {
  const problems: LineProblem[] = [];
  const all = (key: Key): readonly KeyLine[] => lines.filter((one) => one.key === key);
  const one = (key: Key): KeyLine | undefined => {
    const [first, second] = all(key);
    if (second !== undefined) problems.push({ line: second.line, message: `"${wordOf(key)}" stands twice in this page` });
    return first;
  };
  const headline = one('headline');
  const vi = one('captionVi');
  if (headline === undefined) problems.push({ line, message: `this page has no "${wordOf('headline')}"` });
  if (vi === undefined) problems.push({ line, message: `this page has no "${wordOf('captionVi')}": what the clip says in Vietnamese` });
  const en = one('captionEn');
  for (const caption of [vi, en]) if (caption !== undefined) tooLong(caption, LONGEST_CAPTION, problems);
  const shown = headline === undefined ? [] : linesOf(headline, problems);
  const picture = pictureOf({ picture: one('picture'), people: one('people'), things: one('things'), ground: one('ground') }, problems);
  const labels = all('label');
  checkLabels(picture.name, labels, problems);
  const tag = one('tag');
  if (tag !== undefined) tooLong(tag, LONGEST_TAG, problems);
  const seconds = one('seconds');
  if (problems.length > 0 || vi === undefined) return problems;
  const page: PageText = {
    id: `page-${index + 1}`,
    seconds: 0,
    arrival: index === 0 ? 'first' : index % 3 === 2 ? 'turn' : 'slide',
    lines: shown,
    wideLines: narrowLines(shown),
    picture,
    ...(labels.length === 0 ? {} : { labels: labelsOf(picture.name, ...labels.map(({ value }) => value)) }),
    ...(tag === undefined ? {} : { tag: tag.value }),
  };
  const least = leastSeconds(page, [vi.value, en?.value ?? '']);
  const lasts = seconds === undefined ? least : Number(seconds.value.replace(',', '.'));
  if (seconds !== undefined && !(lasts >= least && lasts <= MOST_SECONDS)) {
    return [{ line: seconds.line, message: `"${seconds.value}": this page needs ${least} to ${MOST_SECONDS} seconds, so that its words can be read (half a second a word)` }];
  }
  return { page: { ...page, seconds: lasts }, vi: vi.value, en: en?.value ?? null };
}

function linesOf({ line, value }: KeyLine, problems: LineProblem[]): readonly string[] {
  const parts = value.split(/\s+\/\s+/u);
  const lines = parts.length > 1 ? parts : value.length <= LONGEST_HEADLINE ? [value] : breakLines(value, 2);
  if (lines.length > 2) problems.push({ line, message: 'a headline has at most two lines; " / " parts them' });
  const long = lines.find((one) => one.length > LONGEST_HEADLINE);
  if (long !== undefined) problems.push({ line, message: `"${long}" has ${long.length} signs; a line of the headline has at most ${LONGEST_HEADLINE}` });
  return lines;
}

type Wanted = Readonly<Record<'picture' | 'people' | 'things' | 'ground', KeyLine | undefined>>;

function pictureOf({ picture, people, things, ground }: Wanted, problems: LineProblem[]): PictureChoice {
  const list = (line: KeyLine | undefined): readonly string[] => line?.value.split(',').map((word) => word.trim()).filter((word) => word !== '') ?? [];
  const find = <Name>(line: KeyLine | undefined, word: string, found: Name | null, what: string, words: Readonly<Record<string, string>>): readonly Name[] => {
    if (found !== null) return [found];
    problems.push({ line: line?.line ?? 0, message: `there is no ${what} "${word}"; there are ${Object.values(words).join(', ')}` });
    return [];
  };
  const [name = 'crowd'] = picture === undefined ? [] : find(picture, picture.value, findPicture(picture.value), 'picture', PICTURE_WORDS);
  const who = list(people).flatMap((word) => find(people, word, findPerson(word), 'person', PERSON_WORDS));
  const what = list(things).flatMap((word) => find(things, word, findThing(word), 'thing', THING_WORDS));
  const [on] = ground === undefined ? [] : find(ground, ground.value, findGround(ground.value), 'ground', GROUND_WORDS);
  if (new Set(who).size < who.length) problems.push({ line: people?.line ?? 0, message: 'a person stands once in a picture' });
  return { name, ...(who.length === 0 ? {} : { people: who }), ...(what.length === 0 ? {} : { things: what }), ...(on === undefined ? {} : { ground: on }) };
}

function checkLabels(name: PictureName, labels: readonly KeyLine[], problems: LineProblem[]): void {
  const room = LABEL_TIMES[name].length;
  const surplus = labels[room];
  if (surplus !== undefined) problems.push({ line: surplus.line, message: `the picture "${PICTURE_WORDS[name]}" has room for ${room} of "${wordOf('label')}"` });
  for (const label of labels.slice(0, room)) tooLong(label, LONGEST_LABEL[name], problems);
  const twice = labels.find(({ value }, i) => labels.findIndex((one) => one.value === value) < i);
  if (twice !== undefined) problems.push({ line: twice.line, message: `"${twice.value}" stands twice` });
}

function tooLong({ line, key, value }: KeyLine, most: number, problems: LineProblem[]): void {
  if (value.length > most) problems.push({ line, message: `"${wordOf(key)}" has ${value.length} signs; here it has at most ${most}` });
}

/** Half a second a word after a text stands, and 20 signs a second for captions; in steps of a fifth of a second. */
function leastSeconds(page: PageText, captions: readonly string[]): number {
  const written = (page.arrival === 'first' ? 0 : HEADLINE.from) + HEADLINE.seconds;
  const needs = [
    LEAST_SECONDS,
    written + readingSeconds(page.lines.join(' ')),
    ...Object.values(page.labels ?? {}).map(({ text, from }) => from + readingSeconds(text)),
    ...captions.map((text) => text.length / CAPTION_SPEED + 0.6),
  ];
  return Math.ceil(Math.max(...needs) * 5 - 1e-6) / 5;
}
