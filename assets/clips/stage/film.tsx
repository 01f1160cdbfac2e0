import type { CSSProperties, ReactElement } from 'react';
import { LotusMark } from '#renderer/art/lotus.tsx';
import { pageOf, standingAt, wipedAt, writtenAt, type Clip, type Standing } from '../clip.ts';
import type { Layout } from '../layout.ts';
import { ink } from '../timeline.ts';
import { Headline, Plate } from './headline.tsx';
import { Note } from './scenery.tsx';
import { Hem, Spine } from './strip.tsx';

type FilmProps = { readonly clip: Clip; readonly layout: Layout; readonly seconds: number };

/** The whole picture of a clip at one moment. */
export function Film({ clip, layout, seconds }: FilmProps): ReactElement {
  const standing = standingAt(clip.text, seconds);
  const arriving = standing.length > 1 ? standing[1] : undefined;
  const gone = arriving === undefined ? 0 : ink(arriving.arrived);
  const height = layout.floor?.y ?? layout.height;
  const edge = Math.round((layout.shape === 'tall' ? layout.width : layout.height * 1.5) * 0.06);
  return (
    <div className="film" style={{ width: layout.width, height: layout.height }}>
      <div className="above" style={{ width: layout.width, height }}>
        {standing.map((one, i) => (
          <div key={one.page.id} className="page" style={pageStyle(layout, edge, arriving, gone, i === 0 && arriving !== undefined)}>
            {pageOf(clip, one.page.id).draw(one.seconds, { layout, page: one.page })}
            {one.page.tag === undefined ? null : <Note layout={layout} x={968} y={-572} on={1} size={36} tone="soft">{one.page.tag}</Note>}
          </div>
        ))}
        {arriving === undefined ? null : <Edge layout={layout} edge={edge} height={height} arriving={arriving} gone={gone} />}
        <Headlines layout={layout} standing={standing} />
      </div>
      {layout.floor === null ? null : <Ground layout={layout} floor={layout.floor} />}
    </div>
  );
}

/** The plate stays where it is while the pages change below it; only its words are wiped and written. */
function Headlines({ layout, standing }: { readonly layout: Layout; readonly standing: readonly Standing[] }): ReactElement {
  const newest = standing[standing.length - 1];
  return (
    <Plate layout={layout}>
      {standing.map((one) => (
        <Headline key={one.page.id} layout={layout} page={one.page} written={writtenAt(one)} wiped={one === newest ? 0 : wipedAt(newest?.seconds ?? 0)} />
      ))}
    </Plate>
  );
}

function pageStyle(layout: Layout, edge: number, arriving: Standing | undefined, gone: number, leaves: boolean): CSSProperties {
  const travel = layout.width + edge;
  if (arriving === undefined) return {};
  switch (arriving.page.arrival) {
    case 'first':
      return {};
    case 'slide':
      return { transform: `translateX(${leaves ? -gone * travel : (1 - gone) * travel}px)` };
    case 'turn':
      return leaves ? { zIndex: 2, clipPath: `inset(0 ${gone * layout.width}px 0 0)` } : {};
    case 'unroll':
      return leaves ? {} : { clipPath: `inset(0 0 ${(1 - gone) * layout.height}px 0)` };
  }
}

function Edge({ layout, edge, height, arriving, gone }: { readonly layout: Layout; readonly edge: number; readonly height: number; readonly arriving: Standing; readonly gone: number }): ReactElement | null {
  const travel = layout.width + edge;
  if (arriving.page.arrival === 'unroll') return <Hem y={gone * (height + edge) - edge} width={layout.width} height={edge} />;
  return <Spine x={(1 - gone) * travel - edge} height={height} width={edge} />;
}

function Ground({ layout, floor }: { readonly layout: Layout; readonly floor: NonNullable<Layout['floor']> }): ReactElement {
  const below = layout.height - floor.y - floor.height;
  return (
    <div className="ground" style={{ top: floor.y, width: layout.width, height: layout.height - floor.y }}>
      <Hem y={0} width={layout.width} height={floor.height} />
      <div className="lotus" style={{ top: floor.height + below * 0.2, height: below * 0.6, width: layout.width }}>
        <LotusMark />
      </div>
    </div>
  );
}
