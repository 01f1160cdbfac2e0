import { COMMAND_FAILURES, COMMAND_KINDS, COMMAND_LIMIT, type CommandFailure, type CommandKind, type CommandResult } from '#contract/commands.ts';
import { assertNever } from '#domain/assert-never.ts';
import { background } from '../background.ts';
import type { Clock, Files, Http, Log, Timers } from '../ports.ts';
import type { LogTail, RemoteShell } from '../command-ports.ts';
import { decideCommand, PATIENCE } from './decide-command.ts';
import { deliverResult, type Delivery } from './deliver-result.ts';
import { createKeptCommands, type KeptCommands } from './kept-commands.ts';

export type CommandNeeds = {
  readonly files: Files;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly http: Http;
  readonly log: Log;
  readonly credentials: Delivery['credentials'];
  readonly shell: RemoteShell;
  readonly logTail: LogTail;
  /** Somebody uses the page. */
  readonly isInUse: () => boolean;
};

/** As a heartbeat's answer brings them; `now` and `expiresAt` by the centre's clock, ms. */
export type AskedCommands = { readonly now: number; readonly commands: readonly { readonly id: string; readonly kind: string; readonly expiresAt: number }[] };

/** A restart may not wait long for a line that is gone; its answer goes out after it. */
const RESTART_TRIES = 3;

type Waiting = { readonly id: string; readonly kind: string; readonly cameAt: number; readonly expiresIn: number };

/** Does what staff ask from afar: each command once, also over restarts, and answers each, also when it fails. */
export class Commands {
  readonly #needs: CommandNeeds;
  readonly #kept: KeptCommands;
  readonly #delivery: Delivery;
  #waiting: readonly Waiting[] = [];
  #isWorking = false;
  /** Something changed while it worked. */
  #isNews = false;
  #isStopped = false;
  #cancelWake: (() => void) | null = null;

  constructor(needs: CommandNeeds) {
    this.#needs = needs;
    this.#kept = createKeptCommands(needs);
    this.#delivery = { ...needs, pause: (delay) => new Promise((resolve) => void needs.timers.after(delay, resolve)) };
  }

  /** Reads what was begun before; what did not end or was not delivered is answered now. */
  async load(): Promise<void> {
    for (const command of await this.#kept.load()) {
      if (command.isDelivered) continue;
      const result = command.result ?? failed('stopped');
      background(this.#deliver(command.id, result), 'command', this.#needs.log);
    }
  }

  /** Commands that were seen before are left alone: the centre names each until it has the answer. */
  take({ now, commands }: AskedCommands): void {
    const cameAt = this.#needs.clock.up();
    const fresh = commands.filter(({ id }) => !this.#kept.has(id) && !this.#waiting.some((waiting) => waiting.id === id));
    this.#waiting = [...this.#waiting, ...fresh.map(({ id, kind, expiresAt }) => ({ id, kind, cameAt, expiresIn: expiresAt - now }))];
    this.#wake();
  }

  /** Somebody began or ended to use the page. */
  noteUse(): void {
    this.#wake();
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancelWake?.();
  }

  #wake(): void {
    this.#isNews = this.#isWorking;
    if (this.#isWorking || this.#isStopped || this.#waiting.length === 0) return;
    this.#isWorking = true;
    background(
      this.#work().finally(() => {
        this.#isWorking = false;
        if (this.#isNews) this.#wake();
      }),
      'commands',
      this.#needs.log,
    );
  }

  /** Begins what can begin, one after the other; then sleeps until the page is free or patience ends. */
  async #work(): Promise<void> {
    this.#cancelWake?.();
    for (;;) {
      const ready = this.#waiting.find((waiting) => this.#decide(waiting) !== 'wait');
      if (ready === undefined || this.#isStopped) break;
      await this.#do(ready);
      this.#waiting = this.#waiting.filter(({ id }) => id !== ready.id);
    }
    const [first] = this.#waiting;
    if (first === undefined || this.#isStopped) return;
    const delay = first.cameAt + PATIENCE - this.#needs.clock.up();
    this.#cancelWake = this.#needs.timers.after(Math.max(1, delay), () => this.#wake());
  }

  #decide({ kind, cameAt, expiresIn }: Waiting): 'begin' | 'wait' | CommandFailure {
    if (!isKnown(kind)) return 'unknown-kind';
    return decideCommand(kind, { inUse: this.#needs.isInUse(), waited: this.#needs.clock.up() - cameAt, isTooOld: expiresIn <= 0 });
  }

  async #do(waiting: Waiting): Promise<void> {
    const { id, kind } = waiting;
    const decision = this.#decide(waiting);
    if (decision === 'wait') return;
    // On the disk before anything is done: a kiosk that dies of a command must not do it again.
    const isKept = await this.#kept.save({ id, result: null, isDelivered: false });
    this.#needs.log.info('command.begun', { id, kind });
    const result = await this.#resultOf(kind, isKept ? decision : 'broken');
    if (kind !== 'restart' || result.outcome === 'failed') return background(this.#deliver(id, result), 'command', this.#needs.log);
    await this.#deliver(id, result, RESTART_TRIES);
    this.#needs.shell.restart?.();
  }

  async #resultOf(kind: string, decision: 'begin' | CommandFailure): Promise<CommandResult> {
    if (decision !== 'begin') return failed(decision);
    return isKnown(kind) ? this.#carryOut(kind) : failed('unknown-kind');
  }

  async #deliver(id: string, result: CommandResult, tries?: number): Promise<void> {
    const { outcome, detail } = result;
    const short: CommandResult = detail === undefined ? { outcome } : { outcome, detail };
    await this.#kept.save({ id, result: short, isDelivered: false });
    const isDelivered = await deliverResult(this.#delivery, id, result, tries);
    await this.#kept.save({ id, result: short, isDelivered });
    this.#needs.log.info('command.answered', { id, ...short, isDelivered });
  }

  async #carryOut(kind: CommandKind): Promise<CommandResult> {
    try {
      return await this.#perform(kind);
    } catch (error: unknown) {
      this.#needs.log.error('command.failed', { kind, detail: error instanceof Error ? (error.stack ?? error.message) : String(error) });
      return failed('broken');
    }
  }

  async #perform(kind: CommandKind): Promise<CommandResult> {
    const { shell, logTail } = this.#needs;
    switch (kind) {
      case 'reload': {
        const trouble = shell.reload();
        return trouble === null ? { outcome: 'done' } : failed(trouble);
      }
      case 'restart':
        return shell.restart === null ? failed('cannot-restart') : { outcome: 'done' };
      case 'screenshot': {
        const picture = await shell.capture();
        if (typeof picture === 'string') return failed(picture);
        if (picture.byteLength > COMMAND_LIMIT.pictureBytes) return failed('too-large');
        return { outcome: 'done', picture: toBase64(picture) };
      }
      case 'send-logs':
        return { outcome: 'done', log: maskSecrets(await logTail.read(COMMAND_LIMIT.logSigns)) };
      default:
        return assertNever(kind, 'a command that is not carried out');
    }
  }
}

function isKnown(kind: string): kind is CommandKind {
  return COMMAND_KINDS.some((known) => known === kind);
}

function failed(why: CommandFailure): CommandResult {
  return { outcome: 'failed', detail: COMMAND_FAILURES[why] };
}

/** Nothing logs a token; this is the second lock. Hashes of files (64 hexadecimal signs) stay readable. */
export function maskSecrets(log: string): string {
  return log.replaceAll(/[A-Za-z0-9_-]{40,}/g, (word) => (/^[0-9a-f]{64}$/.test(word) ? word : '[…]'));
}

/** In pieces: a spread of three million bytes would not fit the stack. */
function toBase64(bytes: Uint8Array): string {
  const PIECE = 0x8000;
  let text = '';
  for (let start = 0; start < bytes.length; start += PIECE) text += String.fromCharCode(...bytes.subarray(start, start + PIECE));
  return btoa(text);
}
