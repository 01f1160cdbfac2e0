import type { Fault } from './fault.ts';
import { CONTENT_FAULTS } from './shell/break-content.ts';
import { WINDOW_FAULTS } from './shell/break-window.ts';
import { badLines, badNetwork } from './storage/bad-lines.ts';
import { brokenDisk } from './storage/broken-disk.ts';
import { corruptKiosk } from './storage/corrupt-kiosk.ts';
import { fullCentrePostgres, fullCentreSqlite } from './storage/full-centre.ts';
import { killCentrePostgres, killCentreSqlite, killPostgres } from './storage/kill-centre.ts';
import { killKiosk } from './storage/kill-kiosk.ts';
import { powerCutCentre } from './storage/power-cut/power-cut-centre.ts';
import { powerCutKiosk } from './storage/power-cut/power-cut-kiosk.ts';

/** Every fault of `npm run faults`, in the order in which they run. */
export const FAULTS: readonly Fault[] = [killKiosk, killCentreSqlite, killCentrePostgres, killPostgres, powerCutKiosk, powerCutCentre, corruptKiosk, brokenDisk, fullCentreSqlite, fullCentrePostgres, badLines, badNetwork, ...WINDOW_FAULTS, ...CONTENT_FAULTS];
