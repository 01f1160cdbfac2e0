import type { Page } from 'playwright-core';

/** What a page showed while its clips changed. Gaps are ms without a new frame on the screen. */
export type Shown = {
  readonly changes: number;
  /** Gaps within clips, and those over which the clip changed. */
  readonly inside: readonly number[];
  readonly swaps: readonly number[];
  /** Page frames, and those at which no picture was there to be drawn. */
  readonly pageFrames: number;
  readonly emptyFrames: number;
  readonly videoFrames: number;
  readonly droppedFrames: number;
  /** Distinct <video> elements ever seen. */
  readonly elements: number;
};

/** Watches `video.is-front` in every document of the page, once a page frame and at every video frame. */
export async function addClipProbe(page: Page): Promise<void> {
  await page.addInitScript(installProbe);
}

function installProbe(): void {
  type Quality = { total: number; dropped: number };
  type Known = { frames: number; quality: Quality; source: string };
  const known = new Map<HTMLVideoElement, Known>();
  const shown = { changes: 0, inside: [] as number[], swaps: [] as number[], pageFrames: 0, emptyFrames: 0, videoFrames: 0, droppedFrames: 0, elements: 0 };
  let lastShown = 0;
  let source = '';
  const frontOf = (): HTMLVideoElement | null => document.querySelector('video.is-front');
  const mark = (video: HTMLVideoElement, now: number): void => {
    if (lastShown > 0) (video.currentSrc === source ? shown.inside : shown.swaps).push(now - lastShown);
    if (video.currentSrc !== source) shown.changes += 1;
    source = video.currentSrc;
    lastShown = now;
  };
  const keepQuality = (of: Quality): void => {
    shown.videoFrames += of.total;
    shown.droppedFrames += of.dropped;
  };
  const meet = (video: HTMLVideoElement): Known => {
    const before = known.get(video);
    if (before !== undefined) return before;
    const made: Known = { frames: 0, quality: { total: 0, dropped: 0 }, source: '' };
    known.set(video, made);
    shown.elements += 1;
    video.addEventListener('emptied', () => (made.frames = 0));
    const frame = (now: number): void => {
      made.frames += 1;
      if (video === frontOf()) mark(video, now);
      video.requestVideoFrameCallback(frame);
    };
    video.requestVideoFrameCallback(frame);
    return made;
  };
  const look = (now: number): void => {
    for (const video of document.querySelectorAll('video')) {
      const about = meet(video);
      const { totalVideoFrames: total, droppedVideoFrames: dropped } = video.getVideoPlaybackQuality();
      // A new source counts from nothing.
      if (total < about.quality.total) keepQuality(about.quality);
      about.quality = { total, dropped };
    }
    const front = frontOf();
    if (source !== '' || front !== null) shown.pageFrames += 1;
    const drawn = front !== null && front.readyState >= 2 && (known.get(front)?.frames ?? 0) > 0;
    if (source !== '' && !drawn) shown.emptyFrames += 1;
    // It came with a frame that was drawn while it was hidden.
    if (front !== null && drawn && front.currentSrc !== source) mark(front, now);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  Object.assign(window, {
    clipProbe: () => {
      for (const about of known.values()) {
        keepQuality(about.quality);
        about.quality = { total: 0, dropped: 0 };
      }
      return shown;
    },
    clipChanges: () => shown.changes,
  });
}

type Probed = { clipProbe: () => Shown; clipChanges: () => number };

export async function clipChanges(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as Probed).clipChanges());
}

/** The end of the watch: closes the counts of the clips that play now. */
export async function takeShown(page: Page): Promise<Shown> {
  return page.evaluate(() => (window as unknown as Probed).clipProbe());
}
