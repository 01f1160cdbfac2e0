/**
 * Runs dist/electron as Electron would, on a module `electron` that only remembers, tries what a stranger would try, and
 * prints what came of it as JSON. Started as a process by tests/integration/built-shell.test.ts.
 */
import { createRequire, registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { KIOSK_CHANNELS } from '#contract/kiosk-channels.ts';
import { IPC_PREFIX } from '#contract/kiosk-door.ts';
import { inProject } from '#build/project-root.ts';
import { app, exposed, happened, ipcMain, memory, privileged, session, windows } from '#tests/fakes/electron-module.ts';
import { until } from './until.ts';

const FAKE = pathToFileURL(inProject('tests/fakes/electron-module.ts')).href;
registerHooks({ resolve: (specifier, context, next) => (specifier === 'electron' ? { url: FAKE, format: 'module-typescript', shortCircuit: true } : next(specifier, context)) });

/** A message of another sender to every channel; the codes of what came back. */
async function askAll(sender: typeof ipcMain.sender): Promise<readonly unknown[]> {
  ipcMain.sender = sender;
  const codes = new Set<unknown>();
  for (const channel of Object.keys(KIOSK_CHANNELS)) {
    const answer = (await ipcMain.renderer.invoke(`${IPC_PREFIX}${channel}`, null)) as { readonly ok: boolean; readonly error?: { readonly code: string } };
    codes.add(answer.ok ? 'answered' : answer.error?.code);
  }
  return [...codes];
}

async function fetched(url: string, method = 'GET'): Promise<unknown> {
  const answer = await memory.handler?.({ url, method, headers: new Headers() });
  return { status: answer?.status, policy: answer?.headers.get('content-security-policy') };
}

async function probe(): Promise<unknown> {
  const [opened] = windows;
  if (opened === undefined) throw new Error('no window');
  const { webContents } = opened.window;
  const granted: boolean[] = [];
  for (const one of [memory, session.defaultSession]) one.permission?.({}, 'media', (yes) => granted.push(yes));
  const own = { sender: { id: webContents.id }, senderFrame: { url: 'app://kiosk/index.html', parent: null } };
  return {
    happened, privileged, windows: windows.length, sandboxed: app.isSandboxed, switches: [...app.switches.keys()],
    options: { ...opened.options, webPreferences: { ...(opened.options['webPreferences'] as object), session: opened.options['webPreferences'] !== undefined } },
    loads: webContents.loads, granted, checks: [memory.check?.(), session.defaultSession.check?.()],
    leaves: webContents.navigate('will-frame-navigate', 'https://evil.example/'),
    fetches: [memory.loads('https://evil.example/x.js'), memory.loads('file:///etc/passwd'), memory.loads('app://kiosk/index.html')],
    closes: opened.window.let('close'),
    reloads: webContents.press({ key: 'r', control: true }),
    channels: ipcMain.handlers.size,
    strangers: await askAll({ ...own, senderFrame: { url: 'https://evil.example/', parent: null } }),
    frames: await askAll({ ...own, senderFrame: { url: 'app://kiosk/index.html', parent: {} } }),
    others: await askAll({ ...own, sender: { id: 99 } }),
    own: ((ipcMain.sender = own), await ipcMain.renderer.invoke(`${IPC_PREFIX}boot`, null)),
    unparsed: await ipcMain.renderer.invoke(`${IPC_PREFIX}record`, { kind: 'tap', score: '5' }),
    page: await fetched('app://kiosk/index.html'),
    elsewhere: [await fetched('app://other/index.html'), await fetched('app://kiosk/..%2f..%2fpackage.json'), await fetched('app://kiosk/media/..%2f..%2f..%2fpackage.json'), await fetched('app://kiosk/index.html', 'POST')],
    exposed: Object.fromEntries(Object.entries(exposed).map(([name, value]) => [name, Object.keys(value as object)])),
  };
}

Reflect.set(process, 'resourcesPath', inProject('assets'));
createRequire(import.meta.url)(inProject('dist/electron/preload.cjs'));
await import(pathToFileURL(inProject('dist/electron/main.js')).href);
if (app.exits.length === 0) await until(async () => (windows[0]?.window.webContents.loads.length ?? 0) > 0, 'the window has its page');
const found = app.exits.length === 0 ? await probe() : { exits: app.exits, windows: windows.length, happened };
process.stdout.write(`\n${JSON.stringify(found)}\n`, () => process.exit(0));
