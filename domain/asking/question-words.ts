import { hasMarks, spellingOf, splitWords, type Spelling } from '../finding/spelling.ts';

/** Words that ask politely or fill a sentence; what is asked about stands in the others. */
const FILLERS = splitWords(
  'a à ạ ơi ừ anh bác bạn cháu chị em ông bà cô chú con tôi mình mẹ bố cái các cho của cũng đã đang đây đấy đi được gì nào giúp hãy hay hỏi là làm muốn cần nếu ' +
    'nên này nhé nhỉ nhưng những phải ra rồi sao thế thì thôi tới trên và vẫn vào về với vậy xin một đó thấy có bị ở đâu bao nhiêu ai ' +
    'an and are can cost do does for get how i in is it my of on please the to what where which with',
).map(spellingOf);
const MARKED = new Set(FILLERS.map(({ marked }) => marked));
const FOLDED = new Set(FILLERS.map(({ folded }) => folded));
/** How much a filler still says: "có" and "không có" are not the same question. */
const FILLER_WEIGHT = 0.12;

/** A word of a question and how much of its meaning it carries, 0–1. */
export type SaidWord = Spelling & { readonly weight: number };

/** The words of a question or of a known wording. Typed without marks a word may be any that folds to it. */
export function saidWords(text: string): readonly SaidWord[] {
  return splitWords(text).map((word) => {
    const spelling = spellingOf(word);
    const isFiller = hasMarks(spelling) ? MARKED.has(spelling.marked) : FOLDED.has(spelling.folded);
    return { ...spelling, weight: isFiller ? FILLER_WEIGHT : 1 };
  });
}
