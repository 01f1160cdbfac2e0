import { decideKey } from '#domain/kiosk-keys.ts';

/** Buttons of a mouse that do more than press: middle, back, forward. */
const OTHER_BUTTONS: ReadonlySet<number> = new Set([1, 3, 4]);

/**
 * No context menu, no selection, no pinch, no dragging or dropping, no key or button of the browser's own, no link, no window
 * and no dialogue (E005, E006). Stands alone, so that the safe page has it too.
 */
export function refuseWaysOut(page: Window & typeof globalThis, signal: AbortSignal): void {
  const refuse = (event: Event): void => event.preventDefault();
  const options = { signal, passive: false, capture: true } as const;

  // A file that is let fall on a page would be opened in its place.
  for (const name of ['contextmenu', 'dragstart', 'dragover', 'drop'] as const) page.addEventListener(name, refuse, options);
  page.addEventListener('selectstart', (event) => {
    if (!isField(event.target)) event.preventDefault();
  }, options);
  page.addEventListener('wheel', (event) => {
    if (event.ctrlKey) event.preventDefault();
  }, options);
  page.addEventListener('touchmove', (event) => {
    if (event.touches.length > 1) event.preventDefault();
  }, options);
  page.addEventListener('keydown', (event) => {
    const { key, ctrlKey: control, shiftKey: shift, altKey: alt, metaKey: meta } = event;
    if (decideKey({ key, control, shift, alt, meta }) !== 'page') event.preventDefault();
  }, options);
  for (const name of ['mousedown', 'mouseup', 'auxclick'] as const) {
    page.addEventListener(name, (event) => {
      if (OTHER_BUTTONS.has(event.button)) event.preventDefault();
    }, options);
  }
  page.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('a, area, input[type=file]') !== null) event.preventDefault();
  }, options);
  // The page goes nowhere, whoever asks: a link, a dropped file, a script. It may only load itself anew.
  page.navigation.addEventListener('navigate', (event) => {
    if (event.navigationType !== 'reload') event.preventDefault();
  }, { signal });
  closeWaysOut(page);
}

/** Our screens open no window and no dialogue, so the ways to one are closed; the picture waits for nobody's answer. */
function closeWaysOut(page: Window & typeof globalThis): void {
  page.open = () => null;
  page.alert = () => undefined;
  page.confirm = () => false;
  page.prompt = () => null;
  // A finger on the glass a moment ago is all that these ask for.
  const refuseToChoose = (): Promise<never> => Promise.reject(new DOMException('A kiosk opens no files.', 'AbortError'));
  Object.assign(page, { showOpenFilePicker: refuseToChoose, showSaveFilePicker: refuseToChoose, showDirectoryPicker: refuseToChoose });
  page.HTMLInputElement.prototype.showPicker = () => undefined;
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
