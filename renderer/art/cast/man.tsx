import type { ReactElement } from 'react';
import { Ink, Line, Place } from '../ink.tsx';
import * as palette from '../palette.ts';
import { skins } from '../palette.ts';
import { Arm } from './arm.tsx';
import { Head } from './head.tsx';
import type { Mouth } from './head.tsx';
import { Folder, Pen, Sheet } from './holdings.tsx';
import { Leg, Shoe } from './leg.tsx';

export type ManProps = {
  /** A groom in áo dài and turban, a builder with a helmet, a nurse in white, a neighbour in a shirt. */
  readonly role: 'groom' | 'builder' | 'nurse' | 'neighbour';
  readonly gesture?: 'show' | 'hold' | 'wave' | 'touch' | 'sign' | undefined;
  readonly holding?: 'paper' | 'folder' | 'nothing' | undefined;
  readonly mouth?: Mouth | undefined;
};

const skin = skins.tan;
const coats = { groom: palette.indigo, builder: palette.sophora, nurse: palette.whitePaper, neighbour: palette.lotus } as const;
const trousers = { groom: palette.whitePaper, builder: palette.indigo, nurse: palette.youngLeaf, neighbour: palette.thinInk } as const;
const reach = { show: [[82, -254], [126, -282]], hold: [[70, -240], [96, -256]], wave: [[88, -310], [102, -368]], touch: [[82, -262], [132, -262]], sign: [[72, -254], [116, -244]] } as const;

function Hair(): ReactElement {
  return <Ink d="M-38 6C-46 -20 -40 -56 0 -59C34 -60 46 -42 40 -18C36 -22 33 -28 30 -32C14 -24 -8 -26 -20 -20C-25 -12 -25 -2 -27 8C-30 14 -36 14 -38 6Z" fill={palette.ink} sliver={4.5} amount={0.8} />;
}

function Headwear({ role }: { readonly role: ManProps['role'] }): ReactElement | null {
  if (role === 'groom') {
    return (
      <>
        <Ink d="M-43 -12C-52 -44 -34 -64 0 -64C36 -64 52 -46 45 -18C32 -30 12 -34 -4 -32C-20 -30 -34 -24 -43 -12Z" fill={palette.lacquer} sliver={4.5} amount={0.7} />
        <Line d="M-44 -28C-26 -42 26 -48 46 -32M-42 -42C-24 -54 22 -58 42 -46" width={3.2} amount={0.5} />
      </>
    );
  }
  if (role === 'builder') {
    return (
      <>
        <Ink d="M-44 -22C-48 -58 -22 -74 2 -72C30 -72 46 -52 42 -28C14 -36 -16 -32 -44 -22Z" fill={palette.lacquer} sliver={4.5} amount={0.7} />
        <Ink d="M-46 -22C-18 -34 20 -38 56 -26C58 -20 54 -16 50 -18C18 -26 -16 -24 -44 -14C-50 -14 -50 -20 -46 -22Z" fill={palette.lacquer} width={4.4} sliver={2} amount={0.5} />
        <Line d="M0 -72C6 -60 8 -48 8 -36" width={3.4} amount={0.4} />
      </>
    );
  }
  return null;
}

function Coat({ role }: { readonly role: ManProps['role'] }): ReactElement {
  const hem = role === 'groom' ? -84 : role === 'nurse' ? -110 : -168;
  return (
    <>
      <Ink d={`M-18 -342C-46 -338 -60 -320 -62 -290C-64 -250 -56 -214 -58 -176L-62 ${hem}C-30 ${hem + 9} 28 ${hem + 9} 56 ${hem}L54 -176C56 -216 58 -252 54 -290C50 -320 40 -338 22 -342Z`} fill={coats[role]} sliver={role === 'nurse' ? 0 : 5.5} />
      {role === 'groom' ? (
        <>
          <Ink d="M-17 -352C-4 -342 12 -342 23 -352L22 -334C10 -327 -4 -327 -17 -334Z" fill={coats.groom} width={4} sliver={2} amount={0.5} />
          <Line d={`M6 -332C12 -314 26 -306 44 -302M46 -180C46 -150 44 -120 42 ${hem + 6}`} width={3.4} amount={0.6} />
          {[[-34, -236], [-4, -214], [-30, -160], [10, -148], [-14, -112], [26, -240]].map(([x = 0, y = 0]) => (
            <path key={`${x}${y}`} d={`M${x} ${y - 9}L${x + 3} ${y - 3}L${x + 9} ${y}L${x + 3} ${y + 3}L${x} ${y + 9}L${x - 3} ${y + 3}L${x - 9} ${y}L${x - 3} ${y - 3}Z`} fill={palette.tileCorner} />
          ))}
        </>
      ) : (
        <Line d={`M-18 -342L2 -314L24 -342M2 -314L4 ${hem + 8}M-46 -270H-20V-244H-46Z`} width={3.6} amount={0.6} />
      )}
      {role === 'nurse' ? <Line d="M-16 -340C-20 -300 -8 -280 4 -276C20 -280 26 -306 24 -340M4 -276V-252" width={4.5} color={palette.jade} amount={0.5} /> : null}
      {role === 'nurse' ? <circle cx={4} cy={-244} r={8} fill={palette.silver} stroke={palette.ink} strokeWidth={3.4} /> : null}
      {role === 'builder' ? <Line d={`M-40 -336L-46 -176M38 -336L46 -176`} width={9} color={palette.lacquer} amount={0.6} /> : null}
    </>
  );
}

/** A grown man whose clothes follow his part in the picture, facing right; 460 units tall, feet at (0, 0). */
export function Man({ role, gesture = 'show', holding = 'nothing', mouth = 'smile' }: ManProps): ReactElement {
  const [elbow, wrist] = reach[gesture];
  const sleeve = { sleeve: coats[role], skin, widths: [40, 34, 28] as const, bare: role === 'neighbour' };
  const held = holding === 'paper' ? <Place x={12} y={-34} turn={6} scale={0.9}><Sheet /></Place> : <Place x={6} y={-28} turn={4} scale={0.9}><Folder /></Place>;
  const hand = gesture === 'show' ? 'open' : gesture === 'wave' ? 'wave' : gesture === 'touch' ? 'rest' : 'fist';
  return (
    <>
      <Arm shoulder={[34, -310]} elbow={elbow} wrist={wrist} hand={hand} bend={gesture === 'touch' ? 12 : 0} {...sleeve} held={gesture === 'sign' ? <Pen /> : undefined} />
      <Leg hip={[20, -180]} ankle={[28, -16]} cloth={trousers[role]} widths={[48, 42, 38]} />
      <Shoe at={[32, 0]} color={palette.woodDark} skin={skin} />
      <Leg hip={[-24, -180]} ankle={[-26, -16]} cloth={trousers[role]} widths={[52, 44, 40]} />
      <Shoe at={[-22, 0]} color={palette.woodDark} skin={skin} />
      <Ink d="M-12 -366L18 -366L22 -336C8 -326 -4 -326 -16 -336Z" fill={skin.base} sliver={2} />
      <Coat role={role} />
      <Place x={6} y={-394}>
        <Head view="threeQuarter" skin={skin} mouth={mouth}>
          <Hair />
          <Headwear role={role} />
        </Head>
      </Place>
      {holding === 'nothing' ? (
        <Arm shoulder={[-42, -308]} elbow={[-66, -240]} wrist={[-52, -178]} hand="rest" bend={-6} {...sleeve} />
      ) : (
        <Arm shoulder={[-42, -308]} elbow={[-56, -236]} wrist={[4, -230]} hand="fist" bend={-12} {...sleeve} held={held} />
      )}
    </>
  );
}
