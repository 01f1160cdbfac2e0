import type { ReactElement } from 'react';

/** A sentence of several parts in a narrow column: lines break between the parts only, never before a lone number. */
export function Phrases({ text }: { readonly text: string }): ReactElement {
  const parts = text.split(/(?<=[,;]) /);
  return (
    <span>
      {parts.map((part, at) => (
        <span key={`${at}-${part}`}>
          {at === 0 ? null : ' '}
          <span className="nowrap">{part}</span>
        </span>
      ))}
    </span>
  );
}
