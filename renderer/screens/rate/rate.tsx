import type { ReactElement } from 'react';
import type { RateScreen } from '../../session/state.ts';
import { useWords } from '../../i18n/use-words.ts';
import { facesRest, pressedFace } from '../../session/selectors.ts';
import { useSend, useSession } from '../../session/session-context.ts';
import { findGuide } from '../../session/guide-view.ts';
import { Heading } from '../../ui/content/heading.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { FaceRow } from '../../ui/controls/face-row.tsx';
import { ScreenFrame } from '../../ui/frame/screen-frame.tsx';
import { useShape } from '../../ui/use-shape.ts';
import './rate.css';

/** One question, five equal faces. No smiling people beside it: they would lead the answer. */
export function Rate({ screen }: { readonly screen: RateScreen }): ReactElement {
  const { t, local } = useWords();
  const portrait = useShape() === 'portrait';
  const saving = screen.saving !== null;
  const { about } = screen;
  const guide = useSession((state) => (about.kind === 'guide' ? findGuide(state.kiosk.pack, about.slug) : null));
  const words = (
    <div className="rate-words">
      <Heading className="rate-question">{t('rate.title')}</Heading>
      <p className="rate-hint" role="status">
        {saving ? t('rate.saving') : t('rate.hint')}
      </p>
      {guide === null ? null : <p className="rate-about">{t('rate.about', { title: local(guide.title) })}</p>}
    </div>
  );
  return (
    <ScreenFrame name="rate" floor={portrait ? 'choose' : 'whole'} controls={portrait ? <RateFaces skip /> : undefined}>
      {words}
      {portrait ? null : <RateFaces skip={false} />}
    </ScreenFrame>
  );
}

function RateFaces({ skip }: { readonly skip: boolean }): ReactElement {
  const { t } = useWords();
  const send = useSend();
  const pressed = useSession(pressedFace);
  const resting = useSession(facesRest);
  return (
    <div className="rate-faces">
      <FaceRow
        label={t('rate.faces')}
        words={(score) => t(`face.${score}`)}
        lines={(score) => t(`faceLines.${score}`)}
        pressed={pressed}
        resting={resting}
        onFace={(score) => send({ kind: 'face', score })}
      />
      {skip ? (
        <Button className="rate-skip" onPress={() => send({ kind: 'finish' })}>
          {t('rate.skip')}
        </Button>
      ) : null}
    </div>
  );
}
