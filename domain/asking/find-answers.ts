import { hasMarks } from '../finding/spelling.ts';
import { buildNearTerms, type NearTerms } from '../finding/near-terms.ts';
import { readRawTyping } from '../finding/raw-typing.ts';
import { spellingOf } from '../finding/spelling.ts';
import { saidWords, type SaidWord } from './question-words.ts';

/** Something that can be answered: its name for the caller, and every way it is asked for. */
export type Answerable<Name> = { readonly name: Name; readonly wordings: readonly string[] };

/** `certainty`: 0 nothing in common, 1 word for word one of its wordings. */
export type AnswerHit<Name> = { readonly name: Name; readonly certainty: number };

/** From here on an answer is given; below it the kiosk says that it is not sure. Held by the golden questions. */
export const SURE = 0.62;
/** From here on an answer may be offered as one of several. */
export const LIKELY = 0.4;

const SLIP = 0.75;
/** A slip in a shorter word makes another word: "tàu" is not "tử". */
const SHORTEST_SLIP = 4;
/** A question that also names something nobody here knows is rather about that: "mật khẩu wifi", "khai sinh giả". */
const NAMES_A_STRANGER = 0.9;
const LEAST_OF_WORDING = 0.58;
const OTHER_MARKS = 0.4;
/** Two words that stand together in both: Vietnamese words have two syllables, and one alone says little. */
const TOGETHER_BONUS = 0.18;

type Wording = { readonly words: readonly SaidWord[]; readonly pairs: ReadonlySet<string>; readonly weight: number };
type Row<Name> = { readonly name: Name; readonly wordings: readonly Wording[] };
type Table<Name> = { readonly rows: readonly Row<Name>[]; readonly idf: ReadonlyMap<string, number>; readonly rarest: number; readonly marked: ReadonlySet<string>; readonly near: NearTerms; readonly terms: readonly string[] };

/**
 * Makes a table of what can be answered. The function it gives ranks that for a question, surest first, at most `most`.
 * A certainty says how much of the question a wording says and how much of the wording the question says.
 */
export function answerFinder<Name>(answerables: readonly Answerable<Name>[]): (question: string, most?: number) => readonly AnswerHit<Name>[] {
  const table = tableOf(answerables);
  return (question, most = 5) => {
    const asked = saidWords(question).map((word) => asMeant(table, word));
    if (asked.length === 0) return [];
    return table.rows
      .map(({ name, wordings }) => ({ name, certainty: Math.max(0, ...wordings.map((wording) => certaintyOf(table, asked, wording))) }))
      .filter(({ certainty }) => certainty >= LIKELY)
      .toSorted((a, b) => b.certainty - a.certainty)
      .slice(0, most);
  };
}

function tableOf<Name>(answerables: readonly Answerable<Name>[]): Table<Name> {
  const said = answerables.map(({ name, wordings }) => ({ name, wordings: wordings.map(saidWords) }));
  const holders = new Map<string, number>();
  for (const { wordings } of said) {
    for (const term of new Set(wordings.flatMap((words) => words.map(({ folded }) => folded)))) holders.set(term, (holders.get(term) ?? 0) + 1);
  }
  const idf = new Map([...holders].map(([term, count]) => [term, Math.log(1 + answerables.length / count)]));
  const terms = [...holders.keys()];
  const weightOf = (words: readonly SaidWord[]): number => sum(words.map((word) => word.weight * (idf.get(word.folded) ?? 0)));
  return {
    rows: said.map(({ name, wordings }) => ({ name, wordings: wordings.map((words) => ({ words, pairs: pairsOf(words), weight: weightOf(words) })) })),
    idf,
    rarest: Math.log(1 + answerables.length),
    marked: new Set(said.flatMap(({ wordings }) => wordings.flatMap((words) => words.map(({ marked }) => marked)))),
    near: buildNearTerms(terms),
    terms,
  };
}

/** A word that nothing knows may be raw Telex. */
function asMeant(table: Table<unknown>, word: SaidWord): SaidWord {
  if (table.idf.has(word.folded)) return word;
  const raw = readRawTyping(word.folded);
  const read = raw === null ? null : spellingOf(raw);
  return read !== null && table.idf.has(read.folded) ? { ...word, ...read } : word;
}

function certaintyOf(table: Table<unknown>, asked: readonly SaidWord[], wording: Wording): number {
  let askedWeight = 0;
  let shared = 0;
  let strange = 0;
  for (const word of asked) {
    // A word that no wording knows says most of all: what it names is not ours to answer.
    const isStrange = isStranger(table, word);
    const own = word.weight * (isStrange ? table.rarest : (table.idf.get(word.folded) ?? table.rarest));
    const like = likeness(table, word, wording);
    askedWeight += own;
    shared += own * like;
    if (isStrange) strange += own * (1 - like);
  }
  if (shared === 0 || wording.weight === 0) return 0;
  const ofQuestion = shared / askedWeight;
  const ofWording = Math.min(1, shared / wording.weight);
  const certainty = (2 * ofQuestion * ofWording) / (ofQuestion + ofWording);
  const together = [...pairsOf(asked)].filter((pair) => wording.pairs.has(pair)).length;
  const parted = together > 0 || wording.words.length === 1 ? 1 : 1 / (1 + TOGETHER_BONUS);
  // "ly hôn" alone is not "ly hôn tách hộ khẩu".
  if (ofWording < LEAST_OF_WORDING) return Math.min(certainty * parted, SURE - 0.01);
  return certainty * parted * (1 - (NAMES_A_STRANGER * strange) / askedWeight);
}

/** Said with its marks a word is known with these marks or not at all: "chó" is not "cho". A slip that is forgiven is no stranger. */
function isStranger(table: Table<unknown>, word: SaidWord): boolean {
  if (word.weight < 1) return false;
  if (hasMarks(word)) return !table.marked.has(word.marked);
  return !table.idf.has(word.folded) && table.near.oneSlip(word.folded).length === 0;
}

function likeness(table: Table<unknown>, word: SaidWord, { words }: Wording): number {
  let best = 0;
  for (const known of words) {
    if (known.folded === word.folded) {
      // Known wordings have all their marks, so one without is another word.
      if (!hasMarks(word) || known.marked === word.marked) return 1;
      best = Math.max(best, OTHER_MARKS);
    }
  }
  if (best > 0 || table.idf.has(word.folded) || word.folded.length < SHORTEST_SLIP) return best;
  const slips = new Set(table.near.oneSlip(word.folded).map((id) => table.terms[id]));
  return words.some((known) => slips.has(known.folded)) ? SLIP : 0;
}

function pairsOf(words: readonly SaidWord[]): ReadonlySet<string> {
  return new Set(words.slice(1).map((word, at) => `${words[at]?.folded ?? ''} ${word.folded}`));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
