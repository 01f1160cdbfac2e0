import type { ReactElement } from 'react';
import { Ink, Line, Place } from '../ink.tsx';
import * as palette from '../palette.ts';
import { skins } from '../palette.ts';
import { Arm } from './arm.tsx';
import { Head } from './head.tsx';
import type { Eyes, Mouth } from './head.tsx';
import { Baby, Blossom, Pen, Sheet } from './holdings.tsx';
import { Leg, Shoe } from './leg.tsx';

export type MotherProps = {
  readonly holding?: 'baby' | 'paper' | 'pen' | 'nothing' | undefined;
  readonly mouth?: Mouth | undefined;
  readonly eyes?: Eyes | undefined;
  readonly cloth?: string | undefined;
  /** The ring-shaped headdress of a bride. */
  readonly headdress?: boolean | undefined;
};

const skin = skins.fair;

function LongHair(): ReactElement {
  return (
    <>
      <Ink d="M-36 6C-44 -22 -34 -54 2 -54C30 -54 42 -36 38 -14C26 -18 14 -26 8 -36C-2 -22 -18 -14 -22 2C-22 14 -34 18 -36 6Z" fill={palette.ink} sliver={4} amount={0.8} />
      <Line d="M-24 -34C-14 -42 -4 -44 4 -42" width={2.6} color={palette.thinInk} amount={0.4} />
    </>
  );
}

function Headdress(): ReactElement {
  return (
    <>
      <Ink d="M-50 -8C-66 -46 -38 -82 6 -80C48 -78 62 -46 48 -14C44 -8 38 -12 38 -18C38 -38 26 -52 2 -52C-22 -52 -34 -36 -36 -10C-38 0 -46 0 -50 -8Z" fill={palette.lacquer} sliver={5} amount={0.8} />
      <Line d="M-46 -24C-44 -54 -22 -68 4 -68C34 -67 50 -50 48 -28" width={4} color={palette.sophora} amount={0.6} />
    </>
  );
}

function HairBehind(): ReactElement {
  return <Ink d="M-30 -40C-52 -30 -52 0 -50 30C-50 56 -58 74 -48 96C-40 106 -24 104 -18 92C-8 70 -14 40 -12 20Z" fill={palette.ink} sliver={4} amount={1} />;
}

function LongDress({ cloth }: { readonly cloth: string }): ReactElement {
  return (
    <>
      <Ink d="M-14 -330C-36 -326 -46 -310 -48 -288C-50 -262 -40 -244 -38 -222C-42 -196 -52 -176 -58 -150L-70 -34C-40 -22 14 -22 46 -32C50 -80 50 -120 46 -156C44 -184 36 -204 36 -224C40 -246 46 -262 44 -288C42 -310 34 -326 18 -330Z" fill={cloth} />
      <Line d="M36 -224C30 -180 28 -100 30 -32M-38 -222C-30 -214 -24 -206 -22 -196" width={3.4} amount={0.8} />
      <Line d="M8 -326C12 -312 24 -304 42 -300" width={3} amount={0.5} />
      {[[-36, -70], [-14, -96], [8, -66], [-12, -50], [-44, -108]].map(([x = 0, y = 0]) => (
        <Blossom key={`${x}${y}`} x={x} y={y} r={10} fill={palette.softLotus} heart={palette.sophora} />
      ))}
    </>
  );
}

/** Mother in áo dài, facing right, rocking the baby or holding a paper; 450 units tall, feet at (0, 0). */
export function Mother({ holding = 'baby', mouth = 'smile', eyes, cloth = palette.lotus, headdress = false }: MotherProps): ReactElement {
  const withBaby = holding === 'baby';
  return (
    <>
      <Leg hip={[14, -150]} ankle={[18, -14]} cloth={palette.whitePaper} widths={[44, 44, 46]} />
      <Shoe at={[22, 0]} color={palette.lacquer} skin={skin} />
      <Leg hip={[-24, -150]} ankle={[-28, -14]} cloth={palette.whitePaper} widths={[46, 46, 48]} />
      <Shoe at={[-24, 0]} color={palette.lacquer} skin={skin} />
      <Place x={6} y={-384} turn={withBaby ? 9 : 2}>
        <HairBehind />
      </Place>
      {withBaby ? (
        <Arm shoulder={[30, -302]} elbow={[74, -244]} wrist={[62, -216]} sleeve={cloth} skin={skin} hand="rest" widths={[32, 28, 24]} />
      ) : (
        <Arm shoulder={[30, -302]} elbow={holding === 'pen' ? [64, -256] : [66, -250]} wrist={holding === 'pen' ? [110, -246] : [108, -276]} sleeve={cloth} skin={skin} hand={holding === 'nothing' ? 'open' : 'fist'} bend={-4} widths={[32, 27, 23]} held={holding === 'paper' ? <Place x={8} y={-30} turn={6} scale={0.9}><Sheet /></Place> : holding === 'pen' ? <Pen /> : undefined} />
      )}
      <Ink d="M-8 -356L18 -356L18 -326C8 -318 0 -318 -12 -326Z" fill={skin.base} sliver={2} />
      <LongDress cloth={cloth} />
      <Ink d="M-15 -344C-4 -336 10 -336 20 -344L20 -326C8 -319 -2 -319 -16 -326Z" fill={cloth} width={4} sliver={2} amount={0.5} />
      <Place x={6} y={-384} turn={withBaby ? 9 : 2}>
        <Head view="threeQuarter" skin={skin} mouth={mouth} eyes={eyes ?? (withBaby ? 'down' : 'open')}>
          <LongHair />
          {headdress ? <Headdress /> : null}
        </Head>
      </Place>
      {withBaby ? (
        <>
          <Place x={22} y={-252} turn={-12} scale={0.98} flip>
            <Baby skin={skin} />
          </Place>
          <Arm shoulder={[-32, -300]} elbow={[-46, -232]} wrist={[22, -220]} sleeve={cloth} skin={skin} hand="rest" bend={-24} flip widths={[32, 32, 24]} />
        </>
      ) : (
        <Arm shoulder={[-32, -300]} elbow={[-54, -246]} wrist={[-38, -196]} sleeve={cloth} skin={skin} hand="rest" bend={-8} widths={[32, 27, 23]} />
      )}
    </>
  );
}
