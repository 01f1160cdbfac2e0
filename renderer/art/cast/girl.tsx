import type { ReactElement } from 'react';
import { Ink, Line, Place } from '../ink.tsx';
import * as palette from '../palette.ts';
import { skins } from '../palette.ts';
import { Arm } from './arm.tsx';
import { Head } from './head.tsx';
import { Blossom, Sheet } from './holdings.tsx';
import { Shoe } from './leg.tsx';
import { tube } from '../shape.ts';

export type GirlProps = {
  /** Waves, reaches up to a grown-up's hand, or carries a drawing. */
  readonly gesture?: 'wave' | 'reach' | 'drawing' | undefined;
};

const skin = skins.fair;

function Bob(): ReactElement {
  return <Ink d="M-40 26C-50 -6 -48 -56 0 -58C36 -60 46 -36 40 -10C36 -16 34 -22 32 -25C16 -20 -4 -22 -18 -26C-24 -12 -24 6 -22 28C-26 38 -38 36 -40 26Z" fill={palette.ink} sliver={4.5} amount={0.8} />;
}

function Braid(): ReactElement {
  return (
    <>
      <Ink d="M-30 20C-44 26 -50 40 -44 52C-52 60 -50 76 -42 80C-34 78 -30 68 -34 58C-26 52 -22 38 -22 28Z" fill={palette.ink} width={4} sliver={3} amount={0.7} />
      <Line d="M-50 54L-32 58" width={6} color={palette.lacquer} amount={0.3} />
    </>
  );
}

/** A girl of about eight in a flowered dress, facing right; 280 units tall, feet at (0, 0). */
export function Girl({ gesture = 'wave' }: GirlProps): ReactElement {
  return (
    <>
      {gesture === 'drawing' ? null : (
        <Arm shoulder={[22, -160]} elbow={gesture === 'wave' ? [58, -158] : [52, -178]} wrist={gesture === 'wave' ? [66, -196] : [78, -220]} sleeve={palette.sophora} skin={skin} hand={gesture === 'wave' ? 'wave' : 'rest'} handScale={0.6} bare widths={[30, 28, 20]} bend={4} />
      )}
      {[-16, 16].map((x) => (
        <g key={x}>
          <Ink d={tube([[x, -70], [x + 1, -40], [x + 1, -14]], [21, 19, 17])} fill={skin.base} width={4.6} sliver={3} amount={0.7} />
          <Shoe at={[x + 5, 0]} color={palette.lacquer} skin={skin} />
        </g>
      ))}
      <Ink d="M-9 -194H15V-172H-10Z" fill={skin.base} sliver={2} width={4.4} />
      <Ink d="M-14 -178C-30 -176 -36 -164 -36 -146L-38 -126C-44 -100 -52 -82 -58 -62C-34 -50 30 -50 54 -62C48 -84 42 -104 36 -126L34 -148C32 -166 28 -176 16 -178Z" fill={palette.sophora} amount={1.2} />
      <Line d="M-37 -124C-14 -118 14 -118 36 -124" width={5} color={palette.lacquer} amount={0.6} />
      {[[-34, -88], [-12, -74], [14, -92], [34, -76], [-8, -104]].map(([x = 0, y = 0]) => (
        <Blossom key={x} x={x} y={y} r={8.5} heart={palette.whitePaper} />
      ))}
      <Ink d="M-16 -180C-6 -168 12 -168 19 -180C24 -172 20 -164 12 -164C6 -162 0 -162 -6 -164C-14 -164 -20 -170 -16 -180Z" fill={palette.whitePaper} width={3.6} sliver={0} amount={0.4} />
      <Place x={4} y={-220} scale={0.9}>
        <Head view="threeQuarter" skin={skin} mouth="laugh" behind={<Braid />}>
          <Bob />
        </Head>
      </Place>
      {gesture === 'drawing' ? (
        <>
          <Arm shoulder={[26, -158]} elbow={[44, -120]} wrist={[30, -106]} sleeve={palette.sophora} skin={skin} hand="fist" handScale={0.55} bare widths={[30, 28, 20]} />
          <Arm shoulder={[-26, -158]} elbow={[-44, -116]} wrist={[-14, -106]} sleeve={palette.sophora} skin={skin} hand="fist" handScale={0.55} bare widths={[30, 28, 20]} held={<Place x={8} y={-10} scale={0.75}><Sheet blossom band={palette.leaf} /></Place>} />
        </>
      ) : (
        <Arm shoulder={[-26, -158]} elbow={[-48, -122]} wrist={[-40, -88]} sleeve={palette.sophora} skin={skin} hand="rest" handScale={0.58} bare widths={[30, 28, 20]} bend={-10} />
      )}
    </>
  );
}
