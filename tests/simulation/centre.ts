import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { HttpAnswer } from '#host/ports.ts';
import type { Random, Secrets } from '#server/ports.ts';
import type { Repositories } from '#server/repositories/repositories.ts';
import { openSqliteRepositories } from '#server/repositories/sqlite/sqlite-repositories.ts';
import { findDevice } from '#server/services/device-access.ts';
import { enrolment, type Enrolment } from '#server/services/enrolment.ts';
import { kioskCommands } from '#server/services/fleet/kiosk-commands.ts';
import { heartbeats } from '#server/services/heartbeats.ts';
import { ledgerIntake } from '#server/services/ledger/ledger-intake.ts';
import type { FakeLibrary } from '#tests/fakes/fake-library.ts';
import { routeDoor, serviceDoor, type Arrival, type Door, type DoorPorts } from './centre-door.ts';
import { closeFilesOf } from './disk-hooks.ts';
import { cutPower } from './power-cut.ts';
import { running, SimProcess, type Death } from './sim-process.ts';
import type { World } from './world.ts';

export const STAFF = { id: 'staff', email: 'staff@example.vn', role: 'admin', unit: null } as const;

/** A server of the centre while it runs. */
export type Server = { readonly process: SimProcess; readonly repositories: Repositories; readonly enrolment: Enrolment; readonly door: Door };

const RESTART_MS = 2_000;
const CHANNEL_MS = 1;

/** The centre: one database file, and one or two servers over it. */
export class Centre {
  readonly #world: World;
  readonly #library: FakeLibrary;
  readonly #isRouted: boolean;
  readonly #servers: (Server | null)[] = [null, null];
  /** Whether the second server shall run. */
  #isDouble = false;
  #folder: string;
  #reader: { readonly folder: string; readonly database: DatabaseSync; readonly mark: StatementSync } | null = null;
  #folders = 0;
  #starts = 0;
  /** Nothing starts before; somebody works at the machine. */
  #closedUntil = 0;
  readonly #backups: { readonly file: string; readonly at: number }[] = [];
  /** When the backup that stands was taken; null: never restored. */
  restoredTo: number | null = null;
  /** When it was last up again after that, ms; 0: never. */
  restoredAt = 0;

  /** `isRouted`: through Fastify and its routes. */
  constructor(world: World, library: FakeLibrary, isRouted: boolean) {
    this.#world = world;
    this.#library = library;
    this.#isRouted = isRouted;
    this.#folder = this.#newFolder();
  }

  get file(): string {
    return join(this.#folder, 'centre.db');
  }

  /** Begins with a file that has its tables already. */
  async open(template: string): Promise<void> {
    copyFileSync(template, this.file);
    await this.#start(0);
  }

  /** The mark of a stream as any other program would read it from the file; null: no server is up. */
  committed(stream: string): number | null {
    const server = this.server();
    if (server === null) return null;
    return running.exit(() => {
      if (this.#reader?.folder !== this.#folder) {
        this.#reader?.database.close();
        const database = new DatabaseSync(this.file, { readOnly: true });
        this.#reader = { folder: this.#folder, database, mark: database.prepare('SELECT mark FROM stream WHERE id = ?') };
      }
      return Number(this.#reader.mark.get(stream)?.['mark'] ?? 0);
    });
  }

  server(): Server | null {
    return this.#servers.find((server) => server !== null) ?? null;
  }

  servers(): readonly Server[] {
    return this.#servers.filter((server) => server !== null);
  }

  /** Answers as a load balancer before the servers would; rejects when the line breaks. */
  async receive(arrival: Arrival, pick: number): Promise<HttpAnswer> {
    const up = this.servers();
    const server = up[Math.floor(pick * up.length)];
    if (server === undefined) throw new Error('connect ECONNREFUSED');
    return new Promise((resolve, reject) => {
      const forget = server.process.whenDead(() => reject(new Error('socket hang up')));
      const end = (say: () => void) => (): void => {
        forget();
        // A server that died meanwhile says nothing.
        if (server.process.alive) say();
      };
      const ask = async (): Promise<void> => {
        const answer = await server.door(arrival);
        end(() => (answer === null ? reject(new Error('socket hang up')) : resolve(answer)))();
      };
      running.run(server.process, () => void ask().catch((cause: unknown) => end(() => reject(cause instanceof Error ? cause : new Error(String(cause))))()));
    });
  }

  /** A second server over the same database comes or goes. */
  setDouble(isDouble: boolean): void {
    this.#isDouble = isDouble;
    if (isDouble) void this.#start(1);
    else this.#servers[1]?.process.die('stopped');
  }

  cutPower(): void {
    for (const server of this.servers()) server.process.die('power');
  }

  async backUp(): Promise<void> {
    const server = this.server();
    if (server === null) return;
    const file = join(this.#world.folder, `backup-${this.#backups.length + 1}.backup`);
    const done = await running.run(server.process, () => server.repositories.care.backUp(file));
    if (!server.process.alive || !done.ok) {
      rmSync(file, { force: true });
      return;
    }
    this.#world.inject('backup');
    this.#world.tell('centre', 'is backed up');
    this.#backups.push({ file, at: this.#world.time.now });
  }

  /** The disk is gone; the last backup takes its place. False: there is none. */
  restore(downMs: number): boolean {
    const backup = this.#backups.at(-1);
    if (backup === undefined) return false;
    this.#closedUntil = this.#world.time.now + downMs;
    for (const server of this.servers()) server.process.die('stopped');
    this.#world.inject('centre restored from a backup');
    this.#world.tell('centre', `is restored from the backup of ${Math.round((this.#world.time.now - backup.at) / 1_000)} s ago`);
    this.restoredAt = this.#closedUntil;
    this.restoredTo = Math.min(this.restoredTo ?? backup.at, backup.at);
    this.#folder = this.#newFolder();
    copyFileSync(backup.file, this.file);
    this.#startLater(downMs);
    return true;
  }

  heal(): void {
    this.#closedUntil = 0;
    for (const server of this.servers()) server.process.clearFaults();
    if (this.server() === null) void this.#start(0);
  }

  close(): void {
    this.#reader?.database.close();
    for (const server of this.servers()) {
      server.process.alive = false;
      closeFilesOf(server.process);
    }
  }

  #newFolder(): string {
    this.#folders += 1;
    const folder = join(this.#world.folder, `centre-${this.#folders}`);
    mkdirSync(folder, { recursive: true });
    return folder;
  }

  async #start(slot: number): Promise<void> {
    if (this.#servers[slot] !== null || this.#world.time.now < this.#closedUntil || !existsSync(this.file)) return;
    this.#starts += 1;
    const name = `server ${slot + 1}.${this.#starts}`;
    const process: SimProcess = new SimProcess(name, (how) => this.#onDeath(slot, process, how), (kind) => {
      this.#world.inject(`centre: ${kind}`);
      this.#world.tell(name, kind);
    });
    await running.run(process, async () => {
      try {
        const { repositories } = await openSqliteRepositories(this.file, this.#world.time.now);
        const server = await this.#serve(process, repositories);
        if (process.alive && this.#servers[slot] === null) this.#servers[slot] = server;
        else process.die('stopped');
      } catch (cause: unknown) {
        this.#world.tell(name, `does not start: ${cause instanceof Error ? cause.message : String(cause)}`);
        process.die('killed');
      }
    });
  }

  async #serve(process: SimProcess, repositories: Repositories): Promise<Server> {
    const random = this.#world.random('server', this.#starts);
    const secrets: Secrets = { make: () => random.secret(32), makeId: random.uuid, hash: (secret) => createHash('sha256').update(secret).digest('base64url') };
    const strong: Random = { bytes: (count) => random.bytes(count) };
    const clock = { now: () => this.#world.time.now };
    const ports = { clock, random: strong, secrets, repositories, contentKey: this.#library.contentKey, publicUrl: null };
    const enrol = enrolment(ports);
    const manifestsFor = async (readers: readonly unknown[]) => readers.map(() => this.#published());
    const doorPorts: DoorPorts = {
      clock,
      random: strong,
      enrolment: enrol,
      heartbeats: heartbeats({ clock, devices: repositories.devices, commands: kioskCommands(ports), manifestsFor, publicUrl: null, rephrases: false }),
      intake: ledgerIntake(repositories.ledger),
      findDevice: (token) => findDevice({ clock, secrets, devices: repositories.devices, audit: repositories.audit }, token),
    };
    return { process, repositories, enrolment: enrol, door: this.#isRouted ? await routeDoor(doorPorts) : serviceDoor(doorPorts) };
  }

  #published(): { readonly sha256: string; readonly version: string; readonly since: number } | null {
    const { manifest } = this.#library;
    return manifest === null ? null : { sha256: manifest, version: 'published', since: 0 };
  }

  #onDeath(slot: number, process: SimProcess, how: Death): void {
    if (how !== 'stopped') {
      this.#world.inject(how === 'power' ? 'centre: power cut' : 'centre killed');
      this.#world.tell(process.name, how === 'power' ? 'loses its power' : 'is killed');
    }
    if (this.#servers[slot]?.process === process) this.#servers[slot] = null;
    if (how === 'power') this.#losePower(process);
    this.#world.time.after(CHANNEL_MS, () => closeFilesOf(process), null);
    if (slot === 0 || this.#isDouble) this.#startLater(RESTART_MS);
  }

  /** Both servers stand on one machine. */
  #losePower(process: SimProcess): void {
    const from = this.#folder;
    this.#folder = this.#newFolder();
    cutPower(from, this.#folder, process, this.#world.random('power cut', this.#folders));
    for (const server of this.servers()) server.process.die('power');
  }

  #startLater(delay: number): void {
    this.#world.time.after(delay, () => {
      void this.#start(0);
      if (this.#isDouble) void this.#start(1);
    }, null);
  }
}
