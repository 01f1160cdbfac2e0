import type { ReactElement } from 'react';
import { Flat, Ink, Line, Place } from '../ink.tsx';
import * as palette from '../palette.ts';
import { skins } from '../palette.ts';
import { box } from '../shape.ts';
import { Arm } from './arm.tsx';
import { Head } from './head.tsx';
import type { Mouth } from './head.tsx';
import { Folder, Letter, Sheet, Stamp } from './holdings.tsx';
import { Leg, Shoe } from './leg.tsx';

export type OfficerProps = {
  /** Hands a paper over, stamps, or shows with an open hand. */
  readonly gesture?: 'hand-over' | 'stamp' | 'show' | undefined;
  readonly mouth?: Mouth | undefined;
  readonly kind?: 'desk' | 'post' | 'police' | undefined;
};

const skin = skins.fair;

function PonyTail(): ReactElement {
  return <Ink d="M-30 -30C-56 -42 -74 -20 -70 14C-68 34 -60 46 -52 50C-50 36 -44 20 -38 4Z" fill={palette.ink} sliver={4} amount={0.9} />;
}

function Fringe(): ReactElement {
  return (
    <>
      <Ink d="M-37 4C-46 -24 -34 -56 2 -57C32 -57 44 -36 37 -12C26 -18 18 -28 14 -38C4 -26 -18 -24 -24 -6C-26 6 -34 12 -37 4Z" fill={palette.ink} sliver={4.5} amount={0.8} />
      <Line d="M-42 -28C-38 -34 -36 -36 -32 -38" width={6} color={palette.lacquer} amount={0.3} />
    </>
  );
}

function Cap({ color }: { readonly color: string }): ReactElement {
  return (
    <>
      <Ink d="M-38 8C-42 -8 -40 -20 -36 -28L-20 -26C-24 -14 -25 -2 -26 8C-28 14 -36 14 -38 8Z" fill={palette.ink} width={4} sliver={2} amount={0.6} />
      <Ink d="M-42 -24C-46 -50 -20 -66 4 -64C30 -62 42 -46 40 -30C14 -36 -14 -34 -42 -24Z" fill={color} sliver={4} amount={0.7} />
      <Ink d="M2 -34C24 -40 48 -36 58 -24C50 -20 40 -22 30 -24C20 -26 10 -26 2 -26Z" fill={color} width={4.4} sliver={2} amount={0.5} />
    </>
  );
}

const coats: Readonly<Record<NonNullable<OfficerProps['kind']>, string>> = { desk: palette.whitePaper, post: palette.faceWash, police: palette.youngLeaf };

function Trunk({ kind }: { readonly kind: NonNullable<OfficerProps['kind']> }): ReactElement {
  const coat = coats[kind];
  return (
    <>
      <Ink d="M-18 -170C-48 -164 -64 -144 -66 -112C-68 -74 -62 -36 -62 6H56C58 -36 60 -76 54 -114C50 -144 42 -164 22 -170Z" fill={coat} sliver={kind === 'desk' ? 0 : 5} />
      <Line d="M-17 -172L4 -144L24 -172M4 -144L6 4" width={3.6} amount={0.6} />
      {kind === 'desk' ? (
        <>
          <Line d="M-19 -170C-14 -130 -6 -108 4 -94M26 -170C24 -136 16 -108 4 -94" width={6} color={palette.jade} amount={0.6} />
          <Ink d={box(-13, -94, 36, 44, 4)} fill={palette.youngLeaf} width={4} sliver={2} amount={0.6} />
          <path d="M5 -84a6.500 6.500 0 1 0 .1 0" fill={palette.jade} />
          <Line d="M-4 -60H14" width={4} color={palette.jade} amount={0.3} />
        </>
      ) : (
        <Flat d="M-46 -108H-18V-102H-46Z" fill={kind === 'post' ? palette.indigo : palette.jade} />
      )}
    </>
  );
}

/** The person behind the counter, seen to the hips, facing right; origin where the counter top hides the body. */
export function Officer({ gesture = 'hand-over', mouth = 'smile', kind = 'desk' }: OfficerProps): ReactElement {
  const coat = coats[kind];
  const bare = kind !== 'desk';
  const sleeve = { sleeve: coat, skin, bare, widths: [40, 36, 27] } as const;
  const held = gesture === 'hand-over' ? <Place x={30} y={-8} turn={14} scale={0.9}><Sheet /></Place> : undefined;
  return (
    <>
      <Arm shoulder={[34, -136]} elbow={[74, -72]} wrist={gesture === 'hand-over' ? [132, -84] : gesture === 'show' ? [126, -104] : [60, -34]} hand={gesture === 'show' ? 'open' : gesture === 'stamp' ? 'rest' : 'fist'} {...sleeve} held={held} />
      <Ink d="M-12 -194L18 -194L22 -164C8 -154 -4 -154 -16 -164Z" fill={skin.base} sliver={2} />
      <Trunk kind={kind} />
      <Place x={8} y={-222} turn={gesture === 'hand-over' ? 5 : 0}>
        <Head view="threeQuarter" skin={skin} mouth={mouth} behind={<PonyTail />}>
          {kind === 'desk' ? <Fringe /> : <Cap color={kind === 'post' ? palette.indigo : palette.jade} />}
        </Head>
      </Place>
      {gesture === 'stamp' ? (
        <Arm shoulder={[-42, -134]} elbow={[-64, -66]} wrist={[-8, -46]} hand="fist" {...sleeve} bend={-12} held={<Place x={4} y={46}><Stamp /></Place>} />
      ) : (
        <Arm shoulder={[-42, -134]} elbow={[-66, -62]} wrist={[-12, -22]} hand="rest" {...sleeve} bend={-30} />
      )}
    </>
  );
}

/** A postwoman on her round with bag and letter, facing right; built on the same trunk, 440 units tall, feet at (0, 0). */
export function PostClerk({ holding = 'letter' }: { readonly holding?: 'letter' | 'folder' | undefined }): ReactElement {
  return (
    <>
      <Place y={-186}>
        <Arm shoulder={[34, -136]} elbow={[72, -78]} wrist={[126, -96]} sleeve={coats.post} skin={skin} hand="fist" bare widths={[40, 36, 27]} held={holding === 'letter' ? <Place x={24} y={-12} turn={6}><Letter /></Place> : <Place x={20} y={-16}><Folder /></Place>} />
      </Place>
      <Leg hip={[20, -196]} ankle={[28, -16]} cloth={palette.thinInk} widths={[50, 42, 38]} />
      <Shoe at={[32, 0]} color={palette.woodDark} skin={skin} />
      <Leg hip={[-24, -196]} ankle={[-26, -16]} cloth={palette.thinInk} widths={[54, 44, 40]} />
      <Shoe at={[-22, 0]} color={palette.woodDark} skin={skin} />
      <Place y={-186}>
        <Ink d="M-12 -194L18 -194L22 -164C8 -154 -4 -154 -16 -164Z" fill={skin.base} sliver={2} />
        <Trunk kind="post" />
        <Line d="M30 -160C-4 -110 -40 -60 -60 -10" width={14} amount={0.8} />
        <Line d="M30 -160C-4 -110 -40 -60 -60 -10" width={6} color={palette.wood} amount={0.8} />
        <Ink d="M-96 -22L-34 -30C-30 -4 -28 18 -30 40L-94 44C-98 22 -98 0 -96 -22Z" fill={palette.wood} amount={1} />
        <Line d="M-96 -20C-84 8 -44 6 -34 -28" width={4} />
        <Place x={8} y={-222}>
          <Head view="threeQuarter" skin={skin} mouth="laugh" behind={<PonyTail />}>
            <Cap color={palette.indigo} />
          </Head>
        </Place>
        <Arm shoulder={[-42, -134]} elbow={[-72, -74]} wrist={[-58, -30]} sleeve={coats.post} skin={skin} hand="fist" bare widths={[40, 36, 27]} />
      </Place>
    </>
  );
}
