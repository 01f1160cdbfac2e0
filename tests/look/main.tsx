import { createRoot } from 'react-dom/client';
import { ContentPack, GuideOrCard } from '#contract/content-pack.ts';
import { PRINTERS } from '#contract/kiosk-channels.ts';
import { createFakeKiosk, READY_BOOT } from '#tests/fakes/fake-kiosk-api.ts';
import { App } from '#renderer/app.tsx';
import { createPackSearch } from '#renderer/search/pack-search.ts';
import { pageSearchPorts } from '#renderer/search/page-search.ts';
import { browserClock } from '#renderer/session/clock.ts';
import { teachManners } from '#renderer/session/page-manners.ts';
import { createSession } from '#renderer/session/store.ts';
import '#renderer/ui/ui.css';
import '#renderer/app.css';
import { Value } from 'typebox/value';
import head from '#assets/pack/pack.json';
import events from '#assets/pack/events.json';
import playlist from '#assets/pack/playlist.json';
import reasons from '#assets/pack/reasons.json';

/** The kiosk over a host in memory, to look at screens without one: `?setup`, `?nopin`, `?public`, `?printer=a4`, and `window.kiosk` to drive it. */
// Like a kiosk: a guide that is being written and does not parse yet is left out.
const guides = Object.values(import.meta.glob('../../assets/pack/guides/*.json', { eager: true, import: 'default' })).filter((guide) => Value.Check(GuideOrCard, guide));
const answers = Object.values<readonly unknown[]>(import.meta.glob('../../assets/pack/answers/*.json', { eager: true, import: 'default' })).flat();
const languages = Object.values(import.meta.glob('../../assets/pack/languages/*.json', { eager: true, import: 'default' }));
const pack = Value.Parse(ContentPack, { head, events, playlist, reasons, guides, answers, languages });
const asked = new URLSearchParams(location.search);
const place = READY_BOOT.servicePoint;
const publicUrl = asked.has('public') ? 'https://motcham.vn' : null;
const printer = PRINTERS.find((one) => one === asked.get('printer')) ?? 'none';
const settings = { ...READY_BOOT.settings, printer };
const boot = asked.has('setup')
  ? { ...READY_BOOT, phase: 'set-up' as const, servicePoint: null }
  : { ...READY_BOOT, settings, servicePoint: place === null ? null : { ...place, publicUrl } };
const fake = createFakeKiosk(pack, boot, asked.has('setup') || asked.has('nopin') ? null : '246810');
const session = createSession({ api: fake.api, clock: browserClock, chance: () => 0.3, reloadPage: () => location.reload() });
teachManners(window, session.send);
session.start();
Object.assign(window, { kiosk: { fake, session } });
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(<App session={session} search={createPackSearch(pageSearchPorts(window, (trouble) => console.error(trouble)))} />);
