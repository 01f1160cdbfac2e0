import type { ReactElement } from 'react';
import type { HttpRouteName } from '#contract/http-routes.ts';
import type { CentreClient } from '../api/centre-client.ts';
import { useLoaded } from '../api/use-asked.ts';
import type { AreaProps } from '../areas.ts';
import { parseScope, scopeAddress, summaryQuery } from '../day/scope.ts';
import { ScopeToolbar } from '../day/scope-toolbar.tsx';
import { spanWords } from '../day/span-words.ts';
import { useWords, type WordKey } from '../i18n/words.ts';
import { useAddress, withQuery } from '../shell/address.ts';
import { Asked } from '../ui/asked.tsx';
import { Card } from '../ui/card.tsx';
import { SelectField } from '../ui/field.tsx';
import { AudienceField, parseAudience } from './audience-field.tsx';
import { FileButtons, type FileFormat } from './file-buttons.tsx';
import { pageTable } from './page-table.ts';

type Table = { readonly route: HttpRouteName; readonly word: WordKey; readonly formats: readonly FileFormat[] };

const ALL: readonly FileFormat[] = ['xlsx', 'csv', 'html'];

const TABLES: readonly Table[] = [
  { route: 'overview', word: 'tableOverview', formats: ALL },
  { route: 'daily', word: 'tableDaily', formats: ALL },
  { route: 'hourly', word: 'tableHourly', formats: ALL },
  { route: 'heatMap', word: 'tableHeat', formats: ALL },
  { route: 'fields', word: 'tableFields', formats: ALL },
  { route: 'procedures', word: 'tableProcedures', formats: ALL },
  { route: 'reasons', word: 'tableReasons', formats: ALL },
  { route: 'stuckSteps', word: 'tableSteps', formats: ALL },
];

/** Rows of the preview, the head among them. */
const PREVIEW = 13;

export function ExportPanel({ client, points, units, today }: AreaProps & { readonly today: string }): ReactElement {
  const words = useWords();
  const { say, tongue } = words;
  const address = useAddress();
  const scope = parseScope(address.query, today);
  const table = TABLES.find((each) => each.route === address.query.get('table')) ?? TABLES[0];
  const audience = parseAudience(address.query.get('audience'));
  if (table === undefined) throw new Error('there is no table to export');
  const query = { ...summaryQuery(scope), lang: tongue, ...(audience === 'public' ? { audience } : {}) };
  const set = (key: string, value: string | null): void => address.go(withQuery(address, { [key]: value }), 'replace');
  const keep = (to: typeof scope): void => {
    const next = new URL(scopeAddress('/reports', to, today), 'http://dashboard');
    for (const key of ['table', 'audience'] as const) if (address.query.has(key)) next.searchParams.set(key, address.query.get(key) ?? '');
    address.go(next.pathname + next.search, 'replace');
  };
  return (
    <div className="grid export">
      <Card title={say('exportWhat')} span={4} className="export-form">
        <div className="form">
          <SelectField label={say('exportTable')} name="table" options={TABLES.map((each) => ({ value: each.route, name: say(each.word) }))} value={table.route} onChange={(value) => set('table', value)} />
          <AudienceField value={audience} onChange={(value) => set('audience', value)} />
          <ScopeToolbar scope={scope} today={today} points={points} units={units} onGo={keep} />
          <FileButtons client={client} route={table.route} query={query} formats={table.formats} />
        </div>
      </Card>
      <Card title={say('exportPreview', { table: say(table.word), span: spanWords(scope.span, today, words) })} span={8} className="export-preview">
        <Preview client={client} route={table.route} query={query} />
      </Card>
    </div>
  );
}

type PreviewProps = { readonly client: CentreClient; readonly route: HttpRouteName; readonly query: Readonly<Record<string, string>> };

/** The beginning of the printable page: the words and names of every file that people open. */
function Preview({ client, route, query }: PreviewProps): ReactElement {
  const { say, number } = useWords();
  const rows = useLoaded(JSON.stringify([route, query]), async (signal) => {
    const file = await client.fetchFile(route, { query: { ...query, format: 'html' }, signal });
    return file.ok ? { ok: true as const, value: pageTable(await file.value.blob.text(), PREVIEW) } : file;
  });
  return (
    <Asked asked={rows}>
      {(value) => {
        const [head = [], ...body] = value;
        if (body.length === 0) return <p>{say('exportEmpty')}</p>;
        return (
          <>
            <div className="scroll" tabIndex={0} role="region" aria-label={say('exportPreviewLabel')}>
              <table className="lines preview">
                <thead>
                  <tr>
                    {head.map((cell, at) => (
                      <th scope="col" key={at}>
                        {cell}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {body.map((row, line) => (
                    <tr key={line}>
                      {row.map((cell, at) => (
                        <td key={at} className={/^-?[\d.,]+%?(–[\d.,]+%)?$|^\*$/.test(cell) ? 'right' : undefined}>
                          {cell}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            {value.length === PREVIEW ? <p className="hint">{say('exportFirst', { count: number(PREVIEW - 1) })}</p> : null}
          </>
        );
      }}
    </Asked>
  );
}
