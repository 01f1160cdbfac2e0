import type { Centre, Server } from './centre.ts';
import { kiosks as kioskList } from '#server/services/kiosks.ts';
import type { KioskRow } from '#contract/summaries.ts';
import { STAFF } from './centre.ts';
import { noManifests } from '#server/services/manifest-for.ts';
import { success } from '#domain/result.ts';
import type { Kiosk } from './kiosk.ts';
import { running } from './sim-process.ts';
import type { World } from './world.ts';

/** What people do: they pair kiosks, revoke them, and look after those that the centre refuses, as docs/operations.md says. */
export class Staff {
  readonly #world: World;
  readonly #centre: Centre;

  constructor(world: World, centre: Centre) {
    this.#world = world;
    this.#centre = centre;
  }

  /** Asks a server as the dashboard would; null when none answers. */
  async ask<Value>(work: (server: Server) => Promise<Value>): Promise<Value | null> {
    const server = this.#centre.server();
    if (server === null) return null;
    const gone = new Promise<null>((done) => void server.process.whenDead(() => done(null)));
    const answer = async (): Promise<Value | null> => {
      try {
        return await work(server);
      } catch {
        // The centre says that it failed; people try again later.
        return null;
      }
    };
    return running.run(server.process, () => Promise.race([answer(), gone]));
  }

  /** Pairs a kiosk with a new code, or with a code that puts it in the place of `replaces`. True when it is paired. */
  async pair(kiosk: Kiosk, replaces: string | null = null): Promise<boolean> {
    const code = await this.ask(async ({ enrolment }) => (replaces === null ? enrolment.pair(kiosk.place.id, STAFF) : enrolment.replace(replaces, STAFF)));
    if (code === null || !code.ok) return false;
    const refused = await kiosk.pair(code.value.pairingCode);
    this.#world.tell('staff', `${replaces === null ? 'pair' : 'replace'} ${kiosk.name}: ${refused ?? 'done'}`);
    if (refused === 'ENROL_STREAM_TAKEN') await this.revoke(kiosk);
    return refused === null;
  }

  /** Revokes the device that the kiosk's stream belongs to; null when no server said that it did. */
  async revoke(kiosk: Kiosk): Promise<string | null> {
    const id = await this.deviceOf(kiosk);
    if (id === null) return null;
    const revoked = await this.ask(({ enrolment }) => enrolment.revoke(id, STAFF));
    this.#world.tell('staff', `revoke ${kiosk.name}`);
    return revoked?.ok === true ? id : null;
  }

  /** The device that holds the stream of the kiosk's ledger, or that it says it is. */
  async deviceOf(kiosk: Kiosk): Promise<string | null> {
    const stream = kiosk.ledgerState()?.stream;
    return this.ask(async ({ repositories }) => {
      for (const { id } of await repositories.devices.list('all')) {
        if ((await repositories.devices.streams(id)).some((one) => one.id === stream)) return id;
      }
      return null;
    });
  }

  /** The fleet page; null when no server answers. */
  async listKiosks(): Promise<readonly KioskRow[] | null> {
    const answer = await this.ask(({ repositories }) => {
      const ports = { clock: { now: () => this.#world.time.now }, repositories, manifestsFor: noManifests, commands: { list: async () => success([]) } };
      return kioskList(ports).list(STAFF, null);
    });
    return answer?.kiosks ?? null;
  }

  /** Looks at a kiosk and mends what only people can: one that is refused, or not paired, is paired anew. */
  async lookAfter(kiosk: Kiosk): Promise<void> {
    if (!kiosk.isEnrolled()) return void (await this.pair(kiosk));
    const status = await kiosk.status();
    if (status === null) return kiosk.switchOffAndOn();
    if (!status.enrolled || status.uploadFault === 'UPLOAD_REFUSED') await this.pair(kiosk);
  }
}
