import { inProject } from '#build/project-root.ts';
import { diskFiles } from '#host/adapters/disk-files.ts';
import { folderDisk } from '#host/adapters/folder-disk.ts';
import { gzipText } from '#host/adapters/gzip.ts';
import { nodeDigest } from '#host/adapters/node-digest.ts';
import { scryptPinHash } from '#host/adapters/scrypt-pin-hash.ts';
import { systemRandom } from '#host/adapters/system-random.ts';
import { createHost, type Host } from '#host/create-host.ts';
import { success } from '#domain/result.ts';
import { FakeCentre } from './fake-centre.ts';
import { ManualTime } from './manual-time.ts';
import { MemoryDisk } from './memory-disk.ts';
import { MemoryFiles, memorySecrets } from './memory-files.ts';
import { MemoryLedgerStore } from './memory-ledger-store.ts';
import { QuietLog } from './quiet-log.ts';

export type TestHost = {
  readonly host: Host;
  readonly time: ManualTime;
  readonly centre: FakeCentre;
  readonly store: MemoryLedgerStore;
  readonly dataFiles: MemoryFiles;
  readonly log: QuietLog;
  readonly left: () => number;
  /** Every sheet that was printed. */
  readonly sheets: readonly { readonly widthMm: number; readonly heightMm: number }[];
};

/** The whole host over fakes: no disk but the pack's, no network, time stands still. */
export function testHost(shell: 'electron' | 'browser' = 'browser'): TestHost {
  const time = new ManualTime();
  const store = new MemoryLedgerStore();
  const centre = new FakeCentre(() => time.clock.now());
  const disk = new MemoryDisk();
  const dataFiles = new MemoryFiles();
  const log = new QuietLog();
  let left = 0;
  const sheets: { readonly widthMm: number; readonly heightMm: number }[] = [];
  const print = async (sheet: { readonly widthMm: number; readonly heightMm: number }) => {
    sheets.push(sheet);
    return success(null);
  };
  const host = createHost(
    {
      clock: time.clock,
      timers: time.timers,
      random: systemRandom,
      http: centre,
      log,
      ledgerStore: store,
      compress: gzipText,
      pinHash: scryptPinHash({ N: 1024, r: 8, p: 1 }),
      secrets: memorySecrets(),
      dataFiles,
      packFiles: diskFiles(inProject('assets', 'pack')),
      packDisk: folderDisk(inProject('assets', 'pack')),
      contentDisk: disk,
      contentLimits: { mostBytes: 1_000_000_000, reserveBytes: 0 },
      download: centre.library.download,
      digest: nodeDigest,
      logTail: null,
    },
    { shell, appVersion: '1.2.3', machine: { name: 'test', platform: 'linux' }, mediaBase: '/media/', leave: () => void (left += 1), print, remote: {} },
  );
  return { host, time, centre, store, dataFiles, log, left: () => left, sheets };
}
