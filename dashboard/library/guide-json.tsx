import { useId, useState, type ReactElement } from 'react';
import { useWords } from '../i18n/words.ts';

type GuideJsonProps = { readonly guide: unknown; readonly readOnly: boolean; readonly onApply: (guide: unknown) => void };

/** The document itself, for what the form has no field for. */
export function GuideJson({ guide, readOnly, onApply }: GuideJsonProps): ReactElement {
  const { say } = useWords();
  const id = useId();
  const [text, setText] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const apply = (): void => {
    try {
      onApply(JSON.parse(text ?? ''));
      setText(null);
      setWrong(null);
    } catch (error) {
      setWrong(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <details className="card lib-json">
      <summary>{say('libJson')}</summary>
      <div className="field">
        <label htmlFor={id}>{say('libJsonLead')}</label>
        <textarea id={id} className="code" rows={20} spellCheck={false} readOnly={readOnly} value={text ?? JSON.stringify(guide, null, 2)} onChange={(event) => setText(event.target.value)} />
      </div>
      {wrong === null ? null : (
        <p className="lib-wrong" role="alert">
          {say('libJsonWrong', { reason: wrong })}
        </p>
      )}
      {readOnly ? null : (
        <button type="button" className="secondary" disabled={text === null} onClick={apply}>
          {say('libJsonApply')}
        </button>
      )}
    </details>
  );
}
