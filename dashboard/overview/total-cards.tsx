import type { ReactElement } from 'react';
import type { Overview } from '#contract/day.ts';
import { Icon } from '#renderer/art/icon.tsx';
import { ShareBlock } from '../charts/share-block.tsx';
import { TrendMark } from '../charts/trend-mark.tsx';
import { completenessSentence } from '../day/completeness-sentence.ts';
import { scopeAddress, type Scope } from '../day/scope.ts';
import { shareOfCounts, TARGET } from '../day/share-view.ts';
import { useWords } from '../i18n/words.ts';
import { Link } from '../shell/link.tsx';
import { Card } from '../ui/card.tsx';

type TotalCardsProps = { readonly overview: Overview; readonly scope: Scope; readonly today: string };

/** Everything together: satisfaction against the target, how many answered, and whether all of it has come. */
export function TotalCards({ overview, scope, today }: TotalCardsProps): ReactElement {
  const { say, number, percent, day } = useWords();
  const { total } = overview;
  const { trend } = total;
  return (
    <div className="grid totals">
      <Card title={say('satisfaction')} span={5} className="satisfaction" tools={<Link to={scopeAddress('/day', scope, today)} className="detail-link">{say('overviewDetail')}</Link>}>
        <ShareBlock share={shareOfCounts(total, 'filtered')} title={null} target={total.target ?? TARGET} />
        <p className="hint">{total.flagged === 0 ? say('flaggedNone') : say('overviewFlagged', { count: number(total.flagged), rate: percent(shareRate(total)) })}</p>
      </Card>
      <Card title={say('tapsOfDay')} span={3} className="taps">
        <p className={number(total.taps).length > 4 ? 'sign sign-long' : 'sign'}>{number(total.taps)}</p>
        <p className="strong">{total.responseRate === null ? say('responseUnknown') : say('responseRate', { rate: percent(total.responseRate) })}</p>
        <p className="hint">{say('voluntary')}</p>
        <div className="versus">
          <h3>{trend === null ? say('trendTitle') : say(trend.from === trend.to ? 'trendAgainstDay' : 'trendAgainst', { from: day(trend.from), to: day(trend.to) })}</h3>
          <p>
            <TrendMark trend={trend} withInterval />
          </p>
        </div>
      </Card>
      <FleetCard overview={overview} />
    </div>
  );
}

function shareRate({ satisfiedRaw, scores, taps }: Overview['total']): number {
  return satisfiedRaw?.rate ?? (taps === 0 ? 0 : ((scores[3] ?? 0) + (scores[4] ?? 0)) / taps);
}

/** "12 trên 14 kiosk đã báo; 3 lượt đang chờ gửi." */
function FleetCard({ overview: { total } }: { readonly overview: Overview }): ReactElement {
  const words = useWords();
  const { say, number } = words;
  const silent = total.kiosks - total.reported;
  const waiting = total.waiting ?? 0;
  return (
    <Card title={say('overviewFleet')} span={4} className="fleet-total">
      <p className="fleet-line">
        <span className="sign">{number(total.reported)}</span>
        <span>{say('overviewReported', { kiosks: number(total.kiosks) })}</span>
      </p>
      <ul className="facts">
        <li>
          <Icon name={silent > 0 ? 'wifiOff' : 'check'} className="icon" />
          {silent > 0 ? <Link to="/fleet">{say('overviewSilent', { count: number(silent) })}</Link> : <span>{say(total.kiosks === 0 ? 'overviewNoKiosks' : 'overviewNoSilent')}</span>}
        </li>
        <li>
          <Icon name={waiting > 0 ? 'upload' : 'check'} className="icon" />
          <span>{total.waiting === null ? say('overviewWaitingUnknown') : say('overviewWaiting', { count: number(waiting) })}</span>
        </li>
        <li>
          <Icon name={(total.completeness.missing ?? 0) > 0 ? 'help' : 'check'} className="icon" />
          <span>{completenessSentence(total.completeness, words)}</span>
        </li>
        <li>
          <Icon name={total.openAlerts > 0 ? 'warning' : 'check'} className="icon" />
          {total.openAlerts > 0 ? <Link to="/alerts">{say('overviewAlerts', { count: number(total.openAlerts) })}</Link> : <span>{say('overviewNoAlerts')}</span>}
        </li>
      </ul>
    </Card>
  );
}
