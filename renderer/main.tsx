import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { findBridge } from './bridge/find-bridge.ts';
import { createPackSearch } from './search/pack-search.ts';
import { pageSearchPorts } from './search/page-search.ts';
import { warmSearch } from './search/warm-search.ts';
import { browserClock } from './session/clock.ts';
import { decodeClip } from './session/decode-clip.ts';
import { teachManners } from './session/page-manners.ts';
import { createSession } from './session/store.ts';
import { tellUse } from './session/tell-use.ts';
import { startTrials } from './session/trial-runner.ts';
import { startWatchdog } from './session/watchdog.ts';
import { loadFonts } from './ui/load-fonts.ts';
import { webAudio } from './speech/audio-port.ts';
import { createSpokenText, SpokenTextContext } from './speech/spoken-text.ts';
import { startSpeech } from './speech/start-speech.ts';
import { systemVoice } from './speech/system-voice.ts';
import './ui/ui.css';
import './app.css';

const api = findBridge(window);
const session = createSession({
  api,
  clock: browserClock,
  chance: Math.random,
  reloadPage: () => window.location.reload(),
});
const search = createPackSearch(pageSearchPorts(window, (trouble) => void api.call('bug', { message: trouble })));
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

teachManners(window, session.send);
startWatchdog({
  api,
  clock: browserClock,
  pictures: session.pictures,
  state: session.store.getState,
  nextFrame: (drawn) => void requestAnimationFrame(drawn),
});
tellUse(api, session.store);
warmSearch(search, session.store, document, (task, ms) => window.setTimeout(task, ms));
const tester = document.createElement('video');
startTrials({
  api,
  clock: browserClock,
  state: session.store.getState,
  canPlay: (type) => tester.canPlayType(type) !== '',
  decode: (src, seconds) => decodeClip(document, src, seconds),
});
const spoken = createSpokenText();
startSpeech({
  session,
  clock: browserClock,
  audio: webAudio(),
  voice: systemVoice(window.speechSynthesis),
  fetch: window.fetch.bind(window),
  page: window,
  spoken,
});
session.start();
// Missing fonts change the look, not the use: the screens are drawn either way.
loadFonts(document.fonts).catch((bug: unknown) => console.error(bug));
createRoot(root).render(
  <StrictMode>
    <SpokenTextContext value={spoken}>
      <App session={session} search={search} />
    </SpokenTextContext>
  </StrictMode>,
);
