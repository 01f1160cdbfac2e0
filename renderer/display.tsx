import { useEffect, useLayoutEffect, useState } from 'react';
import { chooseProfile } from '#domain/screen-profile.ts';
import { useWords } from './i18n/use-words.ts';
import { useSession } from './session/session-context.ts';
import { addFurtherFonts } from './ui/load-fonts.ts';
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
  const { t, tag } = useWords();
  useLayoutEffect(() => {
    const profile = chooseProfile(profileId, size.width, size.height);
    applyScreen(document.documentElement, profile, size.width, size.height, comfort);
  }, [profileId, size, comfort]);
  useLayoutEffect(() => {
    document.documentElement.lang = tag;
    document.title = t('common.product');
  }, [tag, t]);
  useFurtherFonts();
  return null;
}

/** The letters of the pack's further languages. */
function useFurtherFonts(): void {
  const languages = useSession((state) => state.kiosk.pack?.languages ?? null);
  const mediaBase = useSession((state) => state.kiosk.boot?.mediaBase ?? null);
  useEffect(() => {
    if (languages === null || mediaBase === null) return undefined;
    return addFurtherFonts(document.fonts, mediaBase, languages);
  }, [languages, mediaBase]);
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
