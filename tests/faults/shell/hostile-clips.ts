import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seeded } from '../seeded.ts';

/** Ways in which a file that calls itself a clip is none, or not the one it says. */
export const HOSTILE_CLIPS: Readonly<Record<string, (whole: Buffer, seed: number) => Buffer>> = {
  truncated: (whole) => whole.subarray(0, Math.floor(whole.length * 0.4)),
  'bit-flipped': flipBits,
  'text-as-video': () => Buffer.from('Đây không phải là phim. '.repeat(400)),
  empty: () => Buffer.alloc(0),
  'huge-picture': (whole) => replaced(whole, [0xb0, 0x82], [0xff, 0xfe]),
  'unknown-codec': (whole) => Buffer.from(whole.toString('latin1').replace('V_VP9', 'V_XX9').replace('V_VP8', 'V_XX8'), 'latin1'),
  'endless-head': (whole) => Buffer.concat([whole.subarray(0, 40), Buffer.from([0xec, 0x01, 0x03, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]), Buffer.alloc(2 ** 20, 0xec)]),
};

/** One bit in every 200 bytes or so behind the head, where pictures are. */
function flipBits(whole: Buffer, seed: number): Buffer {
  const random = seeded(seed);
  const flipped = Buffer.from(whole);
  for (let at = 300; at < flipped.length; at += random.between(20, 400)) flipped[at] = (flipped[at] ?? 0) ^ (1 << random.between(0, 7));
  return flipped;
}

/** The two bytes behind a mark, such as the width of the picture in Matroska. */
function replaced(whole: Buffer, mark: readonly number[], by: readonly number[]): Buffer {
  const changed = Buffer.from(whole);
  const at = changed.indexOf(Buffer.from(mark));
  if (at !== -1) changed.set(by, at + mark.length);
  return changed;
}

/** Puts a playlist of these clips into a pack: the good one first when it is wanted, then each hostile one. */
export function spoilClips(packDir: string, seed: number, withGood: boolean): readonly string[] {
  const clips = join(packDir, 'clips');
  const whole = readFileSync(join(clips, 'blue.webm'));
  const words = readFileSync(join(clips, 'words.vtt'));
  rmSync(clips, { recursive: true });
  mkdirSync(clips);
  writeFileSync(join(clips, 'words.vtt'), words);
  writeFileSync(join(clips, 'good.webm'), whole);
  const ids = Object.keys(HOSTILE_CLIPS);
  for (const id of ids) writeFileSync(join(clips, `${id}.webm`), HOSTILE_CLIPS[id]?.(whole, seed) ?? whole);
  const items = [...(withGood ? ['good'] : []), ...ids].map((id) => {
    const file = { sources: [{ path: `clips/${id}.webm`, type: 'video/webm' }], poster: `clips/${id}.webm`, width: 360, height: 640 };
    const title = { vi: id, en: id };
    return { kind: 'clip', id, title, description: title, seconds: 1, tall: file, wide: file, captions: { vi: 'clips/words.vtt', en: 'clips/words.vtt' } };
  });
  writeFileSync(join(packDir, 'playlist.json'), JSON.stringify({ items }));
  return ids;
}
