import type { ProbeReport } from '#contract/library.ts';
import type { MediaFacts } from '../../library-ports.ts';
import type { ContainerLook } from './file-look.ts';

/** The two shapes of docs/clips.md. */
export const SHAPES = { tall: { width: 1080, height: 1008 }, wide: { width: 1920, height: 624 } } as const;
export type Shape = keyof typeof SHAPES;

/** What a kiosk decodes without a doubt. */
const CODECS: Readonly<Record<ContainerLook['type'], readonly string[]>> = { 'video/mp4': ['h264'], 'video/webm': ['vp8', 'vp9'] };
const LONGEST_SECONDS = 600;
const MOST_FRAMES = 30.5;
/** Twice what the clips of docs/clips.md need: a mini PC's decoder and a commune's line stay with it. */
const MOST_BITS = 4_000_000;
const LONGEST_SIDE = 1920;
/** A film of this many points a side stops a decoder instead of straining it. */
const UNSHOWABLE_SIDE = 4096;

export type ClipVerdict = {
  /** Why a kiosk could not show it at all, as ids with their values; empty: it may be kept. */
  readonly refused: readonly { readonly id: string; readonly value: string }[];
  readonly report: ProbeReport;
};

/**
 * Holds a film against the one profile. What can be shown but differs is reported with the ffmpeg line
 * that mends it; what a kiosk cannot show is refused.
 */
export function judgeClip(look: ContainerLook, facts: MediaFacts | null, shape: Shape, bytes: number): ClipVerdict {
  const codec = facts?.codec ?? look.codec;
  const width = facts?.width ?? look.width;
  const height = facts?.height ?? look.height;
  const seconds = facts?.seconds ?? look.seconds;
  const hasSound = facts?.hasSound ?? look.hasSound;
  const bitsPerSecond = facts?.bitsPerSecond ?? (seconds === null ? null : Math.round((bytes * 8) / seconds));
  const framesPerSecond = facts?.framesPerSecond ?? null;
  const side = Math.max(width ?? 0, height ?? 0);
  const refused = [
    ...(codec !== null && !CODECS[look.type].includes(codec) ? [{ id: 'codec', value: codec }] : []),
    ...(codec === null ? [{ id: 'no-film', value: look.type }] : []),
    ...(side > UNSHOWABLE_SIDE ? [{ id: 'picture-size', value: `${width}×${height}` }] : []),
    ...(seconds !== null && (seconds > LONGEST_SECONDS || seconds < 1) ? [{ id: 'length', value: seconds.toFixed(1) }] : []),
  ];
  const findings = [
    ...refused,
    ...(facts?.pixelFormat !== undefined && facts.pixelFormat !== null && facts.pixelFormat !== 'yuv420p' ? [{ id: 'pixel-format', value: facts.pixelFormat }] : []),
    ...(width !== null && height !== null && !hasShape(width, height, shape) ? [{ id: 'shape', value: `${width}×${height}` }] : []),
    ...(side > LONGEST_SIDE && side <= UNSHOWABLE_SIDE ? [{ id: 'picture-size', value: `${width}×${height}` }] : []),
    ...(hasSound === true ? [{ id: 'sound', value: '' }] : []),
    ...(framesPerSecond !== null && framesPerSecond > MOST_FRAMES ? [{ id: 'frame-rate', value: framesPerSecond.toFixed(1) }] : []),
    ...(bitsPerSecond !== null && bitsPerSecond > MOST_BITS ? [{ id: 'bit-rate', value: (bitsPerSecond / 1e6).toFixed(1) }] : []),
    ...(look.isIndexLast ? [{ id: 'index-last', value: '' }] : []),
  ];
  const unknown = facts === null ? [{ id: 'not-probed', value: '' }] : [];
  const report: ProbeReport = {
    by: facts === null ? 'own-look' : 'ffprobe',
    type: look.type,
    codec,
    width,
    height,
    seconds,
    framesPerSecond,
    bitsPerSecond,
    hasSound,
    findings: [...findings, ...unknown],
    fix: findings.length === 0 ? null : fixLine(shape),
  };
  return { refused, report };
}

/** A player crops a little; more than a tenth would cut off what matters. */
export function hasShape(width: number, height: number, shape: Shape): boolean {
  const wanted = SHAPES[shape].width / SHAPES[shape].height;
  return Math.abs(width / height / wanted - 1) <= 0.1;
}

/** docs/clips.md as one line for a terminal. */
function fixLine(shape: Shape): string {
  const { width, height } = SHAPES[shape];
  const filter = `scale=${width}:${height}:force_original_aspect_ratio=increase,crop=${width}:${height}:(iw-ow)/2:ih-oh`;
  return `ffmpeg -i INPUT -an -sn -vf "${filter}" -r 25 -c:v libx264 -preset medium -crf 25 -profile:v high -pix_fmt yuv420p -g 50 -movflags +faststart OUTPUT.mp4`;
}
