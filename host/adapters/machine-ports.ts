import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { CONTENT_LIMITS, type ContentLimits } from '../content/decide-load.ts';
import type { HostPorts } from '../create-host.ts';
import type { Log, Secrets } from '../ports.ts';
import type { DataFolderLock } from './data-folder-lock.ts';
import { diskFiles } from './disk-files.ts';
import { fetchDownload } from './fetch-download.ts';
import { fetchHttp } from './fetch-http.ts';
import { folderDisk } from './folder-disk.ts';
import { gzipText } from './gzip.ts';
import { keptLogTail } from './kept-log.ts';
import { nodeDigest } from './node-digest.ts';
import { scryptPinHash } from './scrypt-pin-hash.ts';
import { SqliteLedgerStore } from './sqlite-ledger-store.ts';
import { systemClock } from './system-clock.ts';
import { systemRandom } from './system-random.ts';
import { systemTimers } from './system-timers.ts';

export type MachinePlaces = {
  /** The kiosk's own folder. */
  readonly dataFolder: string;
  readonly packFolder: string;
  /** Who does not hold the data folder does not open the ledger in it. */
  readonly lock: DataFolderLock;
};

/** Where the content lies that the centre sent. */
export function contentFolder(dataFolder: string): string {
  return join(dataFolder, 'content');
}

/** Every port on the real machine: what both shells give to the host. */
export function machinePorts(places: MachinePlaces, log: Log, secrets: Secrets, contentLimits: ContentLimits = CONTENT_LIMITS): HostPorts {
  // Node keeps the times of the last 250 requests for whoever asks; nobody here does.
  performance.setResourceTimingBufferSize(0);
  const clock = systemClock();
  return {
    clock,
    timers: systemTimers,
    random: systemRandom,
    http: fetchHttp,
    log,
    ledgerStore: new SqliteLedgerStore({
      path: join(places.dataFolder, 'ledger.sqlite'),
      hold: places.lock.hold,
      newStream: systemRandom.uuid,
      stamp: () => `${new Date(clock.now()).toISOString().replace(/[-:.]/g, '')}-${systemRandom.secret(3)}`,
    }),
    compress: gzipText,
    pinHash: scryptPinHash(),
    secrets,
    dataFiles: diskFiles(places.dataFolder, 0o600),
    packFiles: diskFiles(places.packFolder),
    packDisk: folderDisk(places.packFolder),
    contentDisk: folderDisk(contentFolder(places.dataFolder)),
    contentLimits,
    download: fetchDownload,
    digest: nodeDigest,
    logTail: keptLogTail(places.dataFolder),
  };
}
