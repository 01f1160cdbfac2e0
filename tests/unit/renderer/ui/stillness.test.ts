import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('../../../../', import.meta.url).pathname;
const read = (file: string): string => readFileSync(ROOT + file, 'utf8');
const styles = globSync('renderer/**/*.css', { cwd: ROOT });
const sources = globSync('renderer/**/*.{ts,tsx}', { cwd: ROOT });

describe('the style sheets', () => {
  it('move nothing for longer than 0.3 s, except the loop that one can pause (E033, E091)', () => {
    const slow = styles.filter((file) => !file.startsWith('renderer/screens/attract/')).flatMap((file) =>
      [...read(file).matchAll(/(?:transition|animation)[^;{]*?(\d*\.?\d+)(ms|s)\b[^;]*;/g)]
        .filter(([, time = '0', unit]) => Number(time) * (unit === 's' ? 1000 : 1) > 300)
        .map(([rule]) => `${file}: ${rule.replaceAll(/\s+/g, ' ')}`),
    );
    expect(slow).toEqual([]);
  });

  it('stop all motion where it is asked for, and with enlarged text or high contrast (E033)', () => {
    const base = read('renderer/ui/base.css');
    expect(base).toMatch(/prefers-reduced-motion: reduce\)[^}]*\{[^}]*animation: none !important;\s*transition: none !important/);
    expect(base).toContain(":root[data-motion='still'] *");
  });

  it('set no body text in italics, thin, or all capitals (E027)', () => {
    const wrong = styles.filter((file) => !file.endsWith('fonts.css')).flatMap((file) => [...read(file).matchAll(/font-style:\s*(italic|oblique)|text-transform:\s*uppercase|font-weight:\s*[123]00\b/g)].map(([rule]) => `${file}: ${rule}`));
    expect(wrong).toEqual([]);
  });

  it('choose no size by theme: what is measured in one holds in all (E025, E190)', () => {
    const sized = styles.flatMap((file) =>
      [...read(file).matchAll(/([^{}]*data-theme=[^{}]*)\{([^}]*)\}/g)]
        .filter(([, , body = '']) => /(^|[\s;])(font|font-size|width|height|min-height|min-width|gap|margin|line-height|grid-template[\w-]*|display)\s*:/.test(body))
        .map(([, selector = '']) => `${file}: ${selector.trim()}`),
    );
    expect(sized).toEqual([]);
  });
});

describe('the page', () => {
  it('listens to no gesture of more than one finger, no long press, no double tap, no drag (E005)', () => {
    const gestures = /\bon(?:Touch\w*|PointerMove|Drag\w*|DoubleClick|ContextMenu|Wheel)=|'(?:dblclick|gesturestart|swipe|longpress|touchstart|pointermove)'/;
    expect(sources.filter((file) => gestures.test(read(file)))).toEqual([]);
  });

  it('refuses the browser\'s own gestures (E006)', () => {
    expect(read('renderer/ui/base.css')).toMatch(/touch-action: manipulation/);
    expect(read('renderer/session/refuse-ways-out.ts')).toMatch(/'contextmenu'[^\n]*refuse/);
  });

  it('asks for typing in one field, and for none that names a person (E080, E120)', () => {
    const fields = sources.filter((file) => /<(input|textarea|select)\b/.test(read(file))).toSorted();
    expect(fields).toEqual(['renderer/screens/search/search-field.tsx', 'renderer/screens/setup/centre-step.tsx']);
  });
});
