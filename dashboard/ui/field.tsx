import { useId, type ReactElement } from 'react';

type FieldProps = {
  readonly label: string;
  readonly name: string;
  readonly type: 'email' | 'password' | 'text';
  readonly autoComplete: string;
  readonly hint?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
};

/** A labelled input; its hint is read with it. */
export function Field({ label, name, type, autoComplete, hint, ...limits }: FieldProps): ReactElement {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint === undefined ? null : (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input id={id} name={name} type={type} autoComplete={autoComplete} required aria-describedby={hint === undefined ? undefined : `${id}-hint`} {...limits} />
    </div>
  );
}

/** A form's text field; a file or a missing field is an empty text. */
export function textOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
}
