import type { ClipFile } from '#contract/content-pack.ts';

/**
 * A clip keeps its picture this long after it was told to go: what takes its place is then on the screen.
 * Without it one change in two shows a frame of nothing (docs/decisions/0011). ms
 */
const OVERLAP_MS = 120;

/** What a <video> will do when its overlap is over. */
const waiting = new WeakMap<HTMLVideoElement, { task: () => void }>();

/** Goes up whenever a <video> is given another clip or none: a refusal that comes late must not blame the next clip. */
const uses = new WeakMap<HTMLVideoElement, number>();

function beginUse(video: HTMLVideoElement): void {
  uses.set(video, (uses.get(video) ?? 0) + 1);
}

/** What it still holds belongs to a clip that has left: its errors are nobody's any more. */
export function isLeaving(video: HTMLVideoElement): boolean {
  return waiting.has(video);
}

/** Loads the first encoding that this browser plays into a <video> that has been used before. */
export function loadClip(video: HTMLVideoElement, file: ClipFile, mediaBase: string): void {
  const playable = file.sources.find((source) => video.canPlayType(source.type) !== '') ?? file.sources[0];
  if (playable === undefined) return;
  beginUse(video);
  const load = (): void => {
    video.src = mediaBase + playable.path;
    video.load();
  };
  const leaving = waiting.get(video);
  if (leaving === undefined) load();
  else leaving.task = load;
}

/** Plays from where it stands; a refusal is a reason, not an exception. */
export function playVideo(video: HTMLVideoElement, refused: (reason: string) => void): void {
  endOverlap(video);
  const use = uses.get(video);
  video.play().catch((cause: unknown) => {
    if (uses.get(video) !== use) return;
    // Retired while it was starting: nothing is wrong with the clip.
    if (cause instanceof DOMException && cause.name === 'AbortError') return;
    refused(cause instanceof Error ? cause.message : 'the clip did not start');
  });
}

/** Gives the decoder and its memory back once the overlap is over; the element stays and is used again. */
export function retireVideo(video: HTMLVideoElement): void {
  beginUse(video);
  if (waiting.has(video)) return;
  const empty = (): void => {
    video.pause();
    video.removeAttribute('src');
    video.load();
  };
  const leaving = { task: empty };
  waiting.set(video, leaving);
  setTimeout(() => {
    if (waiting.get(video) === leaving) endOverlap(video);
  }, OVERLAP_MS);
}

function endOverlap(video: HTMLVideoElement): void {
  const leaving = waiting.get(video);
  waiting.delete(video);
  leaving?.task();
}

const REASONS: Readonly<Record<number, string>> = { 1: 'stopped', 2: 'could not be read', 3: 'could not be decoded', 4: 'is missing or of an unknown kind' };

/** Why a <video> failed, for the staff's list. */
export function failureOf(video: HTMLVideoElement): string {
  const code = video.error?.code ?? 0;
  return `the file ${REASONS[code] ?? 'failed'}`;
}
