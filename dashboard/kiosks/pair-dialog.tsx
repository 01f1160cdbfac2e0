import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { PairAnswer } from '#contract/staff.ts';
import { Icon } from '#renderer/art/icon.tsx';
import type { CentreClient, CentreFailure } from '../api/centre-client.ts';
import { useNow } from '../day/use-now.ts';
import { useWords } from '../i18n/words.ts';
import type { ServicePoints } from '../areas.ts';
import { Problem } from '../ui/problem.tsx';
import { AddPointForm } from './add-point-form.tsx';
import { countdown } from './kiosk-view.ts';

type PairDialogProps = {
  readonly client: CentreClient;
  readonly points: ServicePoints;
  readonly mayAddPoint: boolean;
  readonly onClose: () => void;
  readonly onPointAdded: () => void;
};

/** Pairs a kiosk: choose its place, get a code, read it to whoever stands at the kiosk. */
export function PairDialog({ client, points, mayAddPoint, onClose, onPointAdded }: PairDialogProps): ReactElement {
  const { say } = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const [point, setPoint] = useState(points[0]?.id ?? '');
  const [pair, setPair] = useState<PairAnswer | null>(null);
  const [failure, setFailure] = useState<CentreFailure | null>(null);
  const [adding, setAdding] = useState(points.length === 0);
  useEffect(() => dialog.current?.showModal(), []);
  const make = async (): Promise<void> => {
    const answer = await client.ask('pair', { body: { servicePoint: point } });
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) setPair(answer.value);
  };
  const added = (id: string): void => {
    onPointAdded();
    setPoint(id);
    setAdding(false);
  };
  return (
    <dialog ref={dialog} className="pair" aria-labelledby="h-pair" onClose={onClose}>
      <div className="card-head">
        <h2 id="h-pair">{say(adding ? 'addPoint' : 'pairTitle')}</h2>
        <button type="button" className="plain" onClick={() => dialog.current?.close()}>
          <Icon name="cross" className="icon" />
          {say('close')}
        </button>
      </div>
      <Problem failure={failure} />
      {adding ? (
        <AddPointForm client={client} onAdded={added} />
      ) : pair === null ? (
        <PickPoint points={points} point={point} onPick={setPoint} onMake={() => void make()} onAdd={mayAddPoint ? () => setAdding(true) : null} />
      ) : (
        <PairCode pair={pair} point={points.find((each) => each.id === point)?.name ?? point} onAgain={() => void make()} />
      )}
    </dialog>
  );
}

type PickPointProps = {
  readonly points: ServicePoints;
  readonly point: string;
  readonly onPick: (id: string) => void;
  readonly onMake: () => void;
  readonly onAdd: (() => void) | null;
};

function PickPoint({ points, point, onPick, onMake, onAdd }: PickPointProps): ReactElement {
  const { say } = useWords();
  return (
    <div className="form">
      <p>{say('pairLead')}</p>
      <div className="field">
        <label htmlFor="pair-point">{say('servicePoint')}</label>
        <select id="pair-point" value={point} onChange={(event) => onPick(event.target.value)}>
          {points.map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
        </select>
      </div>
      <div className="buttons">
        <button type="button" className="primary" onClick={onMake}>
          {say('pairMake')}
        </button>
        {onAdd === null ? null : (
          <button type="button" className="secondary" onClick={onAdd}>
            {say('addPoint')}
          </button>
        )}
      </div>
    </div>
  );
}

export function PairCode({ pair, point, onAgain }: { readonly pair: PairAnswer; readonly point: string; readonly onAgain: () => void }): ReactElement {
  const { say } = useWords();
  const left = countdown(pair.expiresAt, useNow(1000));
  return (
    <div className="form">
      <p>{say('pairEnter', { point })}</p>
      <dl className="pair-facts">
        <div>
          <dt>{say('pairAddress')}</dt>
          <dd className="address">{location.origin}</dd>
        </div>
        <div>
          <dt>{say('pairCode')}</dt>
          <dd className={left === null ? 'code over' : 'code'}>{pair.pairingCode}</dd>
        </div>
      </dl>
      <p role="timer" className="strong">
        {left === null ? say('pairOver') : say('pairLeft', { time: left })}
      </p>
      {left === null ? (
        <button type="button" className="primary" onClick={onAgain}>
          {say('pairAgain')}
        </button>
      ) : null}
    </div>
  );
}
