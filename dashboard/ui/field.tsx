import { useId, type ReactElement, type ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';

type Common = { readonly label: string; readonly name: string; readonly hint?: string; readonly optional?: boolean };
type FieldProps = Common & {
  readonly type: 'email' | 'password' | 'text' | 'number' | 'date' | 'datetime-local' | 'time' | 'url' | 'search';
  readonly autoComplete?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly min?: number | string;
  readonly max?: number | string;
  readonly step?: number | string;
  readonly pattern?: string;
  readonly defaultValue?: string | number;
};

/** A labelled input; its hint is read with it. Required unless `optional`. */
export function Field({ label, name, type, hint, optional = false, autoComplete = 'off', ...limits }: FieldProps): ReactElement {
  return (
    <Labelled label={label} hint={hint} optional={optional}>
      {(id, described) => <input id={id} name={name} type={type} autoComplete={autoComplete} required={!optional} aria-describedby={described} {...limits} />}
    </Labelled>
  );
}

type SelectFieldProps = Common & { readonly options: readonly { readonly value: string; readonly name: string }[]; readonly defaultValue?: string; readonly value?: string; readonly onChange?: (value: string) => void };

/** A labelled choice of one. */
export function SelectField({ label, name, hint, optional = false, options, onChange, ...value }: SelectFieldProps): ReactElement {
  return (
    <Labelled label={label} hint={hint} optional={optional}>
      {(id, described) => (
        <select id={id} name={name} required={!optional} aria-describedby={described} {...(onChange === undefined ? {} : { onChange: (event) => onChange(event.target.value) })} {...value}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.name}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

type TextAreaFieldProps = Common & { readonly rows?: number; readonly maxLength?: number; readonly defaultValue?: string };

/** A labelled text of several lines. */
export function TextAreaField({ label, name, hint, optional = false, rows = 3, ...limits }: TextAreaFieldProps): ReactElement {
  return (
    <Labelled label={label} hint={hint} optional={optional}>
      {(id, described) => <textarea id={id} name={name} rows={rows} required={!optional} aria-describedby={described} {...limits} />}
    </Labelled>
  );
}

/** A labelled box to tick. */
export function CheckField({ label, name, hint, defaultChecked = false }: Omit<Common, 'optional'> & { readonly defaultChecked?: boolean }): ReactElement {
  const id = useId();
  return (
    <div className="field check">
      <input id={id} name={name} type="checkbox" defaultChecked={defaultChecked} aria-describedby={hint === undefined ? undefined : `${id}-hint`} />
      <label htmlFor={id}>{label}</label>
      {hint === undefined ? null : (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

type LabelledProps = { readonly label: string; readonly hint: string | undefined; readonly optional: boolean; readonly children: (id: string, described: string | undefined) => ReactNode };

function Labelled({ label, hint, optional, children }: LabelledProps): ReactElement {
  const { say } = useWords();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {optional ? <span className="hint"> ({say('optional')})</span> : null}
      </label>
      {hint === undefined ? null : (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children(id, hint === undefined ? undefined : `${id}-hint`)}
    </div>
  );
}

/** A form's text field; a file or a missing field is an empty text. */
export function textOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
}
