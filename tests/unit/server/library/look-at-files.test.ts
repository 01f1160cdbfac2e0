import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inProject } from '#build/project-root.ts';
import type { ReadPart } from '#server/services/library/file-look.ts';
import { judgeClip } from '#server/services/library/judge-clip.ts';
import { lookAtImage } from '#server/services/library/look-at-image.ts';
import { lookAtMp4 } from '#server/services/library/look-at-mp4.ts';
import { lookAtWebm } from '#server/services/library/look-at-webm.ts';

const clip = (name: string): Uint8Array => readFileSync(inProject('assets', 'pack', 'clips', name));
const partsOf = (bytes: Uint8Array): ReadPart => async (start, length) => bytes.subarray(start, start + length);
const MP4 = clip('handoff-tall.mp4');
const WEBM = clip('handoff-tall.webm');

test('our own look reads codec, size and length out of the clips that come with the program', async () => {
  expect(await lookAtMp4(partsOf(MP4), MP4.length)).toMatchObject({ type: 'video/mp4', codec: 'h264', width: 1080, height: 1008, hasSound: false, isIndexLast: false });
  expect(await lookAtWebm(partsOf(WEBM))).toMatchObject({ type: 'video/webm', codec: 'vp9', width: 1080, height: 1008, hasSound: false });
  const [mp4, webm] = [await lookAtMp4(partsOf(MP4), MP4.length), await lookAtWebm(partsOf(WEBM))];
  expect(mp4?.seconds).toBeGreaterThan(15);
  expect(Math.abs((mp4?.seconds ?? 0) - (webm?.seconds ?? 0))).toBeLessThan(0.2);
});

test('a film is told from every other file, whatever it is called', async () => {
  const others = [new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'), new TextEncoder().encode('MZ\u0000 a program'), new Uint8Array(0), clip('handoff-tall.webp'), clip('handoff.vi.vtt')];
  for (const bytes of others) {
    expect(await lookAtMp4(partsOf(bytes), bytes.length)).toBeNull();
    expect(await lookAtWebm(partsOf(bytes))).toBeNull();
  }
});

test('pictures are known by their bytes, and SVG is none', () => {
  expect(lookAtImage(clip('handoff-tall.webp'))).toEqual({ type: 'image/webp', width: 1080, height: 1008 });
  expect(lookAtImage(new TextEncoder().encode('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'))).toBeNull();
  const png = Buffer.from('89504e470d0a1a0a0000000d494844520000000a000000140806000000', 'hex');
  expect(lookAtImage(Buffer.concat([png, Buffer.alloc(20)]))).toEqual({ type: 'image/png', width: 10, height: 20 });
});

test('bytes that somebody damaged on purpose never throw and never loop', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(4_000), fc.nat(255)), { maxLength: 60 }), fc.boolean(), async (damage, cut) => {
      for (const whole of [MP4, WEBM]) {
        const bytes = Uint8Array.from(whole.subarray(0, cut ? 3_000 : 60_000));
        for (const [at, value] of damage) bytes[at] = value;
        await lookAtMp4(partsOf(bytes), bytes.length);
        await lookAtWebm(partsOf(bytes));
        lookAtImage(bytes);
      }
    }),
    { numRuns: 150 },
  );
});

test('a film is held against the one profile: what differs is named with the line that mends it', () => {
  const look = { type: 'video/mp4', codec: 'h264', width: 1080, height: 1008, seconds: 20, hasSound: false, isIndexLast: false } as const;
  expect(judgeClip(look, null, 'tall', 1_700_000)).toMatchObject({ refused: [], report: { by: 'own-look', findings: [{ id: 'not-probed' }], fix: null } });
  const facts = { codec: 'h264', pixelFormat: 'yuv422p', width: 3840, height: 2160, seconds: 20, framesPerSecond: 60, bitsPerSecond: 20e6, hasSound: true };
  const differing = judgeClip({ ...look, isIndexLast: true }, facts, 'wide', 50e6);
  expect(differing.refused).toEqual([]);
  expect(differing.report.findings.map(({ id }) => id)).toEqual(['pixel-format', 'shape', 'picture-size', 'sound', 'frame-rate', 'bit-rate', 'index-last']);
  expect(differing.report.fix).toContain('crop=1920:624');
  expect(judgeClip({ ...look, codec: 'hevc' }, null, 'tall', 9).refused).toEqual([{ id: 'codec', value: 'hevc' }]);
  expect(judgeClip({ ...look, codec: null }, null, 'tall', 9).refused).toEqual([{ id: 'no-film', value: 'video/mp4' }]);
  expect(judgeClip({ ...look, seconds: 700 }, null, 'tall', 9).refused).toEqual([{ id: 'length', value: '700.0' }]);
});
