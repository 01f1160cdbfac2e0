import { join } from 'node:path';
import type { HostPorts } from '../create-host.ts';
import type { Log, Secrets } from '../ports.ts';
import { diskFiles } from './disk-files.ts';
import { fetchHttp } from './fetch-http.ts';
import { gzipText } from './gzip.ts';
import { keptLogTail } from './kept-log.ts';
import { scryptPinHash } from './scrypt-pin-hash.ts';
import { SqliteLedgerStore } from './sqlite-ledger-store.ts';
import { systemClock } from './system-clock.ts';
import { systemRandom } from './system-random.ts';
import { systemTimers } from './system-timers.ts';

export type MachinePlaces = {
  /** The kiosk's own folder. */
  readonly dataFolder: string;
  readonly packFolder: string;
};

/** Every port on the real machine: what both shells give to the host. */
export function machinePorts(places: MachinePlaces, log: Log, secrets: Secrets): HostPorts {
  const clock = systemClock();
  return {
    clock,
    timers: systemTimers,
    random: systemRandom,
    http: fetchHttp,
    log,
    ledgerStore: new SqliteLedgerStore({
      path: join(places.dataFolder, 'ledger.sqlite'),
      newStream: systemRandom.uuid,
      stamp: () => `${new Date(clock.now()).toISOString().replace(/[-:.]/g, '')}-${systemRandom.secret(3)}`,
    }),
    compress: gzipText,
    pinHash: scryptPinHash(),
    secrets,
    dataFiles: diskFiles(places.dataFolder, 0o600),
    packFiles: diskFiles(places.packFolder),
    logTail: keptLogTail(places.dataFolder),
  };
}
