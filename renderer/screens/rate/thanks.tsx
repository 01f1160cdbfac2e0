import type { ReactElement } from 'react';
import type { ThanksScreen } from '../../session/state.ts';
import { FaceTile } from '../../art/face.tsx';
import { Icon } from '../../art/icon.tsx';
import { ThanksLotus } from '../../art/lotus.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { undoSecondsLeft } from '../../session/selectors.ts';
import { useSend, useSession } from '../../session/session-context.ts';
import { useReasons } from '../../session/use-views.ts';
import { Heading } from '../../ui/content/heading.tsx';
import { PagingContext } from '../../ui/content/paging.ts';
import { Paged } from '../../ui/content/paged.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { ScreenFrame } from '../../ui/frame/screen-frame.tsx';
import { gluePhrases } from '../../ui/phrases.ts';
import { useShape } from '../../ui/use-shape.ts';
import './thanks.css';

/** Shown only when the tap is on disk (promise 1): the very face, a way to take it back, and at most six reasons. */
export function Thanks({ screen }: { readonly screen: ThanksScreen }): ReactElement {
  const { t } = useWords();
  // On a tablet everything is within reach, and the reasons need the whole column.
  const undoByFace = useShape() === 'tablet';
  return (
    <ScreenFrame name="thanks" floor="choose" ground="lotus" mood="full" controls={<ThanksControls screen={screen} undo={!undoByFace} />} back={false} oneColumnWhenLarge>
      <div className="thanks-words">
        <Heading className="thanks-title">{t(screen.stage === 'sent' ? 'thanks.sent' : 'thanks.title')}</Heading>
        <p className="thanks-stored">{gluePhrases(t('thanks.recorded', { score: t(`face.${screen.score}`) }))}</p>
        <p className="thanks-private">{t('thanks.private')}</p>
      </div>
      <div className="thanks-picture">
        <ThanksLotus className="thanks-lotus" />
        <FaceTile score={screen.score} className="thanks-face" />
      </div>
      {undoByFace ? <Undo /> : null}
    </ScreenFrame>
  );
}

function ThanksControls({ screen, undo }: { readonly screen: ThanksScreen; readonly undo: boolean }): ReactElement {
  const { t } = useWords();
  const shape = useShape();
  // Where the controls have less height than they need, all of them page together.
  const tight = useSession(({ comfort }) => (shape === 'portrait' ? comfort.textSize > 1 : shape === 'landscape' && comfort.lowReach));
  const asks = screen.stage === 'open' && screen.reasons.length > 0;
  const parts = (
    <>
      {undo ? <Undo /> : null}
      {asks ? <Reasons screen={screen} /> : null}
    </>
  );
  if (!tight) return parts;
  return (
    <Paged label={t('thanks.reasonsHint')} pageKey={screen.stage}>
      <PagingContext value="whole">
        <div className="thanks-column">{parts}</div>
      </PagingContext>
    </Paged>
  );
}

/** Five dots empty, one a second: countable without reading. */
function Undo(): ReactElement | null {
  const { t } = useWords();
  const send = useSend();
  const left = useSession(undoSecondsLeft);
  const over = left === 0;
  return (
    <div className="thanks-undo">
      <Button icon="undo" off={over} className="undo-button" label={over ? t('thanks.undo') : `${t('thanks.undo')} ${t('thanks.undoLeft', { count: left })}`} onPress={() => send({ kind: 'undo' })}>
        {t('thanks.undo')}
        <span className="undo-dots" aria-hidden>
          {[1, 2, 3, 4, 5].map((dot) => (
            <span key={dot} className={dot <= left ? 'undo-dot is-full' : 'undo-dot'} />
          ))}
        </span>
      </Button>
    </div>
  );
}

function Reasons({ screen }: { readonly screen: ThanksScreen }): ReactElement {
  const { t, local } = useWords();
  const send = useSend();
  const reasons = useReasons(screen.reasons);
  const count = screen.chosen.length;
  return (
    <section className="reasons">
      <h2 className="reasons-question">{gluePhrases(t(screen.score <= 3 ? 'thanks.reasonsLow' : 'thanks.reasonsHigh'))}</h2>
      <p className="reasons-hint">{t('thanks.reasonsHint')}</p>
      <Paged label={t('thanks.reasonsHint')} pageKey={String(screen.score)}>
        <div className="reason-list">
          {reasons.map((reason) => {
            const chosen = screen.chosen.includes(reason.id);
            return (
              <button
                key={reason.id}
                type="button"
                className={chosen ? 'button reason is-chosen' : 'button reason'}
                aria-pressed={chosen}
                data-block
                onClick={() => send({ kind: 'toggle-reason', reason: reason.id })}
              >
                <span className="reason-box">{chosen ? <Icon name="check" className="reason-tick" /> : null}</span>
                <span className="reason-words">{gluePhrases(local(reason.text))}</span>
              </button>
            );
          })}
        </div>
      </Paged>
      <div className="reasons-end">
        <Button onPress={() => send({ kind: 'skip-reasons' })}>{t('thanks.skip')}</Button>
        <Button kind="primary" className="reasons-send" off={count === 0} onPress={() => send({ kind: 'send-reasons' })}>
          {count === 0 ? t('thanks.send') : t('thanks.sendCount', { count })}
        </Button>
      </div>
    </section>
  );
}
