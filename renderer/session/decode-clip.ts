/** A machine that is busy may be slow, ms. */
const PATIENCE = 30_000;
/** How far a clip's length may lie from what the playlist says, s. */
const LENGTH_OFF = 2;
/** The end of a clip that is played rather than looked at, s. */
const TAIL = 0.4;

/**
 * Decodes a clip unseen: its length, a picture at the beginning, in the middle and near the end, and the end itself.
 * Null when it plays, else why not. A file that was cut short fails at its end, where its head promised more.
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
    if (!Number.isFinite(duration) || Math.abs(duration - seconds) > LENGTH_OFF) return `it is ${Math.round(duration * 10) / 10} s long and should be ${seconds} s`;
    for (const at of [0, duration / 2, Math.max(0, duration - TAIL)]) {
      const missing = await lookAt(video, at);
      if (missing !== null) return missing;
    }
    return await playOut(video, duration);
  } finally {
    video.removeAttribute('src');
    video.load();
  }
}

async function lookAt(video: HTMLVideoElement, at: number): Promise<string | null> {
  const seeked = happens(video, 'seeked');
  video.currentTime = at;
  const refusal = await seeked;
  if (refusal !== null) return refusal;
  const hasPicture = video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && Math.abs(video.currentTime - at) < TAIL;
  return hasPicture ? null : `there is no picture at ${Math.round(at * 10) / 10} s`;
}

async function playOut(video: HTMLVideoElement, duration: number): Promise<string | null> {
  const ended = happens(video, 'ended');
  try {
    await video.play();
  } catch (cause) {
    return cause instanceof Error ? cause.message : 'it did not start';
  }
  const refusal = await ended;
  return refusal ?? (video.currentTime < duration - TAIL ? 'it ends too early' : null);
}

/** Null when the event came; else what came instead of it. */
function happens(video: HTMLVideoElement, event: 'loadedmetadata' | 'seeked' | 'ended'): Promise<string | null> {
  return new Promise((done) => {
    const ended = new AbortController();
    const end = (outcome: string | null): void => {
      clearTimeout(timer);
      ended.abort();
      done(outcome);
    };
    const timer = setTimeout(() => end(`${event} did not come in ${PATIENCE / 1000} s`), PATIENCE);
    video.addEventListener(event, () => end(null), { signal: ended.signal });
    video.addEventListener('error', () => end(video.error?.message || 'it cannot be decoded'), { signal: ended.signal });
  });
}
