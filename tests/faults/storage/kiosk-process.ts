import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { inProject } from '#build/project-root.ts';

const TOKEN = 'a-token-for-these-faults-only';
/** A machine under load takes seconds to read the sources, ms. */
const START_PATIENCE = 60_000;
const CALL_PATIENCE = 15_000;
export const STAFF_PIN = '284617';

export type HostAnswer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly code: string; readonly status: number };

/** The host of a kiosk as a process of its own: the browser shell without a window. */
export type KioskProcess = {
  readonly pid: number;
  readonly url: string;
  /** What the page asks. @throws when nobody answers. */
  call(channel: string, request: unknown): Promise<HostAnswer>;
  /** What the window gets at the kiosk's address. */
  page(): Promise<{ readonly status: number; readonly text: string }>;
  /** The status as staff see it behind their PIN. */
  status(): Promise<KioskState>;
  /** As staff do on their page. */
  sendNow(): Promise<void>;
  /** Codes of what stands in health, as any page is told them; needs no PIN. */
  faults(): Promise<readonly string[]>;
  /** Nothing waits any more, as any page is told. */
  hasSentAll(): Promise<boolean>;
  isAlive(): boolean;
  /** Everything it wrote on standard error. */
  complaints(): string;
  /** kill -9. */
  kill(): Promise<void>;
  stop(): Promise<number | null>;
};

export type KioskState = {
  readonly head: number;
  readonly mark: number;
  readonly waiting: number;
  readonly uploadFault: string | null;
  readonly contentVersion: string;
  readonly faults: readonly { readonly code: string; readonly detail?: string }[];
};

export type KioskStart = {
  readonly dataDir: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The port it had before; 0: any. */
  readonly port?: number;
};

/** @throws when it ends before it says where it is, with what it said. */
export async function startKiosk({ dataDir, env = {}, port = 0 }: KioskStart): Promise<KioskProcess> {
  const child = spawn(process.execPath, [inProject('host', 'node-main.ts')], {
    env: { ...process.env, DATA_DIR: dataDir, KIOSK_PORT: String(port), KIOSK_TOKEN: TOKEN, LOG_LEVEL: 'error', CENTRE_URL: '', PAIRING_CODE: '', PACK_DIR: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (piece: Buffer) => (said += piece.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const isAlive = (): boolean => child.exitCode === null && child.signalCode === null;
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> => {
    if (isAlive()) child.kill(signal);
    return ended;
  };
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => void end('SIGKILL').then(() => reject(new Error(`the kiosk said no address in time: ${said}`))), START_PATIENCE);
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /^Kiosk\s+(http:\S+)$/.exec(line)?.[1];
      if (found === undefined) return;
      clearTimeout(timer);
      resolve(found);
    });
    void ended.then((code) => {
      clearTimeout(timer);
      reject(new Error(`the kiosk ended with ${code}: ${said}`));
    });
  });
  const call = (channel: string, request: unknown): Promise<HostAnswer> => askHost(url, channel, request);
  let staffKey: string | null = null;
  return {
    pid: child.pid ?? 0,
    url,
    call,
    page: async () => {
      const answer = await fetch(url, { signal: AbortSignal.timeout(CALL_PATIENCE) });
      return { status: answer.status, text: await answer.text() };
    },
    sendNow: async () => {
      staffKey ??= await unlock(call);
      await call('sendNow', { key: staffKey });
    },
    status: async () => {
      staffKey ??= await unlock(call);
      const answer = await call('staffStatus', { key: staffKey });
      if (!answer.ok) throw new Error(`the kiosk tells no status: ${answer.code}`);
      return answer.value as KioskState;
    },
    faults: async () => (await readNotice(url)).faults.map(({ code }) => code),
    hasSentAll: async () => (await readNotice(url)).waiting === 0,
    isAlive,
    complaints: () => said,
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  };
}

async function askHost(url: string, channel: string, request: unknown): Promise<HostAnswer> {
  const answer = await fetch(`${url}/kiosk/${channel}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-kiosk-token': TOKEN },
    body: JSON.stringify(request),
    signal: AbortSignal.timeout(CALL_PATIENCE),
  });
  const body = (await answer.json()) as { readonly ok: boolean; readonly value?: unknown; readonly error?: { readonly code: string } };
  return body.ok ? { ok: true, value: body.value } : { ok: false, code: body.error?.code ?? 'none', status: answer.status };
}

type StatusNotice = { readonly kind: 'status'; readonly waiting: number; readonly faults: readonly { readonly code: string }[] };

/** The first word to a page that has just come. */
async function readNotice(url: string): Promise<StatusNotice> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), CALL_PATIENCE);
  try {
    const answer = await fetch(`${url}/kiosk/notices`, { headers: { 'x-kiosk-token': TOKEN }, signal: stop.signal });
    let text = '';
    for await (const piece of answer.body ?? []) {
      text += Buffer.from(piece).toString();
      for (const line of text.split('\n')) {
        const found = /^(?:data: )?(\{"kind":"status".*\})$/.exec(line)?.[1];
        if (found !== undefined) return JSON.parse(found) as StatusNotice;
      }
    }
    throw new Error(`the host says nothing to a page: ${text}`);
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
}

async function unlock(call: KioskProcess['call']): Promise<string> {
  const set = await call('staffSetPin', { pin: STAFF_PIN });
  const opened = set.ok ? set : await call('staffUnlock', { pin: STAFF_PIN });
  if (!opened.ok) throw new Error(`the staff page does not open: ${opened.code}`);
  return (opened.value as { readonly key: string }).key;
}
