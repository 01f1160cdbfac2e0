import { Type } from 'typebox';
import { parserOf } from '#contract/parse.ts';
import type { MediaFacts, MediaTools } from '../library-ports.ts';
import { confinedRun } from './confined-run.ts';

/** A clip of ten minutes is probed in well under a second; a file made to hang the tool is given up. */
const PROBE_MS = 20_000;
const POSTER_MS = 30_000;
const LARGEST_POSTER = 120_000;
/** Films that are looked into at once; the next ones wait. */
const AT_ONCE = 2;
/** No network, no other files, no playlists, none of a container's own references to files: only what a clip may be. */
const SAFE_INPUT = ['-protocol_whitelist', 'file', '-format_whitelist', 'mov,mp4,m4a,3gp,3g2,mj2,matroska,webm'];
/** Decoded at most, whatever the container says of its size: 4096 × 4096. */
const SAFE_PICTURE = ['-max_pixels', String(4_096 * 4_096), '-threads', '2'];

const Rate = Type.Optional(Type.String());
const parseAnswer = parserOf(
  Type.Object({
    streams: Type.Array(
      Type.Object({
        codec_type: Type.Optional(Type.String()),
        codec_name: Type.Optional(Type.String()),
        pix_fmt: Type.Optional(Type.String()),
        width: Type.Optional(Type.Integer()),
        height: Type.Optional(Type.Integer()),
        avg_frame_rate: Rate,
        bit_rate: Rate,
        duration: Rate,
      }),
    ),
    format: Type.Object({ duration: Rate, bit_rate: Rate }),
  }),
);

/** ffprobe and ffmpeg as FFPROBE_PATH and FFMPEG_PATH name them, or as the PATH finds them. */
export function mediaTools(pathOf: (sha256: string) => string, environment: Readonly<Record<string, string | undefined>>): MediaTools {
  const ffprobe = environment['FFPROBE_PATH'] ?? 'ffprobe';
  const ffmpeg = environment['FFMPEG_PATH'] ?? 'ffmpeg';
  const run = confinedRun(AT_ONCE);
  return {
    async probe(sha256) {
      const ran = await run(ffprobe, ['-v', 'error', ...SAFE_INPUT, '-show_streams', '-show_format', '-of', 'json', '-i', `file:${pathOf(sha256)}`], PROBE_MS);
      if (ran === 'absent' || ran === 'failed') return ran === 'absent' ? 'absent' : 'broken';
      return factsIn(ran.toString('utf8')) ?? 'broken';
    },
    async poster(sha256, seconds) {
      const picture = ['-frames:v', '1', '-an', '-vf', "scale='min(1920,iw)':-2", '-c:v', 'libwebp', '-quality', '70', '-f', 'webp', 'pipe:1'];
      const ran = await run(ffmpeg, ['-v', 'error', '-nostdin', '-ss', String(seconds), ...SAFE_INPUT, ...SAFE_PICTURE, '-i', `file:${pathOf(sha256)}`, ...picture], POSTER_MS);
      return ran === 'absent' || ran === 'failed' || ran.byteLength === 0 || ran.byteLength > LARGEST_POSTER * 4 ? null : ran;
    },
  };
}

/** What ffprobe says of a file, out of its JSON; null where it is no film, or no JSON. */
export function factsIn(text: string): MediaFacts | null {
  const parsed = parseAnswer(jsonIn(text));
  if (!parsed.ok) return null;
  const { streams, format } = parsed.value;
  const pictures = streams.filter((stream) => stream.codec_type === 'video');
  const [picture] = pictures;
  if (picture?.codec_name === undefined || picture.width === undefined || picture.height === undefined) return null;
  return {
    codec: picture.codec_name,
    pixelFormat: picture.pix_fmt ?? null,
    width: picture.width,
    height: picture.height,
    seconds: numberIn(picture.duration) ?? numberIn(format.duration),
    framesPerSecond: quotientIn(picture.avg_frame_rate),
    bitsPerSecond: numberIn(format.bit_rate) ?? numberIn(picture.bit_rate),
    hasSound: streams.some((stream) => stream.codec_type === 'audio'),
  };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A tool that was fed nonsense may write some.
    return null;
  }
}

function numberIn(text: string | undefined): number | null {
  const value = Number(text ?? 'none');
  return Number.isFinite(value) && value > 0 ? value : null;
}

/** "25/1" is 25. */
function quotientIn(text: string | undefined): number | null {
  const [above, below] = (text ?? '').split('/').map(Number);
  return above === undefined || below === undefined || !(below > 0) || !(above > 0) ? null : above / below;
}
