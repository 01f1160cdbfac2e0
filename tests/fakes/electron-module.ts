import { FakeApp, FakeContents, FakeIpc, FakeSession, FakeWindow } from './electron.ts';

/** What a program does to the module `electron`, kept in order: run-built-shell.ts puts this in its place. */
export const happened: string[] = [];
type Handler = (request: { readonly url: string; readonly method: string; readonly headers: Headers }) => Promise<Response>;

class ModuleSession extends FakeSession {
  handler: Handler | null = null;
  readonly protocol = { handle: (_scheme: string, handler: Handler): void => void (this.handler = handler) };
}

const IS_SECOND = process.env['FAKE_SECOND_INSTANCE'] === '1';

class ModuleApp extends FakeApp {
  readonly isPackaged = true;
  readonly exits: number[] = [];
  getPath = (): string => process.env['DATA_DIR'] ?? '';
  getVersion = (): string => '0.0.0-test';
  requestSingleInstanceLock = (): boolean => !IS_SECOND;
  whenReady = async (): Promise<void> => {
    happened.push('whenReady');
    await new Promise<void>((done) => void setImmediate(done));
    happened.push('ready');
  };
  exit = (code: number): void => void this.exits.push(code);
  override enableSandbox = (): void => {
    happened.push('enableSandbox');
    this.isSandboxed = true;
  };
}

export const app = new ModuleApp();
export const memory = new ModuleSession();
const defaultSession = new ModuleSession();
export const session = {
  defaultSession,
  fromPartition: (name: string): ModuleSession => {
    happened.push(`partition ${name}`);
    return memory;
  },
};

export const privileged: unknown[] = [];
export const protocol = { registerSchemesAsPrivileged: (schemes: readonly unknown[]): void => void privileged.push(...schemes) };
export const Menu = { setApplicationMenu: (menu: unknown): void => void happened.push(`menu ${String(menu)}`) };
export const powerSaveBlocker = { start: (kind: string): void => void happened.push(kind) };
export const safeStorage = {
  isEncryptionAvailable: (): boolean => false,
  getSelectedStorageBackend: (): string => 'basic_text',
  encryptString: (text: string): Buffer => Buffer.from(text),
  decryptString: (bytes: Buffer): string => bytes.toString(),
};

export const windows: { readonly options: Readonly<Record<string, unknown>>; readonly window: BrowserWindow }[] = [];
export class BrowserWindow extends FakeWindow {
  readonly webContents = new FakeContents();
  constructor(options: Readonly<Record<string, unknown>>) {
    super();
    windows.push({ options, window: this });
    app.emit('web-contents-created', {}, this.webContents);
  }
}

export const ipcMain = new FakeIpc('app://kiosk/index.html');
export const ipcRenderer = ipcMain.renderer;
export const exposed: Record<string, unknown> = {};
export const contextBridge = { exposeInMainWorld: (name: string, value: unknown): void => void (exposed[name] = value) };
