import { gunzipSync, gzipSync } from 'node:zlib';
import { HTTP_ROUTES } from '#contract/http-routes.ts';
import type { EntryBody } from '#contract/ledger.ts';
import { SqliteLedgerStore } from '#host/adapters/sqlite-ledger-store.ts';
import { nodeDigest } from '#host/adapters/node-digest.ts';
import { createHost, type Host, type HostPorts } from '#host/create-host.ts';
import type { HttpAnswer, LedgerStore } from '#host/ports.ts';
import type { PackFiles } from '#tests/fakes/pack-files.ts';
import { MemoryDisk } from '#tests/fakes/memory-disk.ts';
import { MemoryFiles } from '#tests/fakes/memory-files.ts';
import { closeFilesOf } from './disk-hooks.ts';
import type { KioskDisk } from './kiosk-disk.ts';
import { MachineClock } from './machine-clock.ts';
import type { Network } from './network.ts';
import { running, SimProcess, type Death } from './sim-process.ts';
import type { Told, Truth } from './truth.ts';
import type { World } from './world.ts';

const CENTRE_URL = 'https://centre.example';
const PIN = '284617';
/** A supervisor starts a program that ended; a machine without power starts when it is back. */
const RESTART_MS = 3_000;
const REBOOT_MS = 40_000;
/** A request that was let in before the revocation is answered by then. */
const REVOKED_AFTER_MS = 10_000;

export type Place = { readonly id: string; readonly timeZone: string };
export type Recorded = { readonly told: Told; readonly stream: string | null; readonly seq: number | null };

/** One machine at a service point, with whatever disk is in it. */
export class Kiosk {
  readonly no: number;
  readonly place: Place;
  readonly clock: MachineClock;
  disk: KioskDisk;
  readonly #world: World;
  readonly #network: Network;
  readonly #truth: Truth;
  readonly #shipped: PackFiles;
  readonly #committed: (stream: string) => number | null;
  #life: { readonly process: SimProcess; readonly host: Host; readonly store: LedgerStore } | null = null;
  #lives = 0;
  /** Off by hand, until somebody switches it on. */
  isOff = false;
  readonly events: string[] = [];

  constructor(no: number, place: Place, disk: KioskDisk, ties: { readonly world: World; readonly network: Network; readonly truth: Truth; readonly shipped: PackFiles; readonly committed: (stream: string) => number | null }) {
    this.no = no;
    this.place = place;
    this.disk = disk;
    this.#world = ties.world;
    this.#network = ties.network;
    this.#truth = ties.truth;
    this.#shipped = ties.shipped;
    this.#committed = ties.committed;
    this.clock = new MachineClock(ties.world.time, `k${no}`);
  }

  get name(): string {
    return `kiosk ${this.no}`;
  }

  get process(): SimProcess | null {
    return this.#life?.process ?? null;
  }

  /** The power is on: a new boot. */
  switchOn(): void {
    this.isOff = false;
    this.clock.boot();
    this.#start();
  }

  switchOff(): void {
    this.isOff = true;
    this.#life?.process.die('stopped');
  }

  /** What people try first. */
  switchOffAndOn(): void {
    this.switchOff();
    this.switchOn();
  }

  async record(body: EntryBody): Promise<Recorded> {
    const life = this.#life;
    const nothing = { stream: null, seq: null };
    if (life === null) return { told: 'refused', ...nothing };
    const written = await this.#inside((host) => host.handlers.record(body));
    if (written === null || !life.process.alive) return { told: 'unknown', ...nothing };
    if (written.ok) return { told: 'thanked', ...written.value };
    return { told: written.error.code === 'LEDGER_UNAVAILABLE' ? 'unknown' : 'refused', ...nothing };
  }

  /** Staff enter a pairing code at the kiosk. The error's code; null: it is paired. */
  async pair(pairingCode: string): Promise<string | null> {
    const paired = await this.#inside(async (host) => {
      const unlocked = await host.handlers.staffUnlock({ pin: PIN });
      const key = unlocked.ok ? unlocked.value.key : undefined;
      const enrolled = await host.handlers.enrol({ centreUrl: CENTRE_URL, pairingCode, ...(key === undefined ? {} : { key }) });
      if (enrolled.ok && key === undefined) await host.handlers.staffSetPin({ pin: PIN });
      return enrolled;
    });
    return paired === null ? 'away' : paired.ok ? null : paired.error.code;
  }

  /** What the kiosk's own staff page says; null while nobody answers. */
  async status() {
    return this.#inside(async (host) => {
      const known = await host.handlers.staffUnlock({ pin: PIN });
      // Its program may have ended between the pairing and the choosing of a PIN.
      const unlocked = known.ok ? known : await host.handlers.staffSetPin({ pin: PIN });
      if (!unlocked.ok) return null;
      const status = await host.handlers.staffStatus({ key: unlocked.value.key });
      return status.ok ? status.value : null;
    });
  }

  ledgerState() {
    const state = this.#life === null ? null : running.run(this.#life.process, () => this.#life?.store.state());
    return state?.ok === true ? state.value : null;
  }

  isEnrolled(): boolean {
    const kept = JSON.parse(this.disk.files.texts.get('kiosk.json') ?? '{}') as { readonly enrolment?: unknown };
    return (kept.enrolment ?? null) !== null;
  }

  close(): void {
    if (this.#life === null) return;
    this.#life.process.alive = false;
    closeFilesOf(this.#life.process);
  }

  async #inside<Value>(work: (host: Host) => Promise<Value>): Promise<Value | null> {
    const life = this.#life;
    if (life === null) return null;
    try {
      const gone = new Promise<null>((done) => void life.process.whenDead(() => done(null)));
      return await running.run(life.process, () => Promise.race([life.host.started.then(() => work(life.host)), gone]));
    } catch (cause: unknown) {
      if (life.process.alive) this.#world.tell(this.name, `fails: ${cause instanceof Error ? cause.message : String(cause)}`);
      return null;
    }
  }

  #start(): void {
    if (this.#life !== null || this.isOff) return;
    this.#lives += 1;
    const process: SimProcess = new SimProcess(this.name, (how) => this.#onDeath(process, how), (kind) => {
      this.#world.inject(`kiosk: ${kind}`);
      this.#world.tell(this.name, kind);
    });
    this.disk.serve(process);
    running.run(process, () => {
      const ports = this.#ports(process);
      const host = createHost(ports, { shell: 'browser', appVersion: '1.0.0', machine: { name: this.name, platform: 'linux' }, mediaBase: '/media/', leave: null, remote: {} });
      this.#life = { process, host, store: ports.ledgerStore };
      host.start(null).catch((cause: unknown) => {
        // A disk that fails while the program starts ends it; its supervisor starts it again.
        if (process.alive) this.#world.tell(this.name, `does not start: ${cause instanceof Error ? cause.message : String(cause)}`);
        process.die('killed');
      });
    });
  }

  #ports(process: SimProcess): HostPorts {
    const { time } = this.#world;
    const random = this.#world.random('kiosk', this.no, this.#lives, this.disk.name);
    const packDisk = new MemoryDisk();
    for (const [path, content] of Object.entries(this.#shipped)) packDisk.files.set(path, Buffer.from(content));
    const { disk } = this;
    return {
      clock: this.clock.reading(),
      timers: { after: (delay, task) => time.after(delay, task, process) },
      random: { fraction: random.fraction, uuid: random.uuid, secret: random.secret },
      http: this.#network.httpOf(this.no, process, { sends: (path, request) => this.#watch(path, request), hears: (path, request, answer) => this.#overhear(path, request, answer) }),
      log: this.#log(),
      ledgerStore: new SqliteLedgerStore({ path: disk.ledger, newStream: random.uuid, stamp: () => `${this.no}-${this.#lives}-${random.between(0, 1e9)}` }),
      compress: async (text) => gzipSync(text, { level: 1 }),
      pinHash: { make: async (pin) => `plain:${pin}`, matches: async (pin, hash) => hash === `plain:${pin}` },
      secrets: disk.secrets(process),
      dataFiles: disk.files,
      packFiles: new MemoryFiles(Object.fromEntries([...packDisk.files].map(([path, bytes]) => [path, Buffer.from(bytes).toString('utf8')]))),
      packDisk,
      contentDisk: disk.content,
      contentLimits: { mostBytes: 1_000_000_000, reserveBytes: 0 },
      download: this.#network.downloadOf(this.no),
      digest: nodeDigest,
      logTail: null,
    };
  }

  #log(): HostPorts['log'] {
    const note = (event: string): void => void this.events.push(event);
    return { info: note, warn: note, error: note };
  }

  /** Heartbeats that were answered tell the books what the centre was told. */
  #overhear(path: string, request: unknown, answer: HttpAnswer): void {
    this.#noteReceived(path, request, answer);
    this.#noteToken(path, request, answer);
    if (path !== HTTP_ROUTES.heartbeat.path || answer.status !== 200) return;
    const ledger = beatOf(request);
    this.#truth.beats.push({ kiosk: this.no, at: this.#world.time.now });
    const known = this.#truth.heads.get(ledger.stream);
    // Two machines may tell of one stream.
    if (known === undefined || known.kiosk !== this.no || known.head <= ledger.head) this.#truth.heads.set(ledger.stream, { kiosk: this.no, head: ledger.head, days: ledger.days, at: this.#world.time.now });
  }

  #watch(path: string, request: unknown): void {
    this.#watchMark();
    if (path !== HTTP_ROUTES.heartbeat.path) return;
    const { stream, head } = beatOf(request);
    this.#truth.offeredHeads.set(stream, (this.#truth.offeredHeads.get(stream) ?? new Set()).add(head));
  }

  /** A kiosk never takes for received what no centre ever said it has. */
  #watchMark(): void {
    const state = this.ledgerState();
    if (state === null || state.mark <= (this.#truth.acknowledged.get(state.stream) ?? 0)) return;
    this.#truth.wrongs.add(`${this.name} takes ${state.mark} entries for received, and the centre said ${this.#truth.acknowledged.get(state.stream) ?? 0}`);
  }

  #noteReceived(path: string, request: unknown, answer: HttpAnswer): void {
    if (path !== HTTP_ROUTES.ledger.path && path !== HTTP_ROUTES.heartbeat.path) return;
    const { body } = request as { readonly body: string | Uint8Array };
    const { stream, ledger } = JSON.parse(typeof body === 'string' ? body : gunzipSync(body).toString('utf8')) as { readonly stream?: string; readonly ledger?: { readonly stream: string } };
    const received = (answer.body as { readonly received?: number } | null)?.received ?? (answer.body as { readonly error?: { readonly received?: number } } | null)?.error?.received;
    const name = stream ?? ledger?.stream;
    if (name === undefined || received === undefined) return;
    this.#truth.acknowledged.set(name, Math.max(received, this.#truth.acknowledged.get(name) ?? 0));
    const committed = this.#committed(name);
    // Kiosks send again what a power cut took from the centre; that it was taken is wrong all the same.
    const promised = this.#truth.promised.get(name) ?? 0;
    if (committed !== null && committed < promised) this.#truth.wrongs.add(`the centre acknowledged ${promised} entries of a stream, and ${committed} are left on its disk`);
    this.#truth.promised.set(name, Math.max(received, promised));
    if (committed !== null && committed < received) this.#truth.wrongs.add(`the centre acknowledges ${received} entries of a stream and has ${committed} on its disk`);
  }

  /** Nothing is taken from a device any more that staff revoked. */
  #noteToken(path: string, request: unknown, { status, body }: HttpAnswer): void {
    const { tokens, revoked, wrongs } = this.#truth;
    if (path === HTTP_ROUTES.enrol.path && status === HTTP_ROUTES.enrol.status) {
      const { token, deviceId } = body as { readonly token: string; readonly deviceId: string };
      tokens.set(token, deviceId);
      revoked.delete(deviceId);
      return;
    }
    // The simulated library asks nobody who he is; that the real route does is held by the authorisation table.
    if (path === HTTP_ROUTES.manifest.path) return;
    const { headers } = request as { readonly headers: Readonly<Record<string, string>> };
    const device = tokens.get(headers['authorization']?.slice('Bearer '.length) ?? '') ?? '';
    const since = revoked.get(device) ?? Number.POSITIVE_INFINITY;
    if (status === 200 && this.#world.time.now - since > REVOKED_AFTER_MS) wrongs.add(`${this.name} was revoked and is still answered`);
  }

  #onDeath(process: SimProcess, how: Death): void {
    if (how !== 'stopped') {
      this.#world.inject(how === 'power' ? 'kiosk: power cut' : 'kiosk killed');
      this.#world.tell(this.name, how === 'power' ? 'loses its power' : 'is killed');
    }
    if (this.#life?.process === process) this.#life = null;
    if (how === 'power') this.disk.cutPower(process, this.#world.random('power cut', this.name, this.#lives));
    this.#world.time.after(1, () => closeFilesOf(process), null);
    if (how === 'stopped') return;
    this.#world.time.after(how === 'power' ? REBOOT_MS : RESTART_MS, () => {
      if (this.#life !== null || this.isOff) return;
      if (how === 'power') this.clock.boot();
      this.#start();
    }, null);
  }
}

type ToldLedger = { readonly stream: string; readonly head: number; readonly days: Record<string, number> };

function beatOf(request: unknown): ToldLedger {
  const { body } = request as { readonly body: string };
  return (JSON.parse(body) as { readonly ledger: ToldLedger }).ledger;
}
