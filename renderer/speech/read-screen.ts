/** Something on the screen that is read, in the order of the page. */
export type ReadItem = {
  readonly kind: 'heading' | 'text' | 'control';
  readonly element: HTMLElement;
  /** Parts that stand apart are on lines of their own. */
  readonly text: string;
  /** BCP 47. */
  readonly tag: string;
};

const CONTROLS = 'button, a[href], input, select, textarea, [role=button], [role=link]';
/** One breath whatever lies within: their parts are words of one sentence. */
const WHOLE = 'p, h1, h2, h3, h4, h5, h6, legend, dt, dd, caption, th, td';
const GROUPS = 'nav, fieldset, section, [role=group]';

/** Everything readable under `root`, the heading first: whoever hears a screen is told at once which one it is. */
export function readScreen(root: HTMLElement): readonly ReadItem[] {
  const items = walk(root);
  const heading = items.find((item) => item.kind === 'heading');
  return heading === undefined ? items : [heading, ...items.filter((item) => item !== heading)];
}

function walk(element: HTMLElement): readonly ReadItem[] {
  if (isSkipped(element)) return [];
  const own = ownItem(element);
  if (own !== null) return own.text === '' ? [] : [own];
  const label = element.matches(GROUPS) && !element.classList.contains('scroll-region') ? (element.getAttribute('aria-label') ?? '') : '';
  const named: readonly ReadItem[] = label === '' ? [] : [item('text', element, label)];
  return [...named, ...[...element.childNodes].flatMap((child) => walkNode(child, element))];
}

function walkNode(node: Node, parent: HTMLElement): readonly ReadItem[] {
  if (node instanceof HTMLElement) return walk(node);
  if (node instanceof SVGElement) return pictureItem(node, parent);
  const text = node.nodeType === Node.TEXT_NODE ? oneLine(node.textContent ?? '') : '';
  return text === '' ? [] : [item('text', parent, text)];
}

/** An element that is read as a whole; null: its parts are read. */
function ownItem(element: HTMLElement): ReadItem | null {
  const spoken = element.dataset['spoken'];
  if (element.matches(CONTROLS)) return item('control', element, spoken ?? nameOf(element));
  if (spoken !== undefined) return item('text', element, spoken);
  if (element.matches('[role=img]')) return item('text', element, element.getAttribute('aria-label') ?? '');
  const isWhole = element.matches(WHOLE) || !hasBlocks(element);
  if (!isWhole || element.querySelector(`${CONTROLS}, [role=img], [data-spoken]`) !== null) return null;
  return item(element.matches('h1') ? 'heading' : 'text', element, element.getAttribute('aria-label') ?? textOf(element));
}

function pictureItem(picture: SVGElement, parent: HTMLElement): readonly ReadItem[] {
  if (picture.getAttribute('aria-hidden') === 'true' || picture.getAttribute('role') !== 'img') return [];
  const text = picture.dataset['spoken'] ?? picture.getAttribute('aria-label') ?? '';
  return text === '' ? [] : [item('text', parent, text)];
}

function item(kind: ReadItem['kind'], element: HTMLElement, text: string): ReadItem {
  return { kind, element, text: text.trim(), tag: element.closest('[lang]')?.getAttribute('lang') ?? 'vi' };
}

function isSkipped(element: HTMLElement): boolean {
  if (element.hidden || element.inert || element.getAttribute('aria-hidden') === 'true' || element.dataset['speech'] === 'skip') return true;
  const { display, visibility } = getComputedStyle(element);
  return display === 'none' || visibility === 'hidden';
}

function hasBlocks(element: HTMLElement): boolean {
  return [...element.children].some((child) => child instanceof HTMLElement && (!isInline(child) || hasBlocks(child)));
}

function isInline(element: HTMLElement): boolean {
  return getComputedStyle(element).display.startsWith('inline');
}

/** What a control is called. A masked field has no words of its own (E060). */
export function nameOf(element: HTMLElement): string {
  const label = element.getAttribute('aria-label');
  if (label !== null && label !== '') return label;
  return textOf(element);
}

/** The words within, as a person would read them: blocks apart, nothing that is hidden from them. */
export function textOf(element: HTMLElement): string {
  const isPart = element.matches(WHOLE);
  const words = [...element.childNodes].map((node) => {
    if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? '').replaceAll(/\s+/g, ' ');
    if (!(node instanceof HTMLElement) || isSkipped(node)) return '';
    if (node.tagName === 'BR') return ' ';
    const inside = node.dataset['spoken'] ?? textOf(node);
    if (isInline(node)) return inside;
    return isPart ? ` ${inside} ` : `\n${inside}\n`;
  });
  return words.join('').replaceAll(/[ \t]+/g, ' ').replaceAll(/ ?\n[\n ]*/g, '\n').trim();
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
