import { useState, type ReactElement } from 'react';
import type { ReportHeading } from '#contract/day.ts';
import { useAsked } from '../api/use-asked.ts';
import type { AreaProps } from '../areas.ts';
import { parseScope, placeQuery, scopeAddress, type Scope } from '../day/scope.ts';
import { ScopeToolbar } from '../day/scope-toolbar.tsx';
import { spanAround } from '../day/span.ts';
import { spanWords } from '../day/span-words.ts';
import { useWords } from '../i18n/words.ts';
import { useAddress, withQuery } from '../shell/address.ts';
import { Asked } from '../ui/asked.tsx';
import { Card } from '../ui/card.tsx';
import { AnnexDocument } from './annex-document.tsx';
import { AudienceField, parseAudience } from './audience-field.tsx';
import { FileButtons } from './file-buttons.tsx';
import { HeadingDialog } from './heading-dialog.tsx';

/** The monthly annex: which month, of whom, for whom; what stands above it; and how it will look. */
export function AnnexPanel({ client, user, points, units, today }: AreaProps & { readonly today: string }): ReactElement {
  const words = useWords();
  const { say } = words;
  const address = useAddress();
  const [editing, setEditing] = useState<ReportHeading | null>(null);
  const asked = parseScope(address.query, today);
  // A report is about a month, or a quarter, or whatever was asked for; never about one day.
  const scope: Scope = asked.span.kind === 'day' ? { ...asked, span: spanAround('month', asked.span.from, today) } : asked;
  const audience = parseAudience(address.query.get('audience'));
  const query = { from: scope.span.from, to: scope.span.to, ...placeQuery(scope), audience };
  const annex = useAsked(client, 'annex', { query });
  const keep = (to: Scope): void => {
    const next = new URL(scopeAddress('/reports', to, today), 'http://dashboard');
    next.searchParams.set('tab', 'annex');
    if (audience === 'public') next.searchParams.set('audience', audience);
    address.go(next.pathname + next.search, 'replace');
  };
  return (
    <div className="grid export">
      <Card title={say('annexWhat')} span={4} className="export-form">
        <div className="form">
          <p>{say('annexLead')}</p>
          <ScopeToolbar scope={scope} today={today} points={points} units={units} kinds={['month', 'quarter', 'range']} onGo={keep} />
          <AudienceField value={audience} onChange={(value) => address.go(withQuery(address, { audience: value }), 'replace')} />
          {user.role === 'viewer' || annex.state.kind !== 'ready' ? null : (
            <button type="button" className="secondary" onClick={() => (annex.state.kind === 'ready' ? setEditing(annex.state.value.heading) : undefined)}>
              {say('headingChange')}
            </button>
          )}
          <FileButtons client={client} route="annex" query={query} formats={['docx', 'xlsx', 'html']} />
        </div>
      </Card>
      <Card title={say('annexPreview', { span: spanWords(scope.span, today, words) })} span={8} className="export-preview">
        <Asked asked={annex}>{(value) => <AnnexDocument annex={value} points={points} />}</Asked>
      </Card>
      {editing === null ? null : (
        <HeadingDialog
          client={client}
          unit={scope.unit ?? points.find((point) => point.id === scope.servicePoint)?.unit ?? user.unit}
          heading={editing}
          onClose={() => setEditing(null)}
          onDone={() => {
            setEditing(null);
            annex.again();
          }}
        />
      )}
    </div>
  );
}
