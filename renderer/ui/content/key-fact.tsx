import type { ReactElement } from 'react';
import { Icon } from '../../art/icon.tsx';
import type { IconName } from '../../art/icon.tsx';
import './key-fact.css';

export type FactCase = { readonly headline: string; readonly detail: string | null };

/** "1 ngày" is a number as large as a sign and its unit; anything else is words. */
function Headline({ text }: { readonly text: string }): ReactElement {
  const sign = /^(\d[\d.,]*)\s*(.*)$/.exec(text);
  if (sign === null) return <p className="fact-headline is-words heading">{text}</p>;
  return (
    <p className="fact-headline heading">
      <span className="fact-number">{sign[1]}</span> <span className="fact-unit">{sign[2]}</span>
    </p>
  );
}

/** One fact with its cases, such as the time or the fee. `hidden`: what stands there when it may not be shown. */
export function KeyFact({ icon, label, cases, hidden }: { readonly icon: IconName; readonly label: string; readonly cases: readonly FactCase[]; readonly hidden: string }): ReactElement {
  return (
    <section className={cases.length > 1 ? 'key-fact has-cases' : 'key-fact'}>
      <h2 className="fact-label" data-block="keep">
        <Icon name={icon} className="fact-icon" />
        {label}
      </h2>
      {cases.length === 0 ? (
        <p className="fact-headline is-words heading" data-block>
          {hidden}
        </p>
      ) : null}
      {cases.map((one) => (
        <div className="fact-case" data-block key={`${one.headline} ${one.detail ?? ''}`}>
          <Headline text={one.headline} />
          {one.detail === null ? null : <p className="fact-detail">{one.detail}</p>}
        </div>
      ))}
    </section>
  );
}
