import type { ReactElement } from 'react';
import * as palette from './palette.ts';
import { Picture } from './ink.tsx';
import type { PictureProps } from './ink.tsx';
import { ellipse } from './shape.ts';
import { carve } from './wobble.ts';

/** 1 very dissatisfied … 5 very satisfied. */
export type Score = 1 | 2 | 3 | 4 | 5;
export const scores: readonly Score[] = [1, 2, 3, 4, 5];

/** The same disc, line and wash for all five: only brows, eyes and mouth differ (E153, E154). */
export const faceRadius = 90;

type Features = { readonly brows: string; readonly eyes: 'open' | 'arcs'; readonly mouth: ReactElement };

const stroke = { fill: 'none', stroke: palette.ink, strokeLinecap: 'round', strokeLinejoin: 'round' } as const;
const curve = (d: string): ReactElement => <path d={d} {...stroke} strokeWidth={12} />;

const features: Readonly<Record<Score, Features>> = {
  1: {
    brows: 'M47 66 Q63 64 81 71M153 66 Q137 64 119 71',
    eyes: 'open',
    mouth: (
      <path d="M67 146C74 131 87 126 100 126C113 126 126 131 133 146C124 140.500 112 138.500 100 138.500C88 138.500 76 140.500 67 146Z" fill={palette.ink} stroke={palette.ink} strokeWidth={8} strokeLinejoin="round" />
    ),
  },
  2: { brows: 'M45 73 Q58 60 79 58M155 73 Q142 60 121 58', eyes: 'open', mouth: curve('M67 143Q100 113 133 143') },
  3: { brows: 'M50 63 Q64 61 80 62M120 62 Q136 61 150 63', eyes: 'open', mouth: curve('M68 134Q100 136 132 134') },
  4: { brows: 'M47 66 Q62 51 80 60M153 66 Q138 51 120 60', eyes: 'open', mouth: curve('M64 122Q100 158 136 122') },
  5: {
    brows: 'M44 57 Q61 38 80 49M156 57 Q139 38 120 49',
    eyes: 'arcs',
    mouth: (
      <>
        <path d="M57 114Q100 124 143 114C141 142 124 161 100 161C76 161 59 142 57 114Z" fill={palette.ink} stroke={palette.ink} strokeWidth={8} strokeLinejoin="round" />
        <path d="M77 151C83 141 117 141 123 151C117 159 108 161 100 161C92 161 83 159 77 151Z" fill={palette.lotus} />
        <path d="M67 119Q100 126 133 119Q131 126 128 130Q100 135 72 130Q69 126 67 119Z" fill={palette.whitePaper} />
      </>
    ),
  },
};

const disc = carve(ellipse(100, 100, faceRadius, faceRadius - 0.5), { seed: 5, amount: 2.2, sliver: 7 });

function FaceDrawing({ score }: { readonly score: Score }): ReactElement {
  const { brows, eyes, mouth } = features[score];
  return (
    <>
      <path d={disc.line} fill={palette.whitePaper} />
      <path d={disc.plate} fill={palette.faceWash} />
      <path d={disc.line} fill="none" stroke={palette.ink} strokeWidth={8} />
      <path d={brows} {...stroke} strokeWidth={11} />
      {eyes === 'open' ? (
        <path d={`${ellipse(67, 92, 10, 12)}${ellipse(133, 92, 10, 12)}`} fill={palette.ink} />
      ) : (
        <path d="M50 93Q66 72 82 93M118 93Q134 72 150 93" {...stroke} strokeWidth={11} />
      )}
      {mouth}
    </>
  );
}

export type FaceProps = PictureProps & { readonly score: Score };

/** One face in a 200 unit square. */
export function Face({ score, ...rest }: FaceProps): ReactElement {
  return (
    <Picture viewBox="0 0 200 200" {...rest}>
      <FaceDrawing score={score} />
    </Picture>
  );
}

const corner = 'M4 10Q4 4 10 4H50A46 46 0 0 1 4 50Z';
const cornerTurns = [0, 90, 180, 270];

/** The face on its encaustic tile, in a 240 unit square; the tile is the same for all five. */
export function FaceTile({ score, ...rest }: FaceProps): ReactElement {
  return (
    <Picture viewBox="0 0 240 240" {...rest}>
      <path d="M10 3H230Q237 3 237 10V230Q237 237 230 237H10Q3 237 3 230V10Q3 3 10 3Z" fill={palette.whitePaper} />
      {cornerTurns.map((turn) => (
        <path key={turn} d={corner} fill={palette.tileCorner} transform={`rotate(${turn} 120 120)`} />
      ))}
      <path d="M10 3H230Q237 3 237 10V230Q237 237 230 237H10Q3 237 3 230V10Q3 3 10 3Z" fill="none" stroke={palette.ink} strokeWidth={6} />
      <g transform="translate(20 20)">
        <FaceDrawing score={score} />
      </g>
    </Picture>
  );
}
