/** Says what has no recording, where the system has a voice of its own for that language. */
export type SystemVoice = {
  /** Null when there is no good voice. Resolves when it has been said or stopped. */
  readonly say: (text: string, language: string, loudness: number) => { readonly ended: Promise<void>; readonly stop: () => void } | null;
};

/**
 * The browser's own voices, only such as need no network (E063, promise 5): a text must not leave the kiosk, and often there
 * is none for Vietnamese.
 */
export function systemVoice(synthesis: SpeechSynthesis | undefined): SystemVoice {
  return {
    say: (text, language, loudness) => {
      const voice = synthesis?.getVoices().find((one) => one.localService && one.lang.toLowerCase().startsWith(language.toLowerCase()));
      if (synthesis === undefined || voice === undefined) return null;
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.voice = voice;
      utterance.lang = voice.lang;
      utterance.volume = loudness;
      const ended = new Promise<void>((resolve) => {
        utterance.addEventListener('end', () => resolve(), { once: true });
        utterance.addEventListener('error', () => resolve(), { once: true });
      });
      synthesis.speak(utterance);
      return { ended, stop: () => synthesis.cancel() };
    },
  };
}
