import type { ReactElement } from 'react';
import { Icon } from '../../art/icon.tsx';
import type { IconName } from '../../art/icon.tsx';
import { useOfferedLanguages, useWords } from '../../i18n/use-words.ts';
import { useSend, useSession } from '../../session/session-context.ts';
import './bottom-bar.css';

type PlaceName = 'back' | 'listen' | 'text-size' | 'language' | 'help' | 'finish';
type PlaceProps = { readonly place: PlaceName; readonly icon: IconName; readonly words: string; readonly lang?: string; readonly pressed?: boolean; readonly onPress: () => void };

function Place({ place, icon, words, lang, pressed, onPress }: PlaceProps): ReactElement {
  return (
    <button type="button" className={`bar-button bar-${place}`} lang={lang} aria-pressed={pressed} onClick={onPress}>
      <Icon name={icon} className="bar-icon" />
      <span className="bar-words">{words}</span>
    </button>
  );
}

/**
 * Six fixed places, the same on every screen (E066, E110). A place without a meaning stays empty and
 * nothing moves into it: "Quay lại" on the first screen.
 */
export function BottomBar({ back }: { readonly back: boolean }): ReactElement {
  const { t } = useWords();
  const send = useSend();
  const overlay = useSession((state) => state.overlay.kind);
  return (
    <nav className="bottom-bar" aria-label={t('common.controls')} inert={overlay === 'idle-warning'}>
      {back ? <Place place="back" icon="back" words={t('common.back')} onPress={() => send({ kind: 'back' })} /> : null}
      <ListenPlace />
      <Place place="text-size" icon="textSize" words={t('common.textSize')} onPress={() => send({ kind: 'open-comfort' })} />
      <LanguagePlace />
      <Place place="help" icon="person" words={t('common.help')} onPress={() => send({ kind: 'open-help' })} />
      <Place place="finish" icon="exit" words={t('common.finish')} onPress={() => send({ kind: 'finish' })} />
    </nav>
  );
}

/** Reads this screen and each that follows aloud, until it is touched again. */
function ListenPlace(): ReactElement {
  const { t } = useWords();
  const send = useSend();
  const on = useSession((state) => state.comfort.hearing.on);
  return <Place place="listen" icon={on ? 'listenOff' : 'listen'} words={t('speech.listen')} pressed={on} onPress={() => send({ kind: 'set-hearing', on: !on })} />;
}

/** With two languages one press changes to the other; with more it opens their list. */
function LanguagePlace(): ReactElement {
  const { t, tag } = useWords();
  const send = useSend();
  const others = useOfferedLanguages().filter((language) => language.tag !== tag);
  const [other] = others;
  if (others.length > 1 || other === undefined) {
    return <Place place="language" icon="globe" words={t('comfort.language')} onPress={() => send({ kind: 'open-languages' })} />;
  }
  return <Place place="language" icon="globe" words={other.endonym} lang={other.tag} onPress={() => send({ kind: 'set-language', language: other.tag })} />;
}
