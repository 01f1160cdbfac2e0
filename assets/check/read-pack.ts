import { Type, type Static, type TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import {
  Answer,
  Card,
  Guide,
  LifeEvent,
  PackHead,
  PackLanguage,
  Playlist,
  Reason,
  type GuideOrCard,
} from '#contract/content-pack.ts';
import { FindingWords } from '#contract/finding-words.ts';
import type { PackSource } from './pack-source.ts';
import type { Problem } from './problem.ts';

const Events = Type.Array(LifeEvent);
const Reasons = Type.Array(Reason);
const Answers = Type.Array(Answer);

export type GuideFile = { readonly file: string; readonly guide: GuideOrCard };
/** `at`: its place in the file, from 0. */
export type AnswerPlace = { readonly file: string; readonly at: number; readonly answer: Answer };
export type LanguageFile = { readonly file: string; readonly language: PackLanguage };

/** What of a pack has the right form. A document that does not is left out, with its problems. */
export type ReadPack = {
  readonly head: PackHead | null;
  readonly events: Static<typeof Events>;
  readonly reasons: Static<typeof Reasons>;
  readonly playlist: Static<typeof Playlist>;
  readonly guides: readonly GuideFile[];
  readonly answers: readonly AnswerPlace[];
  readonly languages: readonly LanguageFile[];
  /** null: the pack has none, or they are wrong. */
  readonly words: FindingWords | null;
};

/** Holds every document against the pack's schema and says exactly where one fails. */
export function readPack(source: PackSource): { readonly pack: ReadPack; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const report = (found: readonly Problem[]): void => void problems.push(...found);
  const guides: GuideFile[] = [];
  const languages: LanguageFile[] = [];
  const answers: AnswerPlace[] = [];
  for (const [file, document] of source.documents) {
    if (file.startsWith('languages/')) {
      const language = readAs(file, document, PackLanguage, report);
      if (language !== null) languages.push({ file, language });
    }
    if (file.startsWith('answers/')) {
      answers.push(...(readAs(file, document, Answers, report) ?? []).map((answer, at) => ({ file, at, answer })));
    }
    if (!file.startsWith('guides/')) continue;
    const guide = readGuide(file, document, report);
    if (guide !== null) guides.push({ file, guide });
  }
  const pack = {
    head: readDocument(source, 'pack.json', PackHead, report),
    events: readDocument(source, 'events.json', Events, report) ?? [],
    reasons: readDocument(source, 'reasons.json', Reasons, report) ?? [],
    playlist: readDocument(source, 'playlist.json', Playlist, report) ?? { items: [] },
    guides,
    answers,
    languages,
    words: source.documents.has('words.json') ? readDocument(source, 'words.json', FindingWords, report) : null,
  };
  return { pack, problems };
}

type Report = (problems: readonly Problem[]) => void;

function readGuide(file: string, document: unknown, report: Report): GuideOrCard | null {
  // Against the union of both kinds every mistake would read "matches neither"; the kind picks the schema.
  const isCard = typeof document === 'object' && document !== null && 'kind' in document && document.kind === 'card';
  return isCard ? readAs(file, document, Card, report) : readAs(file, document, Guide, report);
}

function readDocument<Schema extends TSchema>(
  source: PackSource,
  file: string,
  schema: Schema,
  report: Report,
): Static<Schema> | null {
  if (source.documents.has(file)) return readAs(file, source.documents.get(file), schema, report);
  report([{ file, path: '', message: 'is missing; every pack has it' }]);
  return null;
}

const validators = new WeakMap<TSchema, ReturnType<typeof Compile>>();

/** Compiling costs more than checking; a centre checks at every save. */
function validatorOf(schema: TSchema): ReturnType<typeof Compile> {
  const known = validators.get(schema);
  if (known !== undefined) return known;
  const made = Compile(schema);
  validators.set(schema, made);
  return made;
}

function readAs<Schema extends TSchema>(
  file: string,
  document: unknown,
  schema: Schema,
  report: Report,
): Static<Schema> | null {
  const validator = validatorOf(schema);
  // What passes the compiled schema is of its type.
  if (validator.Check(document)) return document as Static<Schema>;
  report(
    validator.Errors(document).map((error) => ({
      file,
      path: error.instancePath.slice(1).replaceAll('/', '.'),
      message: `${error.message}; see docs/content-pack.md for its form`,
    })),
  );
  return null;
}
