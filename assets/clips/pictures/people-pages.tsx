import * as palette from '#renderer/art/palette.ts';
import { Officer } from '#renderer/art/cast/officer.tsx';
import { Tick } from '#renderer/art/scenes/close-up.tsx';
import { Counter, House, Tree, Vase } from '#renderer/art/scenes/furniture.tsx';
import { Bubble } from '../art/safety.tsx';
import { Kiosk } from '../art/kiosk.tsx';
import { Cloud, Hills } from '../art/sky.tsx';
import { page, type Page } from '../clip.ts';
import { Actor } from '../stage/actor.tsx';
import { Note, Scenery } from '../stage/scenery.tsx';
import { cut, enter, ink, move } from '../timeline.ts';
import { groundOf, sunOf } from './ground.tsx';
import { LABEL_TIMES, type PersonName, type PictureChoice } from './names.ts';
import { PEOPLE } from './people.tsx';

const places: Readonly<Record<number, readonly number[]>> = { 1: [540], 2: [320, 770], 3: [200, 540, 880], 4: [140, 390, 650, 920] };
const cloud = <Cloud />;

/** Up to four people walk in from both sides. */
export function crowdPage(choice: PictureChoice): Page {
  const who = (choice.people ?? ['grandmother', 'student', 'wheelchair']).slice(0, 4);
  const xs = places[who.length] ?? [];
  const sun = sunOf(choice, 'saffron', 540, -310, 320);
  const walk = (i: number) => move(0.1 + 0.12 * i, 1.2, (xs[i] ?? 540) > 540 ? 1500 + 120 * i : -420 + 60 * i, xs[i] ?? 540);
  return page({ a: walk(0), b: walk(1), c: walk(2), d: walk(3), glad: cut(1.9) }, (now, { layout }) => {
    const at = [now.a, now.b, now.c, now.d];
    return (
      <Scenery layout={layout} ground={groundOf(choice, 'saffron')}>
        {sun}
        <Actor x={200} y={-470} scale={0.9}>{cloud}</Actor>
        {who.map((name, i) => <Walker key={name} name={name} x={at[i] ?? 0} end={xs[i] ?? 540} isGlad={now.glad > 0} />)}
      </Scenery>
    );
  });
}

type WalkerProps = { readonly name: PersonName; readonly x: number; readonly end: number; readonly isGlad: boolean; readonly scale?: number };

/** A figure that faces the middle of the stage. */
export function Walker({ name, x, end, isGlad, scale = 1 }: WalkerProps) {
  const one = PEOPLE[name];
  return <Actor x={x} end={end} scale={one.scale * scale} flip={end > 540}>{isGlad ? one.glad : one.calm}</Actor>;
}

const desks = {
  counter: { officer: <Officer gesture="show" mouth="laugh" />, color: palette.leaf },
  'post-counter': { officer: <Officer gesture="show" mouth="laugh" kind="post" />, color: palette.indigo },
  'police-counter': { officer: <Officer gesture="show" mouth="laugh" kind="police" />, color: palette.jade },
} as const;

/** Somebody comes to a counter and is answered; its labels stand on the front of the counter. */
export function counterPage(kind: keyof typeof desks, choice: PictureChoice, hasLabels: boolean): Page {
  const [first = 'grandmother', second] = choice.people ?? [];
  const sits = first === 'wheelchair';
  const sun = sunOf(choice, 'pale', 420, -330, 270);
  const desk = (
    <>
      <Actor x={824} y={-256} scale={1.2} flip>{desks[kind].officer}</Actor>
      <Actor x={sits ? 600 : 470}><Counter width={sits ? 520 : 640} height={246} color={desks[kind].color} flowers={!hasLabels} lowWidth={sits ? 180 : 0} /></Actor>
      <Actor x={1020} y={-268} scale={0.92}><Vase /></Actor>
    </>
  );
  return page(
    { person: move(0.1, 1.3, -260, 300), other: move(0.3, 1.3, -460, 96), asks: enter(1.7, 0.4), one: enter(LABEL_TIMES[kind][0] - 0.2, 0.4), two: enter(LABEL_TIMES[kind][1] - 0.2, 0.4), glad: cut(1.6) },
    (now, { layout, page: words }) => (
      <>
        <Scenery layout={layout} ground={groundOf(choice, 'pale')}>
          {sun}
          {desk}
          {second === undefined ? null : <Walker name={second} x={now.other} end={96} isGlad={now.glad > 0} />}
          <Walker name={first} x={now.person} end={300} isGlad={now.glad > 0} />
          {now.asks > 0 ? (
            <Actor x={590} y={-516} scale={0.86 * now.asks}>
              <Bubble width={92} height={76} flip />
              <Tick x={0} y={0} r={50} />
            </Actor>
          ) : null}
        </Scenery>
        {words.labels?.['two'] === undefined ? (
          <Note layout={layout} x={sits ? 860 : 786} y={-194} on={words.labels?.['one'] === undefined ? 0 : now.one} size={56} font="head">{words.labels?.['one']?.text}</Note>
        ) : (
          <>
            <Note layout={layout} x={630} y={-194} on={now.one} size={44} font="head">{words.labels?.['one']?.text}</Note>
            <Note layout={layout} x={935} y={-194} on={now.two} size={44} font="head">{words.labels['two'].text}</Note>
          </>
        )}
      </>
    ),
  );
}

/** Two who want to know walk up to the kiosk. */
export function kioskPage(choice: PictureChoice): Page {
  const [left = 'grandfather', right = 'mother'] = choice.people ?? [];
  const backdrop = (
    <>
      {sunOf(choice, 'leaf', 540, -320, 310)}
      <Actor x={540} scale={1.04}><Kiosk /></Actor>
    </>
  );
  return page({ left: move(0.1, 1.3, -260, 236), right: move(0.3, 1.3, 1400, 850), glad: cut(1.9) }, (now, { layout }) => (
    <Scenery layout={layout} ground={groundOf(choice, 'leaf')}>
      {backdrop}
      <Walker name={left} x={now.left} end={236} isGlad={now.glad > 0} />
      <Walker name={right} x={now.right} end={850} isGlad={now.glad > 0} />
    </Scenery>
  ));
}

/** The postwoman brings the result to the door. */
export function postPage(choice: PictureChoice): Page {
  const [first = 'grandmother'] = choice.people ?? [];
  const backdrop = (
    <>
      {sunOf(choice, 'pale', 470, -320, 260)}
      <Hills fill={palette.youngLeaf} />
      <Actor x={90} scale={1.4}><Tree /></Actor>
      <Actor x={900} scale={1.95}><House open /></Actor>
    </>
  );
  return page({ clerk: move(0.1, 1.5, -300, 330, ink), person: move(0.6, 1, 900, 640), glad: cut(1.7) }, (now, { layout }) => (
    <Scenery layout={layout} ground={groundOf(choice, 'pale')}>
      {backdrop}
      <Walker name={first} x={now.person} end={640} isGlad={now.glad > 0} />
      <Walker name="postwoman" x={now.clerk} end={330} isGlad={now.glad > 0} />
    </Scenery>
  ));
}
