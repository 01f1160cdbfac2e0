import type { ReactElement } from 'react';
import { Icon } from '../art/icon.tsx';
import { useWords } from '../i18n/use-words.ts';
import { useSend, useSession } from '../session/session-context.ts';
import { useSpokenText } from './spoken-text.ts';
import './speech-layer.css';

/** What is being said, in words, over the header that nobody needs for a task; and the dark screen (E061, E062). */
export function SpeechLayer(): ReactElement | null {
  const hearing = useSession((state) => state.comfort.hearing);
  if (!hearing.on) return null;
  return (
    <>
      <SpeechStrip />
      {hearing.blank ? <DarkScreen /> : null}
    </>
  );
}

/** "Giọng máy" stands there as long as the machine reads. Not read aloud itself. */
function SpeechStrip(): ReactElement {
  const { t } = useWords();
  const text = useSpokenText();
  return (
    <div className="speech-strip" aria-hidden>
      <Icon name="listen" className="speech-sign" />
      <p className="speech-words">
        <span className="speech-voice">{t('speech.machineVoice')}</span>
        {text === null ? null : <span className="speech-text">{text}</span>}
      </p>
    </div>
  );
}

/** Nobody looks over the shoulder. A touch brings the picture back: who touches can see. */
function DarkScreen(): ReactElement {
  const send = useSend();
  return (
    <div className="speech-dark" aria-hidden onClick={() => send({ kind: 'set-blank', on: false })} />
  );
}
