import type { ReactElement } from 'react';
import { useWords } from '../../i18n/use-words.ts';
import type { WordKey } from '../../i18n/words.ts';
import { useSend, useSession } from '../../session/session-context.ts';
import type { StaffView } from '../../session/state.ts';
import { Button } from '../../ui/controls/button.tsx';
import { PinDots, PinPad } from './pin-pad.tsx';
import { RefusalNote } from './refusal-note.tsx';
import { StaffFrame } from './staff-frame.tsx';

type PinView = Exclude<StaffView, { kind: 'open' }>;

/** The PIN of this kiosk, asked for or set. */
export function PinPage({ view }: { readonly view: PinView }): ReactElement {
  const { t } = useWords();
  const send = useSend();
  const canGoBack = useSession((state) => state.trail.length > 0);
  const words = wordsOf(view);
  const controls = (
    <>
      <PinPad />
      <div className="pin-ends">
        <Button icon="back" onPress={() => send({ kind: canGoBack ? 'back' : 'finish' })}>
          {t('common.back')}
        </Button>
        <Button kind="primary" off={view.busy || view.typed === ''} onPress={() => send({ kind: 'pin-enter' })}>
          {view.busy ? t('staff.checking') : t(words.enter)}
        </Button>
      </div>
    </>
  );
  return (
    <StaffFrame name="pin" controls={controls}>
      <div className="staff-pin">
        <h1>{t(words.title)}</h1>
        <p>{t(words.hint)}</p>
        <PinDots typed={view.typed} />
        {view.kind === 'set-pin' && view.differ ? (
          <p role="alert" className="refusal">
            {t('staff.setPinDiffer')}
          </p>
        ) : null}
        <RefusalNote refusal={view.refusal} />
      </div>
    </StaffFrame>
  );
}

type PinWords = { readonly title: WordKey; readonly hint: WordKey; readonly enter: WordKey };

function wordsOf(view: PinView): PinWords {
  if (view.kind === 'pin') return { title: 'staff.pinTitle', hint: 'staff.pinHint', enter: 'staff.enter' };
  if (view.first === null) return { title: 'staff.setPinTitle', hint: 'staff.setPinHint', enter: 'common.next' };
  return { title: 'staff.setPinAgain', hint: 'staff.setPinAgainHint', enter: 'staff.setPinEnter' };
}
