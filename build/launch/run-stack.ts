import { join } from 'node:path';
import { startProgram, type ChildProgram } from './child-program.ts';
import { manage } from './manage.ts';
import type { StartOptions } from './start-options.ts';

/** A loaded machine may take this long to open a database and listen, ms. */
const PATIENCE = 60_000;

/** Where a first start puts its kiosk; staff add their own service points in the dashboard. */
export const TRIAL_POINT = { id: 'demo', name: 'Điểm phục vụ dùng thử' } as const;

export type Stack = {
  readonly kioskUrl: string;
  readonly centreUrl: string;
  /** A one-time sign-in link while no administrator has a password; the sign-in page afterwards. */
  readonly staffUrl: string;
  /** Which program ends by itself next, and with what. */
  readonly ended: () => Promise<{ readonly program: ChildProgram; readonly code: number | null }>;
  /** The kiosk's host, as it runs now. */
  readonly kiosk: () => ChildProgram;
  /** Starts the kiosk's host anew after it ended; its address then. */
  readonly startKioskAgain: () => Promise<string>;
  readonly stop: () => Promise<void>;
};

/** A program of the stack did not come up; `lines` are the last ones it printed. */
export class StackFailure extends Error {
  readonly lines: readonly string[];

  constructor(message: string, lines: readonly string[]) {
    super(message);
    this.name = 'StackFailure';
    this.lines = lines;
  }
}

/** Programs start again when a source changes, and the page comes from a development server. */
export type Development = { readonly pageOrigin: string; readonly token: string };

/** Starts centre and kiosk, pairs them when they are not, and leaves nothing behind when one of them fails. */
export async function runStack(options: StartOptions, isStopping: () => boolean, development: Development | null = null): Promise<Stack> {
  const started: ChildProgram[] = [];
  const stop = async (): Promise<void> => {
    // The kiosk first, so that it does not see its centre go and count a fault.
    for (const program of started.toReversed()) await program.stop();
  };
  const start = (name: string, entry: string, env: Readonly<Record<string, string | undefined>>): ChildProgram => {
    if (isStopping()) throw new StackFailure('Stopped before everything was up.', []);
    const program = startProgram({ name, args: development === null ? [entry] : ['--watch', '--watch-preserve-output', entry], env, logFile: join(options.dataDir, 'log', `${name}.log`) });
    started.push(program);
    return program;
  };
  try {
    const centre = start('centre', 'server/main.ts', { PORT: String(options.centrePort), HOST: options.host, DATA_DIR: options.dataDir });
    const centreUrl = loopback(await addressOf(centre, 'Centre'));
    const staffUrl = loopback(await addressOf(centre, 'Staff'));
    await waitUntilReady(centreUrl);
    const pairingCode = await makePairingCode(options.dataDir);
    const startKiosk = (code: string): ChildProgram =>
      start('kiosk', 'host/node-main.ts', {
        KIOSK_PORT: String(options.kioskPort),
        DATA_DIR: options.dataDir,
        // A program under --watch waits for a change of its source and does not end.
        ...(development === null ? { KIOSK_CAN_RESTART: '1' } : {}),
        ...(options.showsWindow ? { KIOSK_CAN_LEAVE: '1' } : {}),
        ...(development === null ? {} : { KIOSK_DEV_ORIGIN: development.pageOrigin, KIOSK_TOKEN: development.token }),
        CENTRE_URL: centreUrl,
        PAIRING_CODE: code,
      });
    let kiosk = startKiosk(pairingCode);
    const kioskUrl = await addressOf(kiosk, 'Kiosk');
    return {
      kioskUrl,
      centreUrl,
      staffUrl,
      ended: () => Promise.race([centre, kiosk].map((program) => program.ended.then((code) => ({ program, code })))),
      kiosk: () => kiosk,
      startKioskAgain: async () => {
        // It is paired: the code says nothing to it any more.
        kiosk = startKiosk(pairingCode);
        return addressOf(kiosk, 'Kiosk');
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function addressOf(program: ChildProgram, label: string): Promise<string> {
  try {
    return await program.address(label, PATIENCE);
  } catch (error) {
    throw new StackFailure(error instanceof Error ? error.message : String(error), program.lastLines());
  }
}

async function waitUntilReady(centreUrl: string): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const answer = await fetch(`${centreUrl}/readyz`).catch(() => null);
    if (answer?.ok === true) return;
    if (Date.now() > deadline) throw new StackFailure(`The centre at ${centreUrl} did not become ready.`, []);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The host uses the code only while it is not enrolled; a code that is not used ends by itself after 15 minutes. */
async function makePairingCode(dataDir: string): Promise<string> {
  const env = { DATA_DIR: dataDir };
  const points = await managed(['point', 'list'], env);
  const known = Array.isArray(points) && points.some((point: unknown) => fieldOf(point, 'id') === TRIAL_POINT.id);
  if (!known) await managed(['point', 'add', '--id', TRIAL_POINT.id, '--name', TRIAL_POINT.name], env);
  const code = fieldOf(await managed(['pair', '--point', TRIAL_POINT.id], env), 'pairingCode');
  if (typeof code !== 'string') throw new StackFailure('The centre gave no pairing code.', []);
  return code;
}

async function managed(args: readonly string[], env: Readonly<Record<string, string>>): Promise<unknown> {
  const result = await manage(args, env);
  if (!result.ok) throw new StackFailure(`npm run manage -- ${args.join(' ')} failed.`, [result.message]);
  return result.answer;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** An address that this machine can open: a centre that listens everywhere prints 0.0.0.0. */
function loopback(address: string): string {
  return address.replace(/^(https?:\/\/)(0\.0\.0\.0|\[::\])/, '$1127.0.0.1').replace(/\/$/, '');
}
