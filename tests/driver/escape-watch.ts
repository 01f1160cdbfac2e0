import type { BrowserContext, CDPSession, Page } from 'playwright-core';

/** What a try may leave behind in the page. */
type Traces = { let: string[]; prints: number };

/** Whoever tries to leave the kiosk, with everything that would show that it worked. */
export class EscapeWatch {
  readonly page: Page;
  readonly cdp: CDPSession;
  readonly #context: BrowserContext;
  readonly #url: string;
  readonly #origin: string;
  readonly #seen: string[] = [];

  private constructor(context: BrowserContext, page: Page, cdp: CDPSession, url: string) {
    this.#context = context;
    this.page = page;
    this.cdp = cdp;
    this.#url = url;
    this.#origin = `${new URL(url).origin}/`;
    const note = (what: string) => (): void => void this.#seen.push(what);
    context.on('page', note('a second window'));
    page.on('dialog', (dialog) => {
      this.#seen.push(`the dialogue ${dialog.type()}`);
      dialog.dismiss().catch(() => undefined);
    });
    page.on('download', note('a download'));
    page.on('filechooser', note('a choice of files'));
    page.on('framenavigated', (frame) => void this.#seen.push(`a page at ${frame.url().slice(0, 60)}`));
    // What the page's policy stops was never sent.
    page.on('requestfailed', (request) => this.#noteRequest(request.url(), request.failure()?.errorText === 'csp'));
    page.on('response', (response) => this.#noteRequest(response.url(), false));
  }

  static async open(context: BrowserContext, url: string): Promise<EscapeWatch> {
    const page = await context.newPage();
    await page.addInitScript(listenBehindThePage);
    await page.goto(url);
    const cdp = await context.newCDPSession(page);
    // A kiosk's browser is started with its address: there is no empty page before it, as there is here.
    await cdp.send('Page.resetNavigationHistory');
    return new EscapeWatch(context, page, cdp, url);
  }

  #noteRequest(address: string, isStopped: boolean): void {
    if (!isStopped && !/^(data|blob):/.test(address) && !address.startsWith(this.#origin)) this.#seen.push(`a request to ${address.slice(0, 60)}`);
  }

  /** What the tries since the last look achieved; empty when they achieved nothing. */
  async escapes(): Promise<readonly string[]> {
    // The browser tells what it did after the key, in the order of its events: a round trip waits for them.
    const state = await this.page.evaluate(() => {
      const traces = (window as unknown as { escapeTraces?: Traces }).escapeTraces;
      const found = {
        isSamePage: traces !== undefined,
        unhandled: traces?.let.splice(0) ?? [],
        prints: traces?.prints ?? 0,
        scale: visualViewport?.scale ?? 1,
        scrolled: [document.scrollingElement?.scrollLeft, document.scrollingElement?.scrollTop].join(),
        selected: getSelection()?.toString() ?? '',
        isFull: document.fullscreenElement !== null,
        isStaff: document.querySelector('.frame-pin, .frame-open, .frame-setup') !== null,
        waysOut: document.querySelectorAll('a[href], area[href], form, iframe, object, embed, input[type=file], [contenteditable], [target], input:not([autocomplete=off]), input:not([spellcheck=false])').length,
      };
      getSelection()?.empty();
      return found;
    });
    const seen = this.#seen.splice(0);
    if (this.#context.pages().length > 1) seen.push('two windows');
    if (this.page.url() !== this.#url) seen.push(`the address ${this.page.url()}`);
    if (!state.isSamePage) seen.push('another page, or a reload');
    seen.push(...state.unhandled.map((event) => `the browser's own answer to ${event}`));
    if (state.prints > 0) seen.push('a print');
    if (state.scale !== 1) seen.push(`a zoom of ${state.scale}`);
    if (state.scrolled !== '0,0') seen.push(`a scroll to ${state.scrolled}`);
    if (state.selected !== '') seen.push(`the selection "${state.selected.slice(0, 40)}"`);
    if (state.isFull) seen.push('full screen');
    if (state.isStaff) seen.push('the staff page');
    if (state.waysOut > 0) seen.push(`${state.waysOut} elements that lead out`);
    return seen;
  }

  /** A key as a keyboard sends it, with its modifiers: `Ctrl+Shift+I`. */
  async press(text: string): Promise<void> {
    const parts = text.split(/(?<=.)\+/);
    const key = parts.at(-1) ?? '';
    const bits: Readonly<Record<string, number>> = { Alt: 1, Ctrl: 2, Meta: 4, Shift: 8 };
    const modifiers = parts.slice(0, -1).reduce((sum, name) => sum + (bits[name] ?? 0), 0);
    const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key;
    const which = /^[a-z0-9]$/i.test(key) ? key.toUpperCase().charCodeAt(0) : 0;
    const event = { key, code, modifiers, windowsVirtualKeyCode: which, nativeVirtualKeyCode: which };
    await this.cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event });
    await this.cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
  }
}

/** Runs in the page before its own scripts: hears last, and keeps what the page let through to the browser. */
function listenBehindThePage(): void {
  const traces: Traces = { let: [], prints: 0 };
  Object.assign(window, { escapeTraces: traces, print: () => void (traces.prints += 1) });
  const keep = (event: Event): void => {
    if (event.defaultPrevented || !event.isTrusted) return;
    if (event instanceof WheelEvent && !event.ctrlKey) return;
    if (event instanceof MouseEvent && /^mouse|^aux/.test(event.type) && ![1, 3, 4].includes(event.button)) return;
    // Belongs to fields; the watch looks whether anything came to be selected.
    if (event instanceof KeyboardEvent && event.ctrlKey && event.key === 'a') return;
    traces.let.push(event instanceof KeyboardEvent ? `the key ${event.key}` : event.type);
  };
  for (const name of ['keydown', 'contextmenu', 'dragstart', 'dragover', 'drop', 'wheel', 'mousedown', 'mouseup', 'auxclick']) addEventListener(name, keep, { passive: true });
}
