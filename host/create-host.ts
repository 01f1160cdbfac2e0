import type { ErrorCode } from '#contract/errors.ts';
import type { KioskHandlers } from '#contract/kiosk-api.ts';
import type { KioskNotice } from '#contract/kiosk-channels.ts';
import type { Failure, Result } from '#domain/result.ts';
import { buildHandlers } from './build-handlers.ts';
import type { LogTail, RemoteShell } from './command-ports.ts';
import { createServices } from './create-services.ts';
import { tellError } from './tell-error.ts';
import { parseCentreUrl } from './upload/enrol.ts';
import type { ContentLimits } from './content/decide-load.ts';
import type { Clock, Compress, Digest, Disk, Download, Files, Http, LedgerStore, Log, PinHash, Random, Secrets, Timers } from './ports.ts';

export type HostPorts = {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
  readonly http: Http;
  readonly log: Log;
  readonly ledgerStore: LedgerStore;
  readonly compress: Compress;
  readonly pinHash: PinHash;
  readonly secrets: Secrets;
  /** The kiosk's own folder. */
  readonly dataFiles: Files;
  /** The content pack's folder. */
  readonly packFiles: Files;
  /** The content pack's folder as files of any kind. */
  readonly packDisk: Pick<Disk, 'list' | 'read'>;
  /** The folder `content` within the kiosk's own: what the centre sent. */
  readonly contentDisk: Disk;
  readonly contentLimits: ContentLimits;
  readonly download: Download;
  readonly digest: Digest;
  /** What the kiosk logged; null: this shell keeps nothing. */
  readonly logTail: LogTail | null;
};

export type HostOptions = {
  readonly shell: 'electron' | 'browser';
  readonly appVersion: string;
  readonly machine: { readonly name: string; readonly platform: string };
  /** Where the shell serves the pack's media, ending in a slash. */
  readonly mediaBase: string;
  /** Ends kiosk mode; null when the shell cannot. */
  readonly leave: (() => void) | null;
  /** Prints the page silently; left out when the shell's page does it (window.print). */
  readonly print?: PrintPage;
  /** What this shell can do to its window when staff ask from afar; what is left out, any open page does when told, or nobody. */
  readonly remote: Partial<RemoteShell>;
};

/** One sheet of this size, mm, of what the page shows to printers. */
export type PrintPage = (sheet: { readonly widthMm: number; readonly heightMm: number }) => Promise<Result<null, 'SHELL_CANNOT_PRINT' | 'SHELL_PRINT_FAILED'>>;

export type Pairing = { readonly centreUrl: string; readonly pairingCode: string };

export type Host = {
  readonly handlers: KioskHandlers;
  /** Returns its own unsubscribe. */
  readonly onNotice: (listener: (notice: KioskNotice) => void) => () => void;
  /** How things stand, for a page that has just come. */
  readonly greeting: () => readonly KioskNotice[];
  /** A page is there; the returned function says that it went. Its beats are expected meanwhile. */
  readonly connectPage: () => () => void;
  /** The shell had to start the page again, and why. */
  readonly notePageRestart: (safePage: boolean, why: string) => void;
  /** Reads what is kept and begins to work. Failures are told, never fatal: the screen must not stay black. */
  readonly start: (pairing: Pairing | null) => Promise<{ readonly pairing: Failure<ErrorCode> | null; readonly ledger: Failure<ErrorCode> | null }>;
  /** Settles once what is kept has been read; calls wait for it. */
  readonly started: Promise<void>;
  readonly close: () => Promise<void>;
};

/** The kiosk's machine side. It knows nothing of the window that shows it: two shells carry it. */
export function createHost(ports: HostPorts, options: HostOptions): Host {
  const services = createServices(ports, options);
  const { ledger, record, staff, content, sync, urgent, uploader, commands, watch, notices, faults, time } = services;
  const started = Promise.withResolvers<void>();
  /** A file that the disk does not give or take is told in the log: what needed it goes on without. */
  const unlessItThrows = async <Value>(what: string, work: () => Promise<Value>): Promise<Value | null> => {
    try {
      return await work();
    } catch (error: unknown) {
      ports.log.error('start.without', { what, detail: tellError(error) });
      return null;
    }
  };

  return {
    handlers: buildHandlers(services, options),
    onNotice: notices.listen,
    greeting: services.greeting,
    connectPage: () => watch.connect(),
    notePageRestart: (safePage, why) => {
      watch.addRestart();
      services.notePageDeath(`the page was loaded again: ${why}`);
      faults.raise('SHELL_PAGE_SILENT', why);
      if (safePage) faults.raise('SHELL_PAGE_CRASHED');
    },
    start: async (pairing) => {
      if ((await record.load()) !== 'whole') faults.raise('SETTINGS_DAMAGED');
      if ((await staff.load()) === 'damaged') faults.raise('STAFF_RECORD_DAMAGED');
      const opened = ledger.open();
      await unlessItThrows('centre clock', services.centreClock.load);
      await unlessItThrows('content', content.load);
      await services.openSets();
      const [failedClip] = content.failedClips();
      if (failedClip !== undefined) faults.raise('CONTENT_CLIP_FAILED', failedClip.clip);
      watch.start();
      time.look();
      // Whoever starts an enrolled kiosk with an address says where its centre is now.
      const address = pairing === null ? null : parseCentreUrl(pairing.centreUrl);
      if (address !== null) await unlessItThrows('centre address', () => record.moveCentre(address));
      const paired = pairing !== null && record.enrolment() === null ? await unlessItThrows('pairing', () => services.enrolWith(pairing)) : null;
      if (record.enrolment() !== null && record.credentials() === null) faults.raise('DEVICE_UNKNOWN', 'the token is missing');
      await unlessItThrows('commands', () => commands.load());
      uploader.start();
      await sync.start();
      started.resolve();
      return { pairing: paired === null || paired.ok ? null : paired.error, ledger: opened.ok ? null : opened.error };
    },
    started: started.promise,
    close: async () => {
      watch.stop();
      commands.stop();
      time.stop();
      urgent.stop();
      await sync.stop();
      await uploader.stop();
      ledger.close();
    },
  };
}
