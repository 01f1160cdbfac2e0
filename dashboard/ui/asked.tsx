import type { ReactElement, ReactNode } from 'react';
import { Icon } from '#renderer/art/icon.tsx';
import { failureWords } from '../api/failure-words.ts';
import type { Asked as AskedValue } from '../api/use-asked.ts';
import { useWords } from '../i18n/words.ts';
import { Bones } from './loading.tsx';
import { TroubleCard } from './trouble.tsx';

type AskedProps<Value> = { readonly asked: AskedValue<Value>; readonly children: (value: Value, at: number) => ReactNode };

/** Bones, then the answer; what failed says so, and figures that have grown old stay with the time they are of. */
export function Asked<Value>({ asked, children }: AskedProps<Value>): ReactElement {
  const words = useWords();
  const { state, again } = asked;
  if (state.kind === 'loading') return <Bones />;
  if (state.kind === 'failed') return <TroubleCard failure={state.failure} onAgain={again} />;
  return (
    <div className="asked" data-turning={state.turning} aria-busy={state.turning}>
      {state.failure === null ? null : (
        <p className="notice" role="status">
          <Icon name="wifiOff" className="icon" />
          <span>
            {failureWords(state.failure, words)} {words.say('offlineLead', { time: words.time(state.at) })}
          </span>
          <button type="button" className="secondary" onClick={again}>
            {words.say('retry')}
          </button>
        </p>
      )}
      {children(state.value, state.at)}
    </div>
  );
}
