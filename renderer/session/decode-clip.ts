/** A machine that is busy may be slow, ms. */
const PATIENCE = 20_000;
/** How far a clip's length may lie from what the playlist says, s. */
const LENGTH_OFF = 2;
/** How far before its end the last picture is looked for, s. */
const TAIL = 0.4;
/** How far a decoded picture may lie from where it was looked for: clips have many a second, s. */
const PICTURE_OFF = 1;

/**
 * Decodes a clip unseen: its length, and a picture at the beginning, in the middle and just before the end. Null when
 * it plays, else why not. A file that was cut short keeps the length its head promises and gives an earlier picture
 * for the end, so the time of the picture itself is what counts.
 */
export async function decodeClip(page: Document, src: string, seconds: number): Promise<string | null> {
  const video = page.createElement('video');
  video.muted = true;
  video.preload = 'auto';
  try {
    const loaded = happens(video, 'loadedmetadata');
    video.src = src;
    const refusal = await loaded;
    if (refusal !== null) return refusal;
    const { duration } = video;
    if (!Number.isFinite(duration) || Math.abs(duration - seconds) > LENGTH_OFF) return `it is ${inTenths(duration)} s long and should be ${seconds} s`;
    for (const at of [0, duration / 2, Math.max(0, duration - TAIL)]) {
      const missing = await lookAt(video, at);
      if (missing !== null) return missing;
    }
    return null;
  } finally {
    video.removeAttribute('src');
    video.load();
  }
}

async function lookAt(video: HTMLVideoElement, at: number): Promise<string | null> {
  const picture = pictureTime(video);
  const seeked = happens(video, 'seeked');
  video.currentTime = at;
  const refusal = await seeked;
  if (refusal !== null) return refusal;
  const time = await picture;
  return time !== null && Math.abs(time - at) <= PICTURE_OFF ? null : `there is no picture at ${inTenths(at)} s`;
}

/** The place in the clip of the next picture that is decoded; null when none is. */
function pictureTime(video: HTMLVideoElement): Promise<number | null> {
  return new Promise((done) => {
    const timer = setTimeout(() => done(null), PATIENCE);
    video.requestVideoFrameCallback((_now, { mediaTime }) => {
      clearTimeout(timer);
      done(mediaTime);
    });
  });
}

/** Null when the event came; else what came instead of it. */
function happens(video: HTMLVideoElement, event: 'loadedmetadata' | 'seeked'): Promise<string | null> {
  return new Promise((done) => {
    const over = new AbortController();
    const end = (outcome: string | null): void => {
      clearTimeout(timer);
      over.abort();
      done(outcome);
    };
    const timer = setTimeout(() => end(`${event} did not come in ${PATIENCE / 1000} s`), PATIENCE);
    video.addEventListener(event, () => end(null), { signal: over.signal });
    video.addEventListener('error', () => end(video.error?.message || 'it cannot be decoded'), { signal: over.signal });
  });
}

function inTenths(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}
