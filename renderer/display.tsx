import { useEffect, useLayoutEffect, useState } from 'react';
import { chooseProfile } from '#domain/screen-profile.ts';
import { useWords } from './i18n/use-words.ts';
import { useSession } from './session/session-context.ts';
import { applyScreen } from './ui/screen-variables.ts';

type Size = { readonly width: number; readonly height: number };

function windowSize(): Size {
  return { width: window.innerWidth, height: window.innerHeight };
}

/** Writes the screen's millimetres, the citizen's comfort and the language on <html>. Draws nothing. */
export function Display(): null {
  const size = useWindowSize();
  const comfort = useSession((state) => state.comfort);
  const profileId = useSession((state) => (state.screen.kind === 'setup' ? state.screen.settings.profile : state.kiosk.boot?.settings.profile) ?? null);
  const { t, language } = useWords();
  useLayoutEffect(() => {
    const profile = chooseProfile(profileId, size.width, size.height);
    applyScreen(document.documentElement, profile, size.width, size.height, comfort);
  }, [profileId, size, comfort]);
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    document.title = t('common.product');
  }, [language, t]);
  return null;
}

function useWindowSize(): Size {
  const [size, setSize] = useState(windowSize);
  useEffect(() => {
    const changed = (): void => setSize(windowSize());
    window.addEventListener('resize', changed);
    return () => window.removeEventListener('resize', changed);
  }, []);
  return size;
}
