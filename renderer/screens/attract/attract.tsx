import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import type { AttractScreen } from '../../session/state.ts';
import { Icon } from '../../art/icon.tsx';
import { LotusMark } from '../../art/lotus.tsx';
import { useOfferedLanguages, useWords } from '../../i18n/use-words.ts';
import { wordsIn } from '../../i18n/words.ts';
import { facesRest, pressedFace } from '../../session/selectors.ts';
import { useSend, useSession } from '../../session/session-context.ts';
import { useUrgent } from '../../session/use-urgent.ts';
import { FaceRow } from '../../ui/controls/face-row.tsx';
import { FloorStrip } from '../../ui/frame/floor-strip.tsx';
import { useShape } from '../../ui/use-shape.ts';
import { gluePhrases } from '../../ui/phrases.ts';
import { sizeAfter, type CaptionSize } from './caption-size.ts';
import { Loop } from './loop.tsx';
import { UrgentSheet } from './urgent-sheet.tsx';
import { usePlayer, type Player } from './use-player.ts';
import './attract.css';

/** The loop above the floor, the permanent band below it: start, the five faces, languages, captions, pause. */
export function Attract({ screen }: { readonly screen: AttractScreen }): ReactElement {
  const { t } = useWords();
  const send = useSend();
  const shape = useShape();
  const player = usePlayer(shape);
  // A tablet's picture is too low for captions and a headline; there they come when asked for.
  const [chosen, setChosen] = useState<CaptionSize | null>(null);
  const captions = chosen ?? (shape === 'tablet' ? 'off' : 'usual');
  const { paused } = player.state;
  const urgent = useUrgent();
  useHold(player, urgent !== null);
  // Under a notice no clip is on, whatever the loop holds.
  const wake = (): void => send({ kind: 'wake', clip: urgent === null ? (player.shown?.id ?? null) : null });
  return (
    <main className="attract" data-saving={screen.saving !== null} data-urgent={urgent !== null}>
      <h1 className="visually-hidden">{t('attract.title')}</h1>
      {/* The whole picture starts the kiosk (E085); the button below does the same for keyboard and screen reader. */}
      <section className="attract-picture" aria-label={t('attract.loopLabel')} onClick={wake}>
        <Loop player={player} captions={urgent === null ? captions : 'off'} />
        {urgent === null ? null : <UrgentSheet notice={urgent} />}
      </section>
      <FloorStrip mood="full" />
      <div className="attract-band">
        <Start onPress={wake} />
        <AttractFaces saving={screen.saving !== null} />
        <div className="attract-ways">
          <Languages />
          <div className="attract-film">
            <button type="button" className="button film-button" aria-pressed={captions !== 'off'} aria-label={t(CAPTION_WORDS[captions])} onClick={() => setChosen(sizeAfter(captions))}>
              <CaptionMark size={captions} />
              <span className="film-words">{t('attract.captions')}</span>
            </button>
            <button type="button" className="button film-button" aria-label={t(paused ? 'attract.play' : 'attract.pause')} disabled={urgent !== null} onClick={() => player.send({ kind: paused ? 'resume' : 'pause' })}>
              <Icon name={paused ? 'play' : 'pause'} className="button-icon" />
              <span className="film-words">{t(paused ? 'attract.playShort' : 'attract.pauseShort')}</span>
            </button>
          </div>
        </div>
      </div>
    </main>
  );
}

const CAPTION_WORDS = { off: 'attract.captionsOff', usual: 'attract.captionsUsual', large: 'attract.captionsLarge' } as const satisfies Readonly<Record<CaptionSize, string>>;

/** Two letters on a caption's plate, as large as the captions are; the pale sign while they are off (E032, E065). */
function CaptionMark({ size }: { readonly size: CaptionSize }): ReactElement {
  if (size === 'off') return <Icon name="captions" className="button-icon" />;
  return (
    <span className="film-size" data-size={size} aria-hidden />
  );
}

/** A covered loop stands still: what nobody sees is not counted as shown. */
function useHold(player: Player, isHeld: boolean): void {
  const { send } = player;
  useEffect(() => {
    if (!isHeld) return undefined;
    send({ kind: 'pause' });
    return () => send({ kind: 'resume' });
  }, [send, isHeld]);
}

/** In both languages at once: the one who comes has chosen none yet. */
function Start({ onPress }: { readonly onPress: () => void }): ReactElement {
  const { t, language } = useWords();
  const other = language === 'vi' ? 'en' : 'vi';
  return (
    <button type="button" className="button button-primary attract-start" onClick={onPress}>
      <LotusMark className="start-mark" petals="currentColor" heart="#f1bf63" />
      <span className="start-words">
        <span className="start-main">{gluePhrases(t('attract.start'))}</span>
        <span className="start-other" lang={other}>
          {gluePhrases(wordsIn(other)('attract.start'))}
        </span>
      </span>
    </button>
  );
}

function AttractFaces({ saving }: { readonly saving: boolean }): ReactElement {
  const { t } = useWords();
  const send = useSend();
  const pressed = useSession(pressedFace);
  const resting = useSession(facesRest);
  const question = saving ? t('rate.saving') : resting ? t('attract.resting') : t('attract.rateQuestion');
  return (
    <section className="attract-faces" aria-labelledby="attract-question">
      <h2 className="attract-question" id="attract-question" aria-live="polite">
        {gluePhrases(question)}
      </h2>
      <FaceRow
        label={t('rate.faces')}
        words={(score) => t(`face.${score}`)}
        lines={(score) => t(`faceLines.${score}`)}
        pressed={pressed}
        resting={resting}
        onFace={(score) => send({ kind: 'face', score })}
      />
    </section>
  );
}

function Languages(): ReactElement {
  const { t, tag } = useWords();
  const send = useSend();
  const languages = useOfferedLanguages();
  return (
    <div className="attract-languages" role="group" aria-label={t('language.choose')}>
      {languages.map((one) => (
        <button key={one.tag} type="button" lang={one.tag} className="button language-button" aria-pressed={one.tag === tag} onClick={() => send({ kind: 'set-language', language: one.tag })}>
          {one.endonym}
        </button>
      ))}
    </div>
  );
}
