import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { startProgram, type ChildProgram } from '#build/launch/child-program.ts';
import { parseCall } from '#server/commands/parse-call.ts';
import { parseConfig } from '#server/config.ts';
import { COMMANDS, runCommand } from '#server/wire/run-command.ts';
import { until } from './until.ts';

const PATIENCE = 60_000;

export type StackOptions = {
  /** False leaves the kiosk on its set-up page. */
  readonly paired?: boolean;
  /** The centre has a public address: QR codes lead to its guide pages instead of the portal. */
  readonly isPublic?: boolean;
  /** What the service point is; a one-stop desk when nothing is said. */
  readonly kind?: 'one-stop' | 'post-office';
  readonly env?: Readonly<Record<string, string>>;
  /** Where the kiosk finds the centre, when it is not to reach it directly: a line that listens or fails. */
  readonly line?: (centreUrl: string) => Promise<string>;
};

/** A real centre and a real kiosk host, as processes, on free ports, with folders of their own. */
export class Stack {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'mot-cham-stack-'));
  kioskUrl = '';
  centreUrl = '';
  staffLink = '';
  #centre: ChildProgram | null = null;
  #kiosk: ChildProgram | null = null;
  #pairingCode = '';
  #reachedAt = '';

  /** Starts both and pairs them. */
  static async start(options: StackOptions = {}): Promise<Stack> {
    const stack = new Stack();
    stack.#env = options.env ?? {};
    if (options.isPublic === true) {
      // The kiosk's QR codes lead to the centre, so its address must be known before it starts.
      stack.centreUrl = `http://127.0.0.1:${await freePort()}`;
      stack.#env = { ...stack.#env, PUBLIC_URL: stack.centreUrl };
    }
    await stack.startCentre();
    await stack.manage('point', 'add', '--id', 'thu-nghiem', '--name', 'Điểm phục vụ thử nghiệm', '--kind', options.kind ?? 'one-stop');
    stack.#reachedAt = (await options.line?.(stack.centreUrl)) ?? '';
    if (options.paired !== false) stack.#pairingCode = await stack.pairingCode();
    await stack.startKiosk();
    return stack;
  }

  #env: Readonly<Record<string, string>> = {};

  /** Again on the port it had, as after a power cut or a dropped line. */
  async startCentre(): Promise<void> {
    this.#centre = startProgram({
      name: 'centre',
      args: ['server/main.ts'],
      env: { PORT: portOf(this.centreUrl), HOST: '127.0.0.1', DATA_DIR: this.dataDir, LOG_LEVEL: 'warn', ...this.#env },
      logFile: join(this.dataDir, 'log', 'centre.log'),
    });
    this.centreUrl = (await this.#centre.address('Centre', PATIENCE)).replace(/\/$/, '');
    if (this.staffLink === '') this.staffLink = await this.#centre.address('Staff', PATIENCE);
    await until(async () => (await fetch(`${this.centreUrl}/readyz`).catch(() => null))?.ok === true, 'the centre is ready');
  }

  /** The kiosk's network is down: nobody answers. */
  async stopCentre(): Promise<void> {
    await this.#centre?.stop();
    this.#centre = null;
  }

  async startKiosk(): Promise<void> {
    const pairing = this.#pairingCode === '' ? {} : { CENTRE_URL: this.#reachedAt === '' ? this.centreUrl : this.#reachedAt, PAIRING_CODE: this.#pairingCode };
    this.#kiosk = startProgram({
      name: 'kiosk',
      args: ['host/node-main.ts'],
      env: { KIOSK_PORT: portOf(this.kioskUrl), DATA_DIR: this.dataDir, ...pairing, ...this.#env },
      logFile: join(this.dataDir, 'log', 'kiosk.log'),
    });
    this.kioskUrl = await this.#kiosk.address('Kiosk', PATIENCE);
  }

  /** The processes of the centre and of the kiosk's host. */
  get pids(): readonly number[] {
    return [this.#centre, this.#kiosk].flatMap((program) => program?.pid ?? []);
  }

  /** kill -9: no handler runs, nothing is flushed on the way out. */
  async killKiosk(): Promise<void> {
    const kiosk = this.#kiosk;
    if (kiosk === null) return;
    process.kill(kiosk.pid, 'SIGKILL');
    await kiosk.ended;
    this.#kiosk = null;
  }

  /** What the centre's command line would answer. It runs here, over the running centre's database: a process for each word is dear. */
  async manage(...args: readonly string[]): Promise<unknown> {
    const call = parseCall(args, COMMANDS);
    const parsed = parseConfig({ ...process.env, DATA_DIR: this.dataDir, ...this.#env });
    if (call.kind !== 'run' || !parsed.ok) throw new Error(`manage ${args.join(' ')}: ${call.kind === 'wrong' ? call.message : 'cannot be run'}`);
    const outcome = await runCommand(parsed.config, call);
    if (outcome.kind !== 'done') throw new Error(`manage ${args.join(' ')}: ${outcome.message}`);
    return outcome.json;
  }

  async pairingCode(): Promise<string> {
    const answer = await this.manage('pair', '--point', 'thu-nghiem');
    return String((answer as { pairingCode: unknown }).pairingCode);
  }

  /** What the centre's API answers to a read token. */
  async read(path: string): Promise<unknown> {
    this.#token ??= String(((await this.manage('token', 'add', '--name', 'tests')) as { token: unknown }).token);
    const answer = await fetch(this.centreUrl + path, { headers: { authorization: `Bearer ${this.#token}` } });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }

  #token: string | null = null;

  /** The kiosk's ledger as it lies on disk, oldest first, read by another connection than the host's. */
  ledger(): readonly LedgerLine[] {
    const folder = join(this.dataDir, 'kiosk');
    const file = readdirSync(folder).find((name) => /\.(db|sqlite3?)$/.test(name));
    if (file === undefined) return [];
    const database = new DatabaseSync(join(folder, file), { readOnly: true });
    try {
      return database.prepare('SELECT seq, body FROM entries ORDER BY seq').all().map((row) => ({ seq: Number(row['seq']), entry: JSON.parse(String(row['body'])) }));
    } finally {
      database.close();
    }
  }

  async close(): Promise<void> {
    await this.#kiosk?.stop();
    await this.#centre?.stop();
    if (existsSync(this.dataDir)) rmSync(this.dataDir, { recursive: true, force: true });
  }
}

export type LedgerLine = { readonly seq: number; readonly entry: Readonly<Record<string, unknown>> };

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** 0 at first, the same port afterwards. */
function portOf(url: string): string {
  return url === '' ? '0' : new URL(url).port;
}
