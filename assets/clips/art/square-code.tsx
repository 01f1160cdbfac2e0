import type { ReactElement } from 'react';
import { encode } from 'uqr';
import * as palette from '#renderer/art/palette.ts';

/** The portal's own address: whoever scans the picture lands there and nowhere else. */
const ADDRESS = 'https://dichvucong.gov.vn';
const code = encode(ADDRESS, { ecc: 'M', border: 0 });
const QUIET = 3;
const unit = 1 / (code.size + 2 * QUIET);
const modules = code.data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x + QUIET} ${y + QUIET}h1.02v1.02h-1.02z`] : []))).join('');

type Part = { readonly x: 0 | 1; readonly y: 0 | 1 };

/** A quarter of the code as a leaf of paper; the whole is 1 × 1. */
function Quarter({ x, y, back }: Part & { readonly back: boolean }): ReactElement {
  const id = `code-${x}${y}`;
  return (
    <>
      <rect x={x / 2} y={y / 2} width={0.5} height={0.5} fill={back ? palette.sand : '#FFFFFF'} />
      {back ? null : (
        <>
          <clipPath id={id}>
            <rect x={x / 2} y={y / 2} width={0.501} height={0.501} />
          </clipPath>
          <g clipPath={`url(#${id})`}>
            <path d={modules} transform={`scale(${unit})`} fill="#000000" />
          </g>
        </>
      )}
    </>
  );
}

/** The square code unfolding like a sheet: first across, then down; both 0..1. Its top left is (0, 0), `size` units wide. */
export function UnfoldingCode({ across, down, size }: { readonly across: number; readonly down: number; readonly size: number }): ReactElement {
  const [u, v] = [2 * across - 1, 2 * down - 1];
  return (
    <g transform={`scale(${size})`}>
      <Quarter x={0} y={0} back={false} />
      {across > 0 ? <g transform={`translate(0.5 0) scale(${u} 1) translate(-0.5 0)`}><Quarter x={1} y={0} back={u < 0} /></g> : null}
      {down > 0 ? (
        <g transform={`translate(0 0.5) scale(1 ${v}) translate(0 -0.5)`}>
          <Quarter x={0} y={1} back={v < 0} />
          <Quarter x={1} y={1} back={v < 0} />
        </g>
      ) : null}
      <path d={`M0 0H${0.5 + 0.5 * Math.max(0, u)}V${0.5 + 0.5 * Math.max(0, v)}H0Z`} fill="none" stroke={palette.ink} strokeWidth={6 / size} strokeLinejoin="round" />
    </g>
  );
}

/** The finished code, without a frame. */
export function SquareCode({ size }: { readonly size: number }): ReactElement {
  return (
    <g transform={`scale(${size})`}>
      <rect width={1} height={1} fill="#FFFFFF" />
      <path d={modules} transform={`scale(${unit})`} fill="#000000" />
    </g>
  );
}
