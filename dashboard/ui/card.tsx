import { useId, type ReactElement, type ReactNode } from 'react';

type CardProps = {
  readonly title: ReactNode;
  /** Columns of twelve; full width on a narrow screen. */
  readonly span?: 3 | 4 | 5 | 6 | 7 | 8 | 9 | 12;
  readonly className?: string;
  /** Buttons and links beside the title. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
};

/** A titled section on its own paper. Stands in a `.grid`, or alone. */
export function Card({ title, span = 12, className = '', tools, children }: CardProps): ReactElement {
  const id = useId();
  return (
    <section className={`card span-${span} ${className}`} aria-labelledby={id}>
      {tools === undefined ? (
        <h2 id={id}>{title}</h2>
      ) : (
        <div className="card-head">
          <h2 id={id}>{title}</h2>
          <div className="tools">{tools}</div>
        </div>
      )}
      {children}
    </section>
  );
}
