import type { ReactElement, ReactNode } from 'react';

type PageHeadProps = { readonly title: ReactNode; readonly lead?: ReactNode; readonly children?: ReactNode };

/** The page's one h1, a line under it, and the page's own tools to the right. */
export function PageHead({ title, lead, children }: PageHeadProps): ReactElement {
  return (
    <div className="toolbar">
      <div className="toolbar-title">
        <h1 tabIndex={-1}>{title}</h1>
        {lead === undefined ? null : <p className="page-lead">{lead}</p>}
      </div>
      {children === undefined ? null : <div className="tools">{children}</div>}
    </div>
  );
}
