import type { KioskTrouble } from '#domain/kiosk-trouble.ts';
import type { WordKey } from '../i18n/words.ts';
import type { Status } from '../ui/status-mark.tsx';

type TroubleWords = { readonly name: WordKey; readonly help: WordKey; readonly status: Status };

/** How each trouble is called, what staff should do, and how loudly it is said. */
export const TROUBLE_WORDS: Readonly<Record<KioskTrouble, TroubleWords>> = {
  twin: { name: 'troubleTwin', help: 'troubleTwinHelp', status: 'bad' },
  fault: { name: 'troubleFault', help: 'troubleFaultHelp', status: 'bad' },
  silent: { name: 'troubleSilent', help: 'troubleSilentHelp', status: 'bad' },
  still: { name: 'troubleStill', help: 'troubleStillHelp', status: 'bad' },
  'no-page': { name: 'troubleNoPage', help: 'troubleNoPageHelp', status: 'attention' },
  behind: { name: 'troubleBehind', help: 'troubleBehindHelp', status: 'attention' },
  clock: { name: 'troubleClock', help: 'troubleClockHelp', status: 'attention' },
  disk: { name: 'troubleDisk', help: 'troubleDiskHelp', status: 'attention' },
  'old-content': { name: 'troubleOldContent', help: 'troubleOldContentHelp', status: 'attention' },
  'old-app': { name: 'troubleOldApp', help: 'troubleOldAppHelp', status: 'calm' },
  quarantine: { name: 'troubleQuarantine', help: 'troubleQuarantineHelp', status: 'calm' },
};
