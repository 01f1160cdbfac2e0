import type { ReactElement, ReactNode } from 'react';
import type { Layout } from '../layout.ts';
import type { PageText } from '../text/clip-text.ts';
import { ink } from '../timeline.ts';
import { widthOf } from './text-width.ts';

const LINE_HEIGHT = 1.28;
/** Room beside the words, in em, both sides together. */
const PADDING = 0.84;
/** Marks stand higher above the first line than tails hang below the last (em). */
const MARK_ROOM = 0.14;

/** The plate of the headlines: it never moves. */
export function Plate({ layout, children }: { readonly layout: Layout; readonly children: ReactNode }): ReactElement {
  const { plate } = layout;
  return (
    <div className="plate" style={{ left: plate.x, top: plate.y, width: plate.width, height: plate.height, borderWidth: Math.max(3, plate.font * 0.05) }}>
      {children}
    </div>
  );
}

type HeadlineProps = { readonly layout: Layout; readonly page: PageText; readonly written: number; readonly wiped: number };

/** Words written line by line as with a brush (`written` 0..1), and wiped away from their beginning (`wiped` 0..1). */
export function Headline({ layout, page, written, wiped }: HeadlineProps): ReactElement | null {
  if (written <= 0 || wiped >= 1) return null;
  const { plate } = layout;
  const lines = layout.plate.narrow ? (page.wideLines ?? page.lines) : page.lines;
  const size = Math.min(plate.font, plate.width / (Math.max(...lines.map(widthOf)) + PADDING + 0.1), (plate.height * 0.92) / (lines.length * LINE_HEIGHT));
  const share = 1 / lines.length;
  const left = (ink(wiped) * 108 - 4).toFixed(2);
  return (
    <div className="headline" style={{ fontSize: size, lineHeight: LINE_HEIGHT, padding: `${MARK_ROOM}em ${PADDING / 2}em 0` }}>
      {lines.map((line, i) => {
        const shown = ink(Math.min(1, Math.max(0, (written - i * share * 0.8) / (1 - (lines.length - 1) * share * 0.8))));
        return (
          <span key={line} className={i === lines.length - 1 ? 'line last' : 'line'} style={{ clipPath: `inset(-0.3em ${((1 - shown) * 104 - 4).toFixed(2)}% -0.3em ${left}%)` }}>
            {line}
          </span>
        );
      })}
    </div>
  );
}
