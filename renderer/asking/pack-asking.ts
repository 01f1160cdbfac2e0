import type { ContentPack } from '#contract/content-pack.ts';
import { aspectOf } from '#domain/asking/aspect.ts';
import { answerFinder, SURE, type Answerable } from '#domain/asking/find-answers.ts';
import type { Quote } from '#domain/asking/quote.ts';

export type Asked = {
  /** Sure enough to be shown as the answer; null: "Tôi không chắc, mời ông/bà hỏi cán bộ". */
  readonly sure: Quote | null;
  /** What else it may be, surest first. */
  readonly others: readonly Quote[];
};

export type Asking = {
  readonly ask: (pack: ContentPack, question: string) => Asked;
};

const NOTHING: Asked = { sure: null, others: [] };
const MOST_OTHERS = 4;

type Found = { readonly quote: Quote; readonly certainty: number };
type Tables = { readonly answers: (question: string) => readonly Found[]; readonly guides: (question: string) => readonly Found[] };

/** Answers typed questions from the pack alone; its tables are made once a pack. Nothing typed is kept. */
export function createAsking(): Asking {
  const known = new WeakMap<ContentPack, Tables>();
  const tablesOf = (pack: ContentPack): Tables => {
    const found = known.get(pack) ?? makeTables(pack);
    known.set(pack, found);
    return found;
  };
  return {
    ask: (pack, question) => {
      if (question.trim() === '') return NOTHING;
      const { answers, guides } = tablesOf(pack);
      const hits = [...answers(question), ...guides(question)].toSorted((a, b) => b.certainty - a.certainty);
      const [best, ...rest] = hits;
      if (best === undefined) return NOTHING;
      const isSure = best.certainty >= SURE;
      const others = (isSure ? rest : hits).map(({ quote }) => quote).slice(0, MOST_OTHERS);
      return { sure: isSure ? best.quote : null, others };
    },
  };
}

function makeTables(pack: ContentPack): Tables {
  const findAnswer = answerFinder((pack.answers ?? []).map((answer): Answerable<string> => ({ name: answer.id, wordings: [answer.title.vi, answer.title.en, ...answer.asks] })));
  const findGuide = answerFinder(
    pack.guides.map((guide): Answerable<string> => ({ name: guide.slug, wordings: [guide.title.vi, guide.title.en, guide.officialName, ...guide.synonyms] })),
  );
  return {
    answers: (question) => {
      // "Quên mật khẩu thì làm sao": the tail asks how, as every answer of its own says anyway.
      const { aspect, subject } = aspectOf(question);
      const hits = aspect === 'steps' ? [...findAnswer(question), ...findAnswer(subject)] : findAnswer(question);
      const best = new Map<string, number>();
      for (const { name, certainty } of hits) best.set(name, Math.max(certainty, best.get(name) ?? 0));
      return [...best].map(([id, certainty]) => ({ quote: { kind: 'answer', id }, certainty }));
    },
    guides: (question) => {
      const { aspect, subject } = aspectOf(question);
      if (aspect === 'amount') return findGuide(subject).map(({ name, certainty }) => ({ quote: { kind: 'guide', slug: name, aspect: 'summary' }, certainty: Math.min(certainty, SURE - 0.01) }));
      return findGuide(subject).map(({ name, certainty }) => ({ quote: { kind: 'guide', slug: name, aspect: aspect ?? 'summary' }, certainty }));
    },
  };
}
