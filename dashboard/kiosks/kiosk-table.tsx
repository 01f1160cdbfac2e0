import { useState, type ReactElement } from 'react';
import type { KioskRow } from '#contract/summaries.ts';
import { Icon } from '#renderer/art/icon.tsx';
import { faultWords } from '../api/failure-words.ts';
import { completenessSentence, completenessState } from '../day/completeness-sentence.ts';
import { useWords } from '../i18n/words.ts';
import type { ServicePoints } from '../areas.ts';
import { agoWords, byUrgency, clockWords, isSilent } from './kiosk-view.ts';

type KioskTableProps = {
  readonly kiosks: readonly KioskRow[];
  readonly points: ServicePoints;
  readonly now: number;
  readonly onAddKiosk: (() => void) | null;
};

/** A province has hundreds; those that need somebody stand first. */
const FIRST_SEEN = 50;

/** Every kiosk of the scope: is all of its day here, does it live, and what should staff do about it. */
export function KioskTable({ kiosks, points, now, onAddKiosk }: KioskTableProps): ReactElement {
  const { say, number } = useWords();
  const [seen, setSeen] = useState(FIRST_SEEN);
  return (
    <section className="card span-12">
      <div className="card-head">
        <h2 id="h-kiosks">{say('kiosks')}</h2>
        {onAddKiosk === null ? null : (
          <button type="button" className="secondary" onClick={onAddKiosk}>
            <Icon name="plus" className="icon" />
            {say('addKiosk')}
          </button>
        )}
      </div>
      {kiosks.length === 0 ? (
        <p>{say('kiosksNone')}</p>
      ) : (
        <div className="scroll" tabIndex={0} role="region" aria-labelledby="h-kiosks">
          <table className="lines kiosks">
            <thead>
              <tr>
                <th scope="col">{say('kiosk')}</th>
                <th scope="col">{say('tapsOfDay')}</th>
                <th scope="col">{say('lastContact')}</th>
                <th scope="col" className="right">
                  {say('waiting')}
                </th>
                <th scope="col">{say('clock')}</th>
                <th scope="col">{say('picture')}</th>
                <th scope="col">{say('content')}</th>
                <th scope="col">{say('faults')}</th>
              </tr>
            </thead>
            <tbody>
              {byUrgency(kiosks, now)
                .slice(0, seen)
                .map((kiosk) => (
                  <Row key={kiosk.id} kiosk={kiosk} place={points.find((point) => point.id === kiosk.servicePoint)?.name ?? kiosk.servicePoint} now={now} />
                ))}
            </tbody>
          </table>
        </div>
      )}
      {kiosks.length > seen ? (
        <button type="button" className="secondary more" onClick={() => setSeen(kiosks.length)}>
          {say('kiosksMore', { count: number(kiosks.length - seen) })}
        </button>
      ) : null}
    </section>
  );
}

function Row({ kiosk, place, now }: { readonly kiosk: KioskRow; readonly place: string; readonly now: number }): ReactElement {
  const words = useWords();
  const { say, number } = words;
  const clock = clockWords(kiosk.clockOffset, words);
  const still = kiosk.pictureMoving === false;
  return (
    <tr className={kiosk.revoked ? 'gone' : undefined}>
      <th scope="row">
        {kiosk.name}
        <span className="hint">{kiosk.revoked ? say('revoked') : place}</span>
      </th>
      <td data-label={say('tapsOfDay')}>
        <span className={`proof ${completenessState(kiosk.completeness)}`}>{completenessSentence(kiosk.completeness, words)}</span>
      </td>
      <td data-label={say('lastContact')} className={isSilent(kiosk, now) ? 'bad' : undefined}>{agoWords(kiosk.lastSeenAt, now, words)}</td>
      <td data-label={say('waiting')} className="right">{kiosk.waiting === null ? '–' : number(kiosk.waiting)}</td>
      <td data-label={say('clock')} className={clock.wrong ? 'bad' : undefined}>{clock.text}</td>
      <td data-label={say('picture')} className={still ? 'bad' : undefined}>{kiosk.pictureMoving === null ? say('unknown') : say(still ? 'pictureStill' : 'pictureMoves')}</td>
      <td data-label={say('content')}>{kiosk.contentVersion ?? say('unknown')}</td>
      <td data-label={say('faults')}>
        <Faults kiosk={kiosk} />
      </td>
    </tr>
  );
}

function Faults({ kiosk }: { readonly kiosk: KioskRow }): ReactElement {
  const words = useWords();
  const { say, number } = words;
  const codes = [...new Set(kiosk.faults.map((fault) => fault.code))];
  if (codes.length === 0 && kiosk.quarantined === 0) return <span className="hint">{say('noFault')}</span>;
  return (
    <ul className="faults">
      {codes.map((code) => (
        <li key={code} title={code}>
          <Icon name="warning" className="icon" />
          <span>{faultWords(code, words)}</span>
        </li>
      ))}
      {kiosk.quarantined > 0 ? (
        <li>
          <Icon name="info" className="icon" />
          <span>{say('quarantined', { count: number(kiosk.quarantined) })}</span>
        </li>
      ) : null}
    </ul>
  );
}
