import { useId, useState, type ReactElement } from 'react';
import type { DocumentAnswer, EditionDetail, PackProblem } from '#contract/library.ts';
import type { CentreClient, CentreFailure } from '../api/centre-client.ts';
import { useAsked } from '../api/use-asked.ts';
import { useWords, type WordKey } from '../i18n/words.ts';
import { Asked } from '../ui/asked.tsx';
import { Card } from '../ui/card.tsx';
import { Problem } from '../ui/problem.tsx';
import { useToast } from '../ui/toast.tsx';
import { guideParts, type GuidePart } from './guide-parts.ts';
import { GuideJson } from './guide-json.tsx';
import { textAt, withValue } from './json-path.ts';
import { actorWords, didWords, stamp } from './library-view.ts';
import { placeWords, problemWords } from './problem-words.ts';

type GuideFormProps = { readonly client: CentreClient; readonly detail: EditionDetail; readonly path: string; readonly mayEdit: boolean; readonly onSaved: () => void };

/** A guide as a form for what changes most, with the JSON behind it for the rest. */
export function GuideForm(props: GuideFormProps): ReactElement {
  const asked = useAsked(props.client, 'document', { params: { id: props.detail.edition.id }, query: { path: props.path } });
  return <Asked asked={asked}>{(answer) => <LoadedGuide key={answer.sha256} {...props} answer={answer} onSaved={() => (asked.again(), props.onSaved())} />}</Asked>;
}

function LoadedGuide({ client, detail, path, mayEdit, onSaved, answer }: GuideFormProps & { readonly answer: DocumentAnswer }): ReactElement {
  const { say, tongue, number } = useWords();
  const toast = useToast();
  const [guide, setGuide] = useState(answer.document);
  const [failure, setFailure] = useState<CentreFailure | null>(null);
  const [busy, setBusy] = useState(false);
  const isChanged = guide !== answer.document;
  const set = (at: string, value: string, optional: boolean): void => setGuide(withValue(guide, at, value === '' && optional ? undefined : value));
  const save = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const saved = await client.ask('saveDocument', { params: { id: detail.edition.id }, body: { path, document: guide, seen: answer.sha256 } });
    setBusy(false);
    if (!saved.ok) return setFailure(saved.failure);
    const own = saved.value.problems.length;
    toast(own === 0 ? say('libSaved') : say('libSavedProblems', { count: number(own) }));
    return onSaved();
  };
  const problems = detail.problems.filter((problem) => problem.file === path);
  return (
    <form
      className="lib-stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2 className="lib-guide-title">
        {textAt(guide, 'title.vi')} <span className="hint">{path}</span>
      </h2>
      {mayEdit ? null : <p className="hint">{say('libReadOnly')}</p>}
      <Problem failure={failure} />
      {guideParts(guide).map((part) => (
        <PartForm key={part.path} part={part} guide={guide} readOnly={!mayEdit} problems={problems.filter((problem) => isIn(problem, part))} onSet={set} />
      ))}
      <GuideJson guide={guide} readOnly={!mayEdit} onApply={setGuide} />
      {problems.filter((problem) => !guideParts(guide).some((part) => isIn(problem, part))).map((problem) => (
        <p key={problem.path} className="lib-wrong">
          {placeWords(problem, tongue)}: {problemWords(problem, tongue)}
        </p>
      ))}
      {mayEdit ? (
        <div className="lib-save">
          <button type="submit" className="primary" aria-disabled={busy || !isChanged}>
            {say('libSave')}
          </button>
          {isChanged ? <span role="status">{say('libUnsaved')}</span> : null}
        </div>
      ) : null}
      <GuideHistory lines={answer.history} />
    </form>
  );
}

function GuideHistory({ lines }: { readonly lines: DocumentAnswer['history'] }): ReactElement {
  const words = useWords();
  return (
    <Card title={words.say('libPartHistory')}>
      <ol className="lib-history">
        {lines.map((line, index) => (
          <li key={`${line.at} ${index}`}>
            <span className="hint nowrap">{stamp(line.at, words)}</span>
            <span>
              <b>{actorWords(line.actor, words)}</b> {didWords(line, words)}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function isIn({ path }: PackProblem, part: GuidePart): boolean {
  const within = (at: string): boolean => path === at || path.startsWith(`${at}.`);
  return part.path === '' ? part.texts.some((text) => within(text.path)) : within(part.path);
}

type PartFormProps = { readonly part: GuidePart; readonly guide: unknown; readonly readOnly: boolean; readonly problems: readonly PackProblem[]; readonly onSet: (path: string, value: string, optional: boolean) => void };

function PartForm({ part, guide, readOnly, problems, onSet }: PartFormProps): ReactElement {
  const { say, tongue } = useWords();
  const id = useId();
  const name = say(part.word, part.number === null ? {} : { number: String(part.number) });
  const title = part.number === null || part.word === 'libPartStep' ? name : say('libFactNumber', { part: name, number: String(part.number) });
  return (
    <fieldset className="card lib-part" aria-describedby={problems.length === 0 ? undefined : id}>
      <legend>{title}</legend>
      {problems.length === 0 ? null : (
        <ul id={id} className="lib-wrong">
          {problems.map((problem) => (
            <li key={`${problem.path} ${problem.message}`}>
              {placeWords(problem, tongue)}: {problemWords(problem, tongue)}
            </li>
          ))}
        </ul>
      )}
      {part.texts.map((text) => (
        <div key={text.path} className="lib-pair">
          {(['vi', 'en'] as const).map((language) => (
            <TextInput key={language} label={`${say(text.word)} (${say(language === 'vi' ? 'libVi' : 'libEn')})`} language={language} long={text.long} value={textAt(guide, `${text.path}.${language}`)} readOnly={readOnly} onChange={(value) => onSet(text.optional && value === '' ? text.path : `${text.path}.${language}`, value, text.optional)} />
          ))}
        </div>
      ))}
      {part.provenance === null ? null : <ProvenanceForm path={part.provenance} guide={guide} readOnly={readOnly} onSet={onSet} />}
    </fieldset>
  );
}

type TextInputProps = { readonly label: string; readonly language: string; readonly long: boolean; readonly value: string; readonly readOnly: boolean; readonly onChange: (value: string) => void };

function TextInput({ label, language, long, value, readOnly, onChange }: TextInputProps): ReactElement {
  const id = useId();
  const common = { id, lang: language, value, readOnly, onChange: (event: { readonly target: { readonly value: string } }) => onChange(event.target.value) };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {long ? <textarea rows={2} {...common} /> : <input type="text" {...common} />}
    </div>
  );
}

const MARKS: readonly (readonly [value: string, word: WordKey])[] = [['A', 'libMarkA'], ['B', 'libMarkB'], ['C', 'libMarkC']];

function ProvenanceForm({ path, guide, readOnly, onSet }: { readonly path: string; readonly guide: unknown; readonly readOnly: boolean; readonly onSet: PartFormProps['onSet'] }): ReactElement {
  const { say } = useWords();
  const id = useId();
  const field = (name: string, word: WordKey, type: 'text' | 'url' | 'date', optional = false): ReactElement => (
    <div className="field">
      <label htmlFor={`${id}-${name}`}>{say(word)}</label>
      <input id={`${id}-${name}`} type={type} value={textAt(guide, `${path}.${name}`)} readOnly={readOnly} onChange={(event) => onSet(`${path}.${name}`, event.target.value, optional)} />
    </div>
  );
  return (
    <div className="lib-provenance">
      {field('source', 'libSource', 'text')}
      {field('sourceUrl', 'libSourceUrl', 'url', true)}
      <div className="field">
        <label htmlFor={`${id}-mark`}>{say('libMark')}</label>
        <select id={`${id}-mark`} value={textAt(guide, `${path}.mark`)} disabled={readOnly} onChange={(event) => onSet(`${path}.mark`, event.target.value, false)}>
          {MARKS.map(([value, word]) => (
            <option key={value} value={value}>
              {say(word)}
            </option>
          ))}
        </select>
      </div>
      {field('checkedOn', 'libCheckedOn', 'date')}
      {field('expiresOn', 'libExpiresOn', 'date')}
    </div>
  );
}
