import type { KeyStroke } from '#domain/kiosk-keys.ts';

/**
 * The part of Electron that the shell stands on, as narrow as its use. `electron` itself fits it
 * (main.ts would not compile otherwise), and so does the stateful fake of the tests.
 */
export type Stoppable = { readonly preventDefault: () => void };
export type Gone = { readonly reason: string };
export type KeyPress = KeyStroke & { readonly type: string };

export type ShellContents = {
  readonly id: number;
  readonly on: {
    (event: 'will-frame-navigate', listener: (details: Stoppable & { readonly url: string }) => void): unknown;
    (event: 'will-redirect', listener: (details: Stoppable & { readonly url: string }) => void): unknown;
    (event: 'will-attach-webview', listener: (event: Stoppable) => void): unknown;
    (event: 'context-menu', listener: (event: Stoppable) => void): unknown;
    (event: 'will-prevent-unload', listener: (event: Stoppable) => void): unknown;
    (event: 'before-input-event', listener: (event: Stoppable, input: KeyPress) => void): unknown;
    (event: 'render-process-gone', listener: (event: unknown, details: Gone) => void): unknown;
    (event: 'did-fail-load', listener: (event: unknown, code: number, description: string, url: string, isMainFrame: boolean) => void): unknown;
    (event: 'did-finish-load', listener: () => void): unknown;
    (event: 'unresponsive', listener: () => void): unknown;
    (event: 'zoom-changed', listener: () => void): unknown;
  };
  readonly setWindowOpenHandler: (handler: () => { readonly action: 'deny' }) => void;
  readonly setVisualZoomLevelLimits: (low: number, high: number) => Promise<void>;
  readonly setZoomFactor: (factor: number) => void;
  readonly navigationHistory: { readonly clear: () => void };
  readonly forcefullyCrashRenderer: () => void;
  readonly loadURL: (url: string) => Promise<void>;
  /** Never settles while the page hangs. */
  readonly executeJavaScript: (code: string) => Promise<unknown>;
  readonly send: (channel: string, message: unknown) => void;
  readonly isDestroyed: () => boolean;
  readonly print: (options: PrintOptions, done: (success: boolean, reason: string) => void) => void;
  /** What is on the screen now. */
  readonly capturePage: () => Promise<{ readonly toJPEG: (quality: number) => Uint8Array }>;
};

/** `pageSize` in micrometres. */
export type PrintOptions = {
  readonly silent: true;
  readonly printBackground: true;
  readonly margins: { readonly marginType: 'default' };
  readonly pageSize: { readonly width: number; readonly height: number };
};

export type ShellSession = {
  readonly setPermissionRequestHandler: (handler: (contents: unknown, permission: string, callback: (granted: boolean) => void) => void) => void;
  readonly setPermissionCheckHandler: (handler: () => boolean) => void;
  readonly setDevicePermissionHandler: (handler: () => boolean) => void;
  readonly setDisplayMediaRequestHandler: (handler: (request: unknown, callback: (streams: Record<string, never>) => void) => void) => void;
  readonly on: (event: 'will-download', listener: (event: Stoppable) => void) => unknown;
  readonly webRequest: {
    readonly onBeforeRequest: (listener: (details: { readonly url: string }, callback: (response: { cancel: boolean }) => void) => void) => void;
  };
};

export type ShellWindow = {
  readonly on: {
    (event: 'close', listener: (event: Stoppable) => void): unknown;
    (event: 'app-command', listener: (event: Stoppable) => void): unknown;
    (event: 'minimize', listener: () => void): unknown;
    (event: 'leave-full-screen', listener: () => void): unknown;
  };
  readonly restore: () => void;
  readonly setKiosk: (flag: boolean) => void;
};

export type MessageSender = {
  readonly sender: { readonly id: number };
  /** Null when the frame went away meanwhile. */
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
};

export type ShellIpc = {
  readonly handle: (channel: string, listener: (event: MessageSender, request: unknown) => Promise<unknown>) => void;
};

export type SafeStorage = {
  readonly isEncryptionAvailable: () => boolean;
  readonly getSelectedStorageBackend: () => string;
  readonly encryptString: (text: string) => Buffer;
  readonly decryptString: (bytes: Buffer) => string;
};

export type ShellApp = {
  readonly on: (event: 'child-process-gone', listener: (event: unknown, details: { readonly type: string; readonly reason: string }) => void) => unknown;
  readonly relaunch: (options: { args: string[] }) => void;
  readonly quit: () => void;
  readonly disableHardwareAcceleration: () => void;
};

/** What locking down takes of `app`. */
export type LockableApp = {
  readonly enableSandbox: () => void;
  readonly commandLine: { readonly appendSwitch: (name: string, value?: string) => void; readonly removeSwitch: (name: string) => void };
  readonly on: {
    (event: 'web-contents-created', listener: (event: unknown, contents: ShellContents) => void): unknown;
    (event: 'certificate-error', listener: (event: unknown, contents: unknown, url: string, error: string, certificate: unknown, callback: (isTrusted: boolean) => void) => void): unknown;
    (event: 'login', listener: (event: Stoppable) => void): unknown;
    (event: 'select-client-certificate', listener: (event: Stoppable) => void): unknown;
  };
};
