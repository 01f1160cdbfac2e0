import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Colours = Readonly<Record<string, string>>;

const css = readFileSync(new URL('../../../../renderer/ui/themes.css', import.meta.url), 'utf8');

function block(selector: RegExp): Colours {
  const body = new RegExp(`${selector.source}\\s*\\{([^}]*)\\}`).exec(css)?.[1] ?? '';
  return Object.fromEntries([...body.matchAll(/(--[a-z-]+):\s*(#[0-9a-f]{6}|var\(--[a-z-]+\))/g)].map(([, name = '', value = '']) => [name, value]));
}

const paper = block(/:root,\s*\.paper-theme/);
const themes: Readonly<Record<string, Colours>> = {
  paper,
  light: { ...paper, ...block(/:root\[data-theme='light'\]/) },
  dark: { ...paper, ...block(/:root\[data-theme='dark'\]/) },
};

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(colours: Colours, text: string, ground: string): number {
  const [one, other] = [colours[text] ?? '', colours[ground] ?? ''].map(luminance);
  const [light, dark] = [Math.max(one ?? 0, other ?? 0), Math.min(one ?? 0, other ?? 0)];
  return (light + 0.05) / (dark + 0.05);
}

/** Every pair of words and ground that a style sheet of the kiosk uses. */
const PAIRS: readonly (readonly [string, string])[] = [
  ...['--paper', '--card', '--soft-lotus', '--soft-leaf', '--soft-sophora'].flatMap((ground) => [['--ink', ground], ['--ink-thin', ground]] as const),
  ['--on-primary', '--primary'],
  ['--on-done', '--done'],
  ['--on-pressed', '--pressed'],
  ['--on-bar', '--bar'],
  ['--on-bar-plate', '--bar-plate'],
  ['--fact', '--paper'],
];

describe('themes', () => {
  it('reads all three', () => {
    for (const colours of Object.values(themes)) expect(Object.keys(colours).length).toBeGreaterThan(20);
    expect(themes['dark']?.['--paper']).not.toBe(paper['--paper']);
  });

  it.each(PAIRS)('gives %s on %s 7:1 on paper (E024)', (text, ground) => {
    expect(contrast(paper, text, ground)).toBeGreaterThanOrEqual(7);
  });

  it.each(['light', 'dark'].flatMap((theme) => PAIRS.map(([text, ground]) => [theme, text, ground] as const)))(
    'in the %s theme gives %s on %s 10:1 (E025)',
    (theme, text, ground) => {
      expect(contrast(themes[theme] ?? {}, text, ground)).toBeGreaterThanOrEqual(10);
    },
  );
});
