import { FRAME_RATE } from '../clip.ts';
import { runFfmpeg } from './ffmpeg.ts';

/** Colours as every player reads them, and files that are the same on every run. */
const BT709 = ['-color_primaries', 'bt709', '-color_trc', 'bt709', '-colorspace', 'bt709', '-color_range', 'tv'] as const;
const SAME = ['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:v', '+bitexact', '-an', '-sn'] as const;

/** PNG pictures on the input become a film without loss, from which the shown files are made. */
export function filmArguments(film: string): readonly string[] {
  const colours = 'scale=out_color_matrix=bt709:out_range=tv:flags=accurate_rnd+full_chroma_int,format=yuv420p';
  return ['-f', 'image2pipe', '-framerate', String(FRAME_RATE), '-c:v', 'png', '-i', '-', '-vf', colours, '-c:v', 'libx264', '-preset', 'ultrafast', '-qp', '0', ...BT709, film];
}

/** VP9 in WebM at constant quality: flat colours need no second pass, and stay clean at a crf at which a photograph would not. The quick encoder takes a seventh of the time of the careful one for a third more bytes. */
export async function encodeWebm(film: string, file: string): Promise<void> {
  await runFfmpeg(['-i', film, '-c:v', 'libvpx-vp9', '-crf', '46', '-b:v', '0', '-g', '150', '-deadline', 'realtime', '-cpu-used', '6', '-row-mt', '1', '-tile-columns', '1', '-threads', '2', '-pix_fmt', 'yuv420p', ...BT709, ...SAME, file]);
}

/** H.264 in MP4, its index in front, a key picture every two seconds. */
export async function encodeMp4(film: string, file: string): Promise<void> {
  await runFfmpeg(['-i', film, '-c:v', 'libx264', '-preset', 'fast', '-tune', 'animation', '-crf', '29', '-profile:v', 'high', '-pix_fmt', 'yuv420p', '-g', '50', '-movflags', '+faststart', ...BT709, ...SAME, file]);
}

/** One picture as WebP. @param second of the film */
export async function encodePoster(film: string, second: number, file: string): Promise<void> {
  await runFfmpeg(['-ss', second.toFixed(2), '-i', film, '-frames:v', '1', '-c:v', 'libwebp', '-quality', '80', '-compression_level', '6', '-preset', 'drawing', ...SAME, file]);
}
