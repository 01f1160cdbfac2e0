import type { ReactElement } from 'react';
import { Icon } from '../../art/icon.tsx';
import './step-track.css';

export type Station = { readonly id: string; readonly name: string };

/** A track of named stations: passed ones have a tick, the current one is large and lacquer (looks: "other-step"). */
export function StepTrack({ stations, current, label }: { readonly stations: readonly Station[]; readonly current: number; readonly label: string }): ReactElement {
  return (
    <ol className="step-track" data-speech="skip" aria-label={label} data-count={stations.length}>
      {stations.map((station, index) => {
        const at = index + 1;
        const place = at < current ? 'passed' : at === current ? 'current' : 'ahead';
        return (
          <li key={station.id} className={`station is-${place}`} aria-current={place === 'current' ? 'step' : undefined}>
            <span className="station-sign">{place === 'passed' ? <Icon name="check" className="station-tick" /> : at}</span>
            <span className="station-name">{station.name}</span>
          </li>
        );
      })}
    </ol>
  );
}
