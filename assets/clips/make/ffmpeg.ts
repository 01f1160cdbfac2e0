import { execFileSync, spawn, spawnSync } from 'node:child_process';

/** The program, or another one named by FFMPEG_PATH. */
const ffmpeg = (): string => process.env['FFMPEG_PATH'] ?? 'ffmpeg';
const QUIET = ['-hide_banner', '-loglevel', 'error', '-nostdin', '-y'] as const;

/** @returns one line that says what to install, or null when all that is needed is there. */
export function missingFfmpeg(): string | null {
  const answer = spawnSync(ffmpeg(), ['-hide_banner', '-encoders'], { encoding: 'utf8' });
  if (answer.error !== undefined || answer.status !== 0) return 'ffmpeg is missing. Install it (Debian/Ubuntu: apt install ffmpeg; macOS: brew install ffmpeg; Windows: winget install ffmpeg), or name it with FFMPEG_PATH.';
  const lacking = ['libvpx-vp9', 'libx264', 'libwebp'].filter((encoder) => !answer.stdout.includes(encoder));
  return lacking.length === 0 ? null : `This ffmpeg lacks ${lacking.join(', ')}. Install a full build (Debian/Ubuntu: apt install ffmpeg).`;
}

/** Runs to the end. @throws with ffmpeg's own words when it fails. */
export async function runFfmpeg(args: readonly string[]): Promise<void> {
  const child = spawn(ffmpeg(), [...QUIET, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  await ended(child);
}

/** The bytes ffmpeg writes to its output. */
export function readFfmpeg(args: readonly string[]): Buffer {
  return execFileSync(ffmpeg(), [...QUIET, ...args, '-'], { maxBuffer: 256 * 1024 * 1024 });
}

export type FramePipe = { readonly write: (frame: Buffer) => Promise<void>; readonly end: () => Promise<void> };

/** Takes pictures (PNG or JPEG files, one a frame) on its input. */
export function pipeFrames(args: readonly string[]): FramePipe {
  const child = spawn(ffmpeg(), ['-hide_banner', '-loglevel', 'error', '-y', ...args], { stdio: ['pipe', 'ignore', 'pipe'] });
  const done = ended(child);
  // A failure is told by `done`; the broken pipe that follows from it is no news.
  child.stdin.on('error', () => undefined);
  return {
    write: async (frame) => {
      if (child.stdin.write(frame)) return;
      await Promise.race([new Promise<void>((resolve) => child.stdin.once('drain', resolve)), done]);
    },
    end: async () => {
      child.stdin.end();
      await done;
    },
  };
}

function ended(child: ReturnType<typeof spawn>): Promise<void> {
  let words = '';
  child.stderr?.on('data', (part: Buffer) => (words += part.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`ffmpeg ended with ${code}: ${words.trim()}`))));
  });
}
