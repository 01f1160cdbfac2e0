import type { KioskNotice } from '#contract/kiosk-channels.ts';
import { nodeDigest } from '#host/adapters/node-digest.ts';
import type { ContentLimits } from '#host/content/decide-load.ts';
import { createContentServices, type ContentServices } from '#host/create-content.ts';
import { createCentreClock } from '#host/health/centre-clock.ts';
import { createFaults, type Faults } from '#host/health/faults.ts';
import { createKioskRecord } from '#host/settings/kiosk-record.ts';
import { FakeCentre } from './fake-centre.ts';
import { FakeLibrary } from './fake-library.ts';
import { ManualTime, settle } from './manual-time.ts';
import { MemoryDisk, Power } from './memory-disk.ts';
import { MemoryFiles, memorySecrets } from './memory-files.ts';
import { MemoryLedgerStore } from './memory-ledger-store.ts';
import { packFiles, type PackFiles } from './pack-files.ts';
import { QuietLog } from './quiet-log.ts';

/** The content services of one kiosk over a disk in memory, which outlives them: `start` begins anew on it. */
export class ContentKiosk {
  readonly time: ManualTime;
  readonly power = new Power();
  readonly disk = new MemoryDisk(this.power);
  readonly files = new MemoryFiles({}, this.power);
  readonly shipped = new MemoryDisk();
  readonly library = new FakeLibrary();
  readonly centre: FakeCentre;
  readonly log = new QuietLog();
  limits: ContentLimits = { mostBytes: 1_000_000_000, reserveBytes: 0 };
  freeBytes = 10_000_000_000;
  notices: KioskNotice[] = [];
  isPageOpen = false;
  timezone = 'Asia/Ho_Chi_Minh';
  #services: ContentServices | null = null;
  #faults: Faults | null = null;
  #life = 0;

  constructor(shipped: PackFiles = packFiles({ version: '2026.11.1' }), now?: number) {
    this.time = new ManualTime(now);
    this.centre = new FakeCentre(() => this.time.clock.now(), this.library);
    for (const [path, content] of Object.entries(shipped)) this.shipped.files.set(path, Buffer.from(content));
  }

  get services(): ContentServices {
    if (this.#services === null) throw new Error('start first');
    return this.#services;
  }

  get version(): string {
    return this.services.content.version();
  }

  clips(): readonly string[] {
    return this.services.content.pack().playlist.items.filter(({ kind }) => kind === 'clip').map(({ id }) => id);
  }

  faults(): readonly string[] {
    return (this.#faults?.list() ?? []).filter(({ code }) => this.#faults?.stands(code as 'CONTENT_INVALID') === true).map(({ code }) => code);
  }

  /** The power is on and a host starts; whatever ran before is gone. */
  async start(): Promise<void> {
    this.disk.restart();
    const { clock } = this.time;
    const timers = this.#timersOfThisLife();
    const servicePoint = { id: 'p', name: 'P', kind: 'one-stop', timezone: this.timezone, publicUrl: null };
    const enrolment = { centreUrl: 'http://centre', deviceId: 'd', servicePoint, contentKey: this.library.contentKey };
    this.files.texts.set('kiosk.json', JSON.stringify({ settings: { language: 'vi', profile: null, tapRestSeconds: 5 }, setUpDone: true, enrolment }));
    const secrets = memorySecrets();
    await secrets.save('device-token', this.centre.token);
    const record = createKioskRecord({ files: this.files, secrets, log: this.log });
    await record.load();
    const faults = createFaults({ clock, onChange: () => undefined });
    const centreClock = createCentreClock({ clock, files: this.files, log: this.log });
    await centreClock.load();
    const shippedFiles = new MemoryFiles(Object.fromEntries([...this.shipped.files].map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')])));
    const random = { fraction: () => 0.5, uuid: () => 'u', secret: () => 's' };
    const ports = {
      clock, timers, random, log: this.log, http: this.centre, download: this.library.download, digest: nodeDigest, dataFiles: this.files, packFiles: shippedFiles, packDisk: this.shipped,
      contentDisk: this.disk, contentLimits: this.limits, secrets, ledgerStore: new MemoryLedgerStore(), compress: async () => new Uint8Array(), pinHash: { make: async () => '', matches: async () => false }, logTail: null,
    };
    const services = createContentServices(ports, {
      record, faults, centreClock, freeDiskBytes: async () => this.freeBytes, isPageOpen: () => this.isPageOpen,
      tell: (notice) => {
        // A host that was cut off says nothing more.
        if (this.#services === services) this.notices.push(notice);
      },
    });
    [this.#services, this.#faults] = [services, faults];
    await services.content.load();
    await services.openSets();
    await services.sync.start();
  }

  /** A heartbeat names what is published now; then so much time passes. */
  async hear(ms = 0): Promise<void> {
    this.services.sync.hear(this.library.manifest);
    await this.time.pass(ms);
    await settle();
  }

  /** Until nothing more happens at this moment, with the page's absence waited out for so many clips. */
  async finish(rounds = 20): Promise<void> {
    for (let round = 0; round < rounds && this.services.sync.state().loading !== null; round += 1) await this.time.pass(61_000);
    await settle();
  }

  /** Timers of a host that is gone run no more. */
  #timersOfThisLife(): ManualTime['timers'] {
    this.#life += 1;
    const life = this.#life;
    const { timers } = this.time;
    return { after: (delay, run) => timers.after(delay, () => (life === this.#life ? run() : undefined)) };
  }

  /** The page fetches the content and beats so often with a moving picture. */
  async showFor(beats: number): Promise<void> {
    this.services.sets.noteTaken();
    await settle();
    for (let beat = 0; beat < beats; beat += 1) {
      this.services.sets.noteAlive();
      await settle();
    }
  }
}
