import type { KeyPress, LockableApp, MessageSender, ShellApp, ShellContents, ShellIpc, ShellSession, ShellWindow } from '#electron/shell-api.ts';

type Listener = (...details: never[]) => unknown;
type Handler = (event: MessageSender, request: unknown) => Promise<unknown>;

class Emitter {
  readonly #listeners = new Map<string, Listener[]>();

  on = (event: string, listener: Listener): this => {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
    return this;
  };

  emit(event: string, ...details: readonly unknown[]): void {
    for (const listener of this.#listeners.get(event) ?? []) Reflect.apply(listener, undefined, details);
  }
}

/** An event that remembers whether it was stopped. */
export class FakeEvent {
  stopped = false;
  readonly url: string;
  constructor(url = '') {
    this.url = url;
  }
  preventDefault = (): void => {
    this.stopped = true;
  };
}

/** A page in Electron: loads what it is told, forgets nothing, crashes on command. */
export class FakeContents extends Emitter implements ShellContents {
  readonly id = 7;
  readonly loads: string[] = [];
  readonly sent: { readonly channel: string; readonly message: unknown }[] = [];
  windowHandler: (() => { readonly action: 'deny' }) | null = null;
  zoom = 0;
  zoomLimits: readonly number[] = [];
  forcedCrashes = 0;
  onSend: (channel: string, message: unknown) => void = () => undefined;
  destroyed = false;
  /** What is on the screen. */
  picture: Uint8Array = new Uint8Array([0xff, 0xd8, 0xff]);

  setWindowOpenHandler = (handler: () => { readonly action: 'deny' }): void => {
    this.windowHandler = handler;
  };
  setVisualZoomLevelLimits = async (low: number, high: number): Promise<void> => {
    this.zoomLimits = [low, high];
  };
  setZoomFactor = (factor: number): void => {
    this.zoom = factor;
  };
  forgotten = 0;
  readonly navigationHistory = { clear: (): void => void (this.forgotten += 1) };
  forcefullyCrashRenderer = (): void => {
    this.forcedCrashes += 1;
    this.crash('killed');
  };
  loadURL = async (url: string): Promise<void> => {
    this.loads.push(url);
    this.emit('did-finish-load');
  };
  /** What its page shows to a look; null: it hangs and never answers. */
  sight: 'shown' | 'empty' | 'loading' | null = 'shown';
  executeJavaScript = (): Promise<unknown> => (this.sight === null ? new Promise(() => undefined) : Promise.resolve(`${this.loads.at(-1) ?? 'about:blank'} ${this.sight}`));
  send = (channel: string, message: unknown): void => {
    this.sent.push({ channel, message });
    this.onSend(channel, structuredClone(message));
  };
  isDestroyed = (): boolean => this.destroyed;
  /** Every sheet asked of the printer, in micrometres. */
  readonly sheets: { readonly width: number; readonly height: number }[] = [];
  /** Why the printer refuses; null: it takes the sheet. */
  printerTrouble: string | null = null;
  print: ShellContents['print'] = ({ pageSize }, done) => {
    this.sheets.push(pageSize);
    done(this.printerTrouble === null, this.printerTrouble ?? '');
  };
  capturePage = async (): Promise<{ readonly toJPEG: (quality: number) => Uint8Array }> => ({ toJPEG: () => this.picture });

  crash(reason: string): void {
    this.emit('render-process-gone', {}, { reason });
  }
  navigate(event: 'will-frame-navigate' | 'will-redirect', url: string): boolean {
    const details = new FakeEvent(url);
    this.emit(event, details);
    return !details.stopped;
  }
  press(input: Partial<KeyPress> & { readonly key: string }): boolean {
    const event = new FakeEvent();
    this.emit('before-input-event', event, { type: 'keyDown', control: false, shift: false, meta: false, alt: false, ...input });
    return !event.stopped;
  }
}

export class FakeSession extends Emitter implements ShellSession {
  permission: ((contents: unknown, permission: string, callback: (granted: boolean) => void) => void) | null = null;
  check: (() => boolean) | null = null;
  device: (() => boolean) | null = null;
  display: ((request: unknown, callback: (streams: Record<string, never>) => void) => void) | null = null;
  setPermissionRequestHandler: ShellSession['setPermissionRequestHandler'] = (handler) => void (this.permission = handler);
  setPermissionCheckHandler: ShellSession['setPermissionCheckHandler'] = (handler) => void (this.check = handler);
  setDevicePermissionHandler: ShellSession['setDevicePermissionHandler'] = (handler) => void (this.device = handler);
  setDisplayMediaRequestHandler: ShellSession['setDisplayMediaRequestHandler'] = (handler) => void (this.display = handler);
  #ask: ((details: { readonly url: string }, callback: (response: { cancel: boolean }) => void) => void) | null = null;
  readonly webRequest: ShellSession['webRequest'] = { onBeforeRequest: (listener) => void (this.#ask = listener) };

  /** Whether a page of this session gets to load the address. */
  loads(url: string): boolean {
    let cancelled = false;
    this.#ask?.({ url }, ({ cancel }) => void (cancelled = cancel));
    return !cancelled;
  }
}

/** A window that remembers what it was told, and whether it was let close. */
export class FakeWindow extends Emitter implements ShellWindow {
  restores = 0;
  kiosks: readonly boolean[] = [];
  restore = (): void => void (this.restores += 1);
  setKiosk = (flag: boolean): void => void (this.kiosks = [...this.kiosks, flag]);

  /** True when nobody stopped it. */
  let(event: 'close' | 'app-command'): boolean {
    const happening = new FakeEvent();
    this.emit(event, happening);
    return !happening.stopped;
  }
}

/** Both ends of IPC, with the copy that Electron makes of every message between them. */
export class FakeIpc implements ShellIpc {
  readonly handlers = new Map<string, Handler>();
  readonly #hearers = new Map<string, Set<(event: unknown, message: unknown) => void>>();
  sender: MessageSender;

  constructor(url: string, senderId = 7) {
    this.sender = { sender: { id: senderId }, senderFrame: { url, parent: null } };
  }

  handle = (channel: string, listener: Handler): void => {
    if (this.handlers.has(channel)) throw new Error(`a second handler for ${channel}`);
    this.handlers.set(channel, listener);
  };

  /** What preload gets as `ipcRenderer`. */
  readonly renderer = {
    invoke: async (channel: string, request: unknown): Promise<unknown> => {
      const handler = this.handlers.get(channel);
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
      return structuredClone(await handler(this.sender, structuredClone(request)));
    },
    on: (channel: string, hear: (event: unknown, message: unknown) => void): void => {
      this.#hearers.set(channel, (this.#hearers.get(channel) ?? new Set()).add(hear));
    },
    off: (channel: string, hear: (event: unknown, message: unknown) => void): void => {
      this.#hearers.get(channel)?.delete(hear);
    },
  };

  deliver(channel: string, message: unknown): void {
    for (const hear of this.#hearers.get(channel) ?? []) hear({}, message);
  }

  hearers(channel: string): number {
    return this.#hearers.get(channel)?.size ?? 0;
  }
}

export class FakeApp extends Emitter implements ShellApp, LockableApp {
  isSandboxed = false;
  readonly switches = new Map<string, string>();
  enableSandbox = (): void => void (this.isSandboxed = true);
  readonly commandLine = {
    appendSwitch: (name: string, value = ''): void => void this.switches.set(name, value),
    removeSwitch: (name: string): void => void this.switches.delete(name),
  };

  readonly relaunches: (readonly string[])[] = [];
  quits = 0;
  hasHardware = true;
  relaunch = ({ args }: { args: string[] }): void => void this.relaunches.push(args);
  quit = (): void => void (this.quits += 1);
  disableHardwareAcceleration = (): void => void (this.hasHardware = false);
}
