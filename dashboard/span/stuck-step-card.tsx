import { useState, type ReactElement } from 'react';
import { Icon } from '#renderer/art/icon.tsx';
import { procedureName } from '../day/content-words.ts';
import { useWords } from '../i18n/words.ts';
import { Card } from '../ui/card.tsx';
import { nameSteps } from './name-steps.ts';
import { byLeaving, FIRST_PAGE, flowOf, type FlowStep, type Guide } from './span-view.ts';

/** Guides drawn at first; the rest are one press away. */
const SHOWN = 4;

/** Where people leave each guide: a stream that narrows from step to step, and the phones that go out of it. */
export function StuckStepCard({ guides }: { readonly guides: readonly Guide[] }): ReactElement {
  const { say, number } = useWords();
  const [all, setAll] = useState(false);
  const ordered = byLeaving(guides);
  const shown = all ? ordered : ordered.slice(0, SHOWN);
  return (
    <Card title={say('stuckTitle')} className="stuck-card">
      <p className="page-lead">{say('stuckLead')}</p>
      {ordered.length === 0 ? <p>{say('proceduresNone')}</p> : null}
      <div className="guides">
        {shown.map((guide) => (
          <GuideFlow key={guide.procedure} guide={guide} />
        ))}
      </div>
      {shown.length < ordered.length ? (
        <button type="button" className="secondary more" onClick={() => setAll(true)}>
          {say('stuckMore', { count: number(ordered.length - shown.length) })}
        </button>
      ) : null}
    </Card>
  );
}

function GuideFlow({ guide }: { readonly guide: Guide }): ReactElement {
  const { say, number, tongue } = useWords();
  const name = guide.title?.[tongue] ?? procedureName(guide.procedure, tongue);
  const steps = flowOf(nameSteps(guide));
  return (
    <table className="flow">
      <caption>
        <span className="flow-name">{name}</span>
        <span className="hint">{say('stuckSummary', { opened: number(guide.opened), finished: number(guide.finished), left: number(guide.left), handoffs: number(guide.handoffs) })}</span>
      </caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{say('step')}</th>
          <th scope="col">{say('reached')}</th>
          <th scope="col">{say('leftHere')}</th>
          <th scope="col">{say('handoffsAndProblems')}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step, at) => (
          <StepRow key={step.step.step} flow={step} no={at + 1} />
        ))}
        <tr className="flow-end">
          <th scope="row">
            <span className="step-name">
              <span className="step-no">
                <Icon name="check" className="icon" />
              </span>
              {say('finished')}
            </span>
          </th>
          <td className="flow-cell">
            <svg width="100%" height="26" viewBox="0 0 100 26" preserveAspectRatio="none" aria-hidden="true">
              <rect className="stream done" x="0" y="0" width={(guide.finished / Math.max(1, guide.opened)) * 100} height="26" />
            </svg>
            <span className="flow-count">{say('peopleCount', { count: number(guide.finished) })}</span>
          </td>
          <td />
          <td />
        </tr>
      </tbody>
    </table>
  );
}

function StepRow({ flow: { step, before, after, isWorst }, no }: { readonly flow: FlowStep; readonly no: number }): ReactElement {
  const { say, number, wholePercent, tongue } = useWords();
  const [from, to] = [before * 100, after * 100];
  return (
    <tr className={isWorst ? 'worst' : undefined}>
      <th scope="row">
        <span className="step-name">
          <span className="step-no">{no}</span>
          <span>{step.name?.[tongue] ?? (step.step === FIRST_PAGE ? say('firstPage') : step.step)}</span>
        </span>
      </th>
      <td className="flow-cell">
        <svg width="100%" height="44" viewBox="0 0 100 44" preserveAspectRatio="none" aria-hidden="true">
          <polygon className="stream" points={`0,0 ${from},0 ${to},44 0,44`} />
          {step.left > 0 ? <polygon className="leaving" points={`${from},0 ${from},44 ${to},44`} /> : null}
        </svg>
        <span className="flow-count">{say('peopleCount', { count: number(step.reached) })}</span>
      </td>
      <td className="leave-cell">
        {step.left === 0 ? (
          <span className="hint">{say('leftNone')}</span>
        ) : (
          <span className="fact">
            <Icon name={isWorst ? 'warning' : 'exit'} className="icon" />
            <span>
              <b>{say('leftCount', { count: number(step.left) })}</b>
              {step.leftShare === null ? null : <span className="hint"> ({wholePercent(step.leftShare)})</span>}
              {isWorst ? <span className="worst-word">{say('worst')}</span> : null}
            </span>
          </span>
        )}
      </td>
      <td className="handoff-cell">
        {step.handoffs === 0 ? null : (
          <span className="fact">
            <Icon name="phone" className="icon" />
            <span>{say('handoffCount', { count: number(step.handoffs) })}</span>
          </span>
        )}
        {step.problems === 0 ? null : (
          <span className="fact">
            <Icon name="warning" className="icon" />
            <span>{say('stepProblems', { count: number(step.problems) })}</span>
          </span>
        )}
      </td>
    </tr>
  );
}
