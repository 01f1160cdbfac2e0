import { useState, type ReactElement } from 'react';
import type { EditionDetail } from '#contract/library.ts';
import { foldText } from '#domain/text-folding.ts';
import type { CentreClient } from '../api/centre-client.ts';
import { useWords } from '../i18n/words.ts';
import { procedureName } from '../day/content-words.ts';
import { Link } from '../shell/link.tsx';
import { StatusMark } from '../ui/status-mark.tsx';

/** The guides of an edition by their address; those with something to mend stand first. */
export function GuidesPart({ detail }: { readonly client: CentreClient; readonly detail: EditionDetail }): ReactElement {
  const { say, number, tongue } = useWords();
  const [wanted, setWanted] = useState('');
  const changed = new Set(detail.changes.map((change) => change.path));
  const nameOf = (path: string): string => procedureName(path.slice('guides/'.length, -'.json'.length), tongue);
  const problems = (path: string): number => detail.problems.filter((problem) => problem.file === path).length;
  const paths = detail.files
    .map((file) => file.path)
    .filter((path) => path.startsWith('guides/') && foldText(`${path} ${nameOf(path)}`).includes(foldText(wanted)))
    .toSorted((a, b) => problems(b) - problems(a) || Number(changed.has(b)) - Number(changed.has(a)) || nameOf(a).localeCompare(nameOf(b), 'vi'));
  return (
    <section className="card" aria-label={say('libPartGuides')}>
      <div className="field lib-search">
        <label htmlFor="lib-search">{say('libSearchGuide')}</label>
        <input id="lib-search" type="search" value={wanted} onChange={(event) => setWanted(event.target.value)} />
      </div>
      <ul className="lib-guides">
        {paths.map((path) => (
          <li key={path}>
            <Link to={`?guide=${encodeURIComponent(path)}`}>{nameOf(path)}</Link>
            {problems(path) > 0 ? <StatusMark status="attention">{say('libProblemsCount', { count: number(problems(path)) })}</StatusMark> : null}
            {changed.has(path) ? <StatusMark status="calm">{say('libEdited')}</StatusMark> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
