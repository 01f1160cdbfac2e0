/**
 * The rules of size, gap and place that every screen keeps (E001–E004, E020, E021, E023, E040–E042),
 * measured in the page itself. `readGeometry` runs inside the browser and must stay self-contained:
 * pass it to `page.evaluate`. `checkGeometry` turns what it read into sentences; none means all is well.
 */

export type Box = { readonly top: number; readonly left: number; readonly right: number; readonly bottom: number };
export type TouchTarget = { readonly name: string; readonly box: Box; readonly kind: 'primary' | 'face' | 'other'; readonly scrolled: boolean };
export type TextRun = { readonly text: string; readonly fontPx: number; readonly capital: number; readonly small: boolean; readonly picture: boolean };
export type ClippedBox = { readonly name: string; readonly text: string };

export type Geometry = {
  readonly targets: readonly TouchTarget[];
  readonly texts: readonly TextRun[];
  readonly clipped: readonly ClippedBox[];
  readonly scrollWidth: number;
  readonly width: number;
  readonly height: number;
  readonly mmPx: number;
  /** Smallest capital of task text in this profile, px. */
  readonly capPx: number;
};

/** Runs in the page. Reads every touch target, every text and every box that cuts its words. */
export function readGeometry(): Geometry {
  const root = document.documentElement;
  const style = getComputedStyle(root);
  const variable = (name: string): number => Number.parseFloat(style.getPropertyValue(name));
  const boxOf = (element: Element): Box => {
    const { top, left, right, bottom } = element.getBoundingClientRect();
    return { top, left, right, bottom };
  };
  const nameOf = (element: Element): string => {
    const words = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40);
    return `${element.tagName.toLowerCase()}.${(element.getAttribute('class') ?? '').split(' ').slice(0, 3).join('.')} “${words}”`;
  };
  const seen = (element: Element): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && element.closest('.visually-hidden, [inert]') === null && getComputedStyle(element).clipPath === 'none';
  /** The part of a box that its scrolled region lets through; null when nothing is. */
  const shownPart = (element: Element): { readonly whole: boolean } | null => {
    const region = element.closest('.scroll-region');
    if (region === null) return { whole: true };
    const inner = element.getBoundingClientRect();
    const outer = region.getBoundingClientRect();
    const curtain = region.parentElement?.querySelector('.scroll-curtain')?.getBoundingClientRect().top ?? outer.bottom;
    const bottom = Math.min(outer.bottom, curtain);
    if (inner.bottom <= outer.top + 1 || inner.top >= bottom - 1) return null;
    return { whole: inner.top >= outer.top - 1 && inner.bottom <= bottom + 1 };
  };

  const targets: TouchTarget[] = [];
  for (const element of document.querySelectorAll('button, a[href], input, select, textarea, [role=button]')) {
    const part = shownPart(element);
    if (!seen(element) || part === null) continue;
    const kind = element.matches('.face-button') ? 'face' : element.matches('.button-primary, .bar-button, .language-button, .tile, .option, .page-button') ? 'primary' : 'other';
    const touch = kind === 'face' ? (element.querySelector('svg') ?? element) : element;
    targets.push({ name: nameOf(element), box: boxOf(touch), kind, scrolled: !part.whole });
  }

  const texts: TextRun[] = [];
  const clipped: ClippedBox[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = (node.textContent ?? '').trim();
    if (element === null || text === '' || !seen(element) || shownPart(element) === null) continue;
    const computed = getComputedStyle(element);
    const picture = element.closest('svg') !== null;
    const scale = picture ? (element.getBoundingClientRect().height || 1) / ((element instanceof SVGGraphicsElement ? element.getBBox().height : 1) || 1) : 1;
    const fontPx = Number.parseFloat(computed.fontSize) * scale;
    const capital = fontPx * (computed.fontFamily.startsWith('"Alegreya Sans"') ? 0.645 : 0.714);
    const small = element.closest('.header, .station-name, .tile-note, .guide-source, .handoff-updated, [data-small]') !== null;
    texts.push({ text: text.slice(0, 40), fontPx, capital, small, picture });
    const range = document.createRange();
    range.selectNodeContents(node);
    const words = range.getBoundingClientRect();
    const cutter = element.closest('button, p, h1, h2, h3, li, .frame-content, .frame-controls') ?? element;
    const frame = cutter.getBoundingClientRect();
    // A face's words may lean into the gap to its neighbours; they are centred and never meet.
    const lean = cutter.matches('.face-button') ? 8 : 2;
    const spills = words.right > frame.right + lean || words.left < frame.left - lean || words.right > window.innerWidth + 1 || words.left < -1;
    // What is measured is the font's own box, which is higher than a tight line; the ink stays inside it.
    const loose = Math.max(4, fontPx * 0.2);
    const sinks = cutter.matches('button') && (words.bottom > frame.bottom + loose || words.top < frame.top - loose);
    const leaves = element.closest('.scroll-region') === null && (words.bottom > window.innerHeight + loose || words.top < -loose);
    if (!picture && (spills || sinks || leaves)) clipped.push({ name: nameOf(cutter), text: text.slice(0, 40) });
  }
  // A region that is not meant to scroll must not hide any of its content.
  for (const element of document.querySelectorAll('.frame-main, .frame-content, .frame-controls, .bottom-bar, .attract-band, .scroll-region')) {
    if (!seen(element)) continue;
    const sideways = element.scrollWidth > element.clientWidth + 2;
    const down = !element.matches('.scroll-region') && element.scrollHeight > element.clientHeight + 6;
    if (sideways || down) clipped.push({ name: nameOf(element), text: sideways ? 'is wider than its box' : 'is taller than its box' });
  }
  return {
    targets,
    texts,
    clipped,
    scrollWidth: root.scrollWidth,
    width: window.innerWidth,
    height: window.innerHeight,
    mmPx: variable('--mm'),
    capPx: variable('--cap'),
  };
}

export type GeometryRules = {
  /** From the floor to the lower edge of the picture, mm. */
  readonly mountBottomMm: number;
  /** Highest that a control may reach, mm above the floor; null: not asked of this screen. */
  readonly highestControlMm: number | null;
  /** Touch targets that are exempt from the gap rule, by a part of their name. */
  readonly gapExempt?: readonly string[];
};

const SMALLEST_CAPITAL_MM = 4.8;
const LEAST_MM = { primary: 20, face: 30, other: 15 } as const;
const LEAST_GAP_MM = 3;
/** Half a pixel of layout rounding. */
const SLACK_PX = 0.75;

/** What is wrong with a screen, one sentence each. */
export function checkGeometry(found: Geometry, rules: GeometryRules): readonly string[] {
  return [...checkTargets(found, rules), ...checkGaps(found, rules), ...checkFaces(found), ...checkTexts(found), ...checkEdges(found)];
}

function mm(px: number, found: Geometry): string {
  return `${(px / found.mmPx).toFixed(1)} mm`;
}

function checkTargets(found: Geometry, { mountBottomMm, highestControlMm }: GeometryRules): readonly string[] {
  return found.targets.filter(({ scrolled }) => !scrolled).flatMap(({ name, box, kind }) => {
    const wrong: string[] = [];
    const least = LEAST_MM[kind] * found.mmPx - SLACK_PX;
    const [width, height] = [box.right - box.left, box.bottom - box.top];
    if (width < least || height < least) wrong.push(`${name} is ${mm(width, found)} × ${mm(height, found)}, less than ${LEAST_MM[kind]} mm (E001–E003)`);
    const topMm = mountBottomMm + (found.height - box.top) / found.mmPx;
    if (highestControlMm !== null && topMm > highestControlMm + 1) wrong.push(`${name} reaches ${topMm.toFixed(0)} mm above the floor (E041)`);
    if (box.left < -1 || box.right > found.width + 1 || box.top < -1 || box.bottom > found.height + 1) wrong.push(`${name} leaves the screen`);
    return wrong;
  });
}

function checkGaps(found: Geometry, { gapExempt = [] }: GeometryRules): readonly string[] {
  const wrong: string[] = [];
  const whole = found.targets.filter(({ scrolled, name }) => !scrolled && !gapExempt.some((part) => name.includes(part)));
  whole.forEach((one, index) => {
    for (const other of whole.slice(index + 1)) {
      const across = Math.max(one.box.left, other.box.left) - Math.min(one.box.right, other.box.right);
      const down = Math.max(one.box.top, other.box.top) - Math.min(one.box.bottom, other.box.bottom);
      const gap = Math.max(across, down);
      if (gap < LEAST_GAP_MM * found.mmPx - SLACK_PX) wrong.push(`${one.name} and ${other.name} are ${mm(gap, found)} apart (E004)`);
    }
  });
  return wrong;
}

function checkFaces(found: Geometry): readonly string[] {
  const faces = found.targets.filter(({ kind }) => kind === 'face').map(({ box }) => box);
  const [first] = faces;
  if (first === undefined) return [];
  const equal = faces.every((box) => Math.abs(box.right - box.left - (first.right - first.left)) < 1 && Math.abs(box.bottom - box.top - (first.bottom - first.top)) < 1 && Math.abs(box.top - first.top) < 1);
  return [...(equal ? [] : ['the faces are not equal (E153)']), ...(faces.length === 5 ? [] : [`there are ${faces.length} faces (E003)`])];
}

function checkTexts(found: Geometry): readonly string[] {
  return found.texts.flatMap(({ text, capital, small, picture }) => {
    if (capital < SMALLEST_CAPITAL_MM * found.mmPx - SLACK_PX) return [`“${text}” has a capital of ${mm(capital, found)}, less than 4.8 mm (E021)`];
    if (!small && !picture && capital < found.capPx - SLACK_PX) return [`“${text}” has a capital of ${mm(capital, found)}, less than 0.7° (E020)`];
    return [];
  });
}

function checkEdges(found: Geometry): readonly string[] {
  return [
    ...(found.scrollWidth > found.width ? [`the page is ${found.scrollWidth - found.width} px too wide (E023)`] : []),
    ...found.clipped.map(({ name, text }) => `${name} cuts “${text}” (E023)`),
  ];
}
