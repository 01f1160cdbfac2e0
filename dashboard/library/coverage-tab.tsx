import { useState, type ReactElement } from 'react';
import type { CoverageKiosk, Edition, Publication } from '#contract/library.ts';
import { useAsked } from '../api/use-asked.ts';
import type { AreaProps } from '../areas.ts';
import { useWords, type WordKey, type Words } from '../i18n/words.ts';
import { Asked } from '../ui/asked.tsx';
import { Card } from '../ui/card.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { Empty } from '../ui/empty.tsx';
import { StatusMark } from '../ui/status-mark.tsx';
import { useToast } from '../ui/toast.tsx';
import { actorWords, COVERAGE_MARKS, isAuthor, ringWords, stamp } from './library-view.ts';
import { PublishDialog } from './publish-dialog.tsx';
import { SyncCard } from './sync-card.tsx';

const COVERAGE_WORDS: Readonly<Record<CoverageKiosk['state'], WordKey>> = { current: 'libCovCurrent', loading: 'libCovLoading', behind: 'libCovBehind', silent: 'libCovSilent', none: 'libCovNone' };
type Open = { readonly kind: 'end'; readonly publication: Publication } | { readonly kind: 'back'; readonly edition: Edition };

/** What is published where, the way back, and which kiosks have followed. */
export function CoverageTab(props: AreaProps): ReactElement {
  const { client, user } = props;
  const { say } = useWords();
  const coverage = useAsked(client, 'coverage', { refreshMs: 60_000 });
  const publications = useAsked(client, 'publications');
  const editions = useAsked(client, 'editions');
  const [open, setOpen] = useState<Open | null>(null);
  const toast = useToast();
  const all = editions.state.kind === 'ready' ? editions.state.value.editions : [];
  const kiosks = coverage.state.kind === 'ready' ? coverage.state.value.kiosks : [];
  const done = (): void => {
    setOpen(null);
    toast(say('libStepDone'));
    publications.again();
    coverage.again();
    editions.again();
  };
  const back = (publication: Publication): (() => void) | null => {
    const edition = all.find((each) => each.id === publication.edition);
    return edition === undefined || user.role === 'viewer' || isAuthor(edition, user) ? null : () => setOpen({ kind: 'back', edition });
  };
  return (
    <div className="grid">
      <Card title={say('libCoverage')} span={12}>
        <Asked asked={coverage}>{({ kiosks: rows }) => <CoverageTable kiosks={rows} points={props.points} />}</Asked>
      </Card>
      <Card title={say('libPublications')} span={12}>
        <Asked asked={publications}>
          {({ publications: rows }) => (
            <PublicationTable {...props} label={say('libPublications')} kiosks={kiosks} rows={rows.filter((row) => row.endedAt === null)} action={(row) => (user.role === 'viewer' || row.ring.kind === 'all' ? null : { word: 'libEnd', run: () => setOpen({ kind: 'end', publication: row }) })} />
          )}
        </Asked>
      </Card>
      <Card title={say('libPublicationsPast')} span={12}>
        <Asked asked={publications}>
          {({ publications: rows }) => (
            <PublicationTable
              {...props}
              label={say('libPublicationsPast')}
              kiosks={kiosks}
              rows={rows.filter((row) => row.endedAt !== null)}
              action={(row) => {
                const run = back(row);
                return run === null ? null : { word: 'libRollBack', run };
              }}
            />
          )}
        </Asked>
      </Card>
      <SyncCard client={client} user={user} />
      {open?.kind === 'back' ? <PublishDialog {...props} edition={open.edition} onClose={() => setOpen(null)} onDone={done} /> : null}
      {open?.kind === 'end' ? (
        <Confirm title={say('libEnd')} action={say('libEnd')} onClose={() => setOpen(null)} onDone={done} onConfirm={() => client.ask('endPublication', { params: { id: open.publication.id } })}>
          {say('libEndLead')}
        </Confirm>
      ) : null}
    </div>
  );
}

function CoverageTable({ kiosks, points }: { readonly kiosks: readonly CoverageKiosk[]; readonly points: AreaProps['points'] }): ReactElement {
  const words = useWords();
  const { say, number, wholePercent } = words;
  const current = kiosks.filter((kiosk) => kiosk.state === 'current').length;
  if (kiosks.length === 0) return <Empty icon="office" title={say('libNoKiosks')} />;
  return (
    <>
      <p className="lib-share">
        <b>{wholePercent(current / kiosks.length)}</b> {say('libCoverageShare', { current: number(current), total: number(kiosks.length) })}
      </p>
      <meter className="lib-meter" min={0} max={kiosks.length} value={current} aria-label={say('libCoverage')} />
      <DataTable label={say('libCoverage')} rows={kiosks} rowKey={(kiosk) => kiosk.device} columns={coverageColumns(points, words)} empty={null} />
    </>
  );
}

function coverageColumns(points: AreaProps['points'], words: Words): readonly Column<CoverageKiosk>[] {
  const { say, wholePercent } = words;
  return [
    {
      id: 'kiosk',
      head: say('libForKiosk'),
      cell: (kiosk) => (
        <>
          {kiosk.name}
          <span className="hint">{points.find((point) => point.id === kiosk.servicePoint)?.name ?? kiosk.servicePoint}</span>
        </>
      ),
      sortBy: (kiosk) => kiosk.name,
    },
    { id: 'state', head: say('libState'), cell: (kiosk) => <StatusMark status={COVERAGE_MARKS[kiosk.state]}>{say(COVERAGE_WORDS[kiosk.state], { share: kiosk.loaded === null ? '' : wholePercent(kiosk.loaded) })}</StatusMark>, sortBy: (kiosk) => kiosk.state },
    { id: 'shall', head: say('libShall'), cell: (kiosk) => kiosk.version ?? '–', sortBy: (kiosk) => kiosk.version },
    { id: 'shows', head: say('libShows'), cell: (kiosk) => kiosk.shows ?? say('unknown'), sortBy: (kiosk) => kiosk.shows },
    { id: 'refused', head: say('libCovRefused'), cell: (kiosk) => (kiosk.refused.length === 0 ? '–' : kiosk.refused.map((file) => `${file.path}: ${file.reason}`).join('; ')) },
  ];
}

type PublicationTableProps = AreaProps & {
  readonly label: string;
  readonly rows: readonly Publication[];
  readonly kiosks: readonly CoverageKiosk[];
  readonly action: (row: Publication) => { readonly word: WordKey; readonly run: () => void } | null;
};

function PublicationTable({ label, rows, ...rest }: PublicationTableProps): ReactElement {
  const words = useWords();
  return <DataTable label={label} rows={rows} rowKey={(row) => row.id} columns={publicationColumns(rest, words)} empty={<p>{words.say('nothingYet')}</p>} />;
}

function publicationColumns({ kiosks, units, action }: Pick<PublicationTableProps, 'kiosks' | 'units' | 'action'>, words: Words): readonly Column<Publication>[] {
  const { say } = words;
  const nameOf = (id: string): string | undefined => kiosks.find((kiosk) => kiosk.device === id)?.name;
  return [
    { id: 'ring', head: say('libRing'), cell: (row) => ringWords(row.ring, units, nameOf, words) },
    {
      id: 'version',
      head: say('libVersion'),
      cell: (row) => (
        <>
          {row.version} {row.isRollBack ? <StatusMark status="calm">{say('libRollBackMark')}</StatusMark> : null}
          {row.note === null ? null : <span className="hint"> {row.note}</span>}
        </>
      ),
    },
    { id: 'at', head: say('libAt'), cell: (row) => <span className="nowrap">{stamp(row.at, words)}</span>, sortBy: (row) => row.at },
    { id: 'by', head: say('libBy'), cell: (row) => actorWords(row.actor, words) },
    {
      id: 'action',
      head: say('libAction'),
      cell: (row) => {
        const found = action(row);
        return found === null ? null : (
          <button type="button" className="secondary" aria-label={`${say(found.word)}: ${row.version}, ${ringWords(row.ring, units, nameOf, words)}`} onClick={found.run}>
            {say(found.word)}
          </button>
        );
      },
    },
  ];
}
