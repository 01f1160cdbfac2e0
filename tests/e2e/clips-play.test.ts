import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Value } from 'typebox/value';
import { Playlist } from '#contract/content-pack.ts';
import { inProject } from '#build/project-root.ts';
import { closeBrowser, openBrowser } from '#tests/driver/browser.ts';

const inPack = (path: string): string => inProject(`assets/pack/${path}`);
const { items } = Value.Parse(Playlist, JSON.parse(readFileSync(inPack('playlist.json'), 'utf8')));
const clips = items.flatMap((item) => (item.kind === 'clip' ? [item] : []));
const TYPES: Readonly<Record<string, string>> = { '.webm': 'video/webm', '.mp4': 'video/mp4', '.vtt': 'text/vtt' };

/** The pack with byte ranges, which a looping video asks for. */
function packServer(): Server {
  return createServer((request, response) => {
    if (request.url === '/') return response.setHeader('content-type', 'text/html').end('<!doctype html>');
    const file = readFileSync(inPack(request.url?.slice(1) ?? ''));
    const [, from, to] = /bytes=(\d+)-(\d*)/.exec(request.headers.range ?? '') ?? [];
    const [start, end] = [Number(from ?? 0), to === undefined || to === '' ? file.length - 1 : Number(to)];
    response.writeHead(from === undefined ? 200 : 206, { 'content-type': TYPES[extname(request.url ?? '')] ?? '', 'accept-ranges': 'bytes', 'content-length': end - start + 1, 'content-range': `bytes ${start}-${end}/${file.length}` });
    return response.end(file.subarray(start, end + 1));
  });
}

type Seen = { readonly playable: boolean; readonly width: number; readonly height: number; readonly seconds: number; readonly cues: number; readonly lastCue: number; readonly looped: boolean };

/** Runs in the page: starts the clip, jumps close to its end and waits until it has begun again. */
async function watch([source, captions]: readonly [string, string]): Promise<Seen> {
  const video = document.createElement('video');
  Object.assign(video, { muted: true, loop: true, src: source });
  const track = Object.assign(document.createElement('track'), { kind: 'captions', srclang: 'vi', src: captions, default: true });
  const cues = new Promise<readonly TextTrackCue[]>((resolve) => track.addEventListener('load', () => resolve([...(track.track.cues ?? [])])));
  video.append(track);
  document.body.append(video);
  const playable = await new Promise<boolean>((resolve) => {
    video.addEventListener('playing', () => resolve(true), { once: true });
    video.addEventListener('error', () => resolve(false), { once: true });
    void video.play().catch(() => resolve(false));
  });
  if (!playable) return { playable, width: 0, height: 0, seconds: 0, cues: 0, lastCue: 0, looped: false };
  const all = await cues;
  video.currentTime = video.duration - 0.4;
  const looped = await new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), 20_000);
    video.addEventListener('timeupdate', () => {
      if (video.currentTime > 2) return;
      clearTimeout(timer);
      resolve(true);
    });
  });
  const seen = { playable, width: video.videoWidth, height: video.videoHeight, seconds: video.duration, cues: all.length, lastCue: all.at(-1)?.endTime ?? 0, looped };
  video.remove();
  return seen;
}

describe('a clip in a real browser', () => {
  const server = packServer();
  let address = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.close();
    await closeBrowser();
  });

  it.each(clips.map((clip) => [clip.id, clip] as const))('plays and loops %s in one of its encodings, with all captions within it (E088)', { timeout: 120_000 }, async (_, clip) => {
    const page = await (await openBrowser()).newPage();
    await page.goto(address);
    for (const { sources, width, height } of [clip.tall, clip.wide]) {
      const seen = await Promise.all(sources.map(({ path }) => page.evaluate(watch, [`/${path}`, `/${clip.captions.vi}`] as const)));
      // WebM plays everywhere; a Chromium without licensed codecs refuses MP4, and the kiosk then plays the other.
      expect(seen[0]?.playable).toBe(true);
      for (const one of seen.filter(({ playable }) => playable)) {
        expect(one).toMatchObject({ width, height, looped: true });
        expect(Math.abs(one.seconds - clip.seconds)).toBeLessThan(0.1);
        expect(one.cues).toBeGreaterThan(3);
        expect(one.lastCue).toBeLessThanOrEqual(one.seconds);
      }
    }
    await page.close();
  });
});
