import { useState, type ReactElement } from 'react';
import type { EditionDetail, PackProblem } from '#contract/library.ts';
import { useAsked } from '../api/use-asked.ts';
import type { AreaProps } from '../areas.ts';
import { useWords } from '../i18n/words.ts';
import { useAddress, withQuery } from '../shell/address.ts';
import { Link } from '../shell/link.tsx';
import { Asked } from '../ui/asked.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { StatusMark } from '../ui/status-mark.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { ChangesPart } from './changes-part.tsx';
import { EditionSteps } from './edition-steps.tsx';
import { GuideForm } from './guide-form.tsx';
import { GuidesPart } from './guides-part.tsx';
import { actorWords, didWords, stamp, STATE_MARKS, STATE_WORDS } from './library-view.ts';
import { PlaylistPart } from './playlist-part.tsx';
import { placeWords, problemWords } from './problem-words.ts';

const PARTS = ['guides', 'playlist', 'changes', 'history'] as const;
const PART_WORDS = { guides: 'libPartGuides', playlist: 'libPartPlaylist', changes: 'libPartChanges', history: 'libPartHistory' } as const;

/** One edition: its guides, its playlist, what it changes, and the way to a kiosk. */
export function EditionPage({ id, ...props }: AreaProps & { readonly id: string }): ReactElement {
  const { say } = useWords();
  const address = useAddress();
  const { query, go } = address;
  const asked = useAsked(props.client, 'edition', { params: { id } });
  const part = PARTS.find((each) => each === query.get('part')) ?? 'guides';
  const guide = query.get('guide');
  return (
    <>
      <p className="lib-back">
        <Link to="/library">{say('libBack')}</Link>
      </p>
      <Asked asked={asked}>
        {(detail) => (
          <>
            <PageHead title={`${detail.edition.version} · ${detail.edition.title}`} lead={<StatusMark status={STATE_MARKS[detail.edition.state]}>{say(STATE_WORDS[detail.edition.state])}</StatusMark>}>
              <EditionSteps {...props} detail={detail} onChanged={asked.again} />
            </PageHead>
            <Problems problems={detail.problems} />
            <Tabs
              label={detail.edition.version}
              tabs={PARTS.map((each) => ({ id: each, name: say(PART_WORDS[each]) }))}
              chosen={part}
              onChoose={(next) => go(withQuery(address, { part: next === 'guides' ? null : next, guide: null }), 'replace')}
            >
              {part === 'guides' && guide === null ? <GuidesPart client={props.client} detail={detail} /> : null}
              {part === 'guides' && guide !== null ? <GuideForm key={guide} client={props.client} detail={detail} path={guide} mayEdit={mayEdit(detail, props)} onSaved={asked.again} /> : null}
              {part === 'playlist' ? <PlaylistPart client={props.client} detail={detail} mayEdit={mayEdit(detail, props)} onSaved={asked.again} /> : null}
              {part === 'changes' ? <ChangesPart detail={detail} /> : null}
              {part === 'history' ? <History detail={detail} /> : null}
            </Tabs>
          </>
        )}
      </Asked>
    </>
  );
}

function mayEdit({ edition }: EditionDetail, { user }: AreaProps): boolean {
  return edition.state === 'draft' && user.role !== 'viewer';
}

const SHOWN_PROBLEMS = 8;

function Problems({ problems }: { readonly problems: readonly PackProblem[] }): ReactElement {
  const { say, tongue, number } = useWords();
  const [all, setAll] = useState(false);
  if (problems.length === 0) {
    return (
      <p className="lib-check" role="status">
        <StatusMark status="good">{say('libNoProblems')}</StatusMark>
      </p>
    );
  }
  return (
    <section className="card lib-problems" aria-labelledby="lib-problems">
      <h2 id="lib-problems">{say('libProblems')}</h2>
      <p className="hint">{say('libProblemsCount', { count: number(problems.length) })}</p>
      <ul>
        {(all ? problems : problems.slice(0, SHOWN_PROBLEMS)).map((problem, index) => (
          <li key={`${problem.file} ${problem.path} ${index}`}>
            <Link to={problem.file.startsWith('guides/') ? `?guide=${encodeURIComponent(problem.file)}` : '?part=playlist'}>
              {problem.file} {placeWords(problem, tongue)}
            </Link>
            : {problemWords(problem, tongue)}
          </li>
        ))}
      </ul>
      {problems.length > SHOWN_PROBLEMS && !all ? (
        <button type="button" className="secondary" onClick={() => setAll(true)}>
          {say('libProblemsCount', { count: number(problems.length) })}
        </button>
      ) : null}
    </section>
  );
}

function History({ detail }: { readonly detail: EditionDetail }): ReactElement {
  const words = useWords();
  if (detail.history.length === 0) return <p>{words.say('libHistoryNone')}</p>;
  return (
    <ol className="lib-history">
      {detail.history.toReversed().map((line, index) => (
        <li key={`${line.at} ${index}`}>
          <span className="hint nowrap">{stamp(line.at, words)}</span>
          <span>
            <b>{actorWords(line.actor, words)}</b> {didWords(line, words)}
            {line.note === null ? null : <q className="lib-note">{line.note}</q>}
          </span>
        </li>
      ))}
    </ol>
  );
}
