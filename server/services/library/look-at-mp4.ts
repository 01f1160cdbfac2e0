import { lettersOf, viewOf, type ContainerLook, type ReadPart } from './file-look.ts';

const HEADER = 16;
/** A clip's index has some kilobytes; more is no clip. */
const LARGEST_INDEX = 16 * 1024 * 1024;
const MOST_BOXES = 200;
const CODECS: Readonly<Record<string, string>> = { avc1: 'h264', avc3: 'h264', hvc1: 'hevc', hev1: 'hevc', vp09: 'vp9', av01: 'av1', mp4v: 'mpeg4' };

type Box = { readonly name: string; readonly start: number; readonly body: number; readonly end: number };

/** Looks through the boxes of ISO/IEC 14496-12; null when the file is none. */
export async function lookAtMp4(read: ReadPart, size: number): Promise<ContainerLook | null> {
  const first = boxAt(await read(0, HEADER), 0, size);
  if (first?.name !== 'ftyp') return null;
  let sawPictures = false;
  let at = first.end;
  for (let count = 0; at < size && count < MOST_BOXES; count += 1) {
    const box = boxAt(await read(at, HEADER), at, size);
    if (box === null) return null;
    if (box.name === 'mdat') sawPictures = true;
    if (box.name === 'moov') {
      if (box.end - box.body > LARGEST_INDEX) return null;
      return { type: 'video/mp4', isIndexLast: sawPictures, ...readIndex(await read(box.body, box.end - box.body)) };
    }
    at = box.end;
  }
  return null;
}

function boxAt(header: Uint8Array, start: number, size: number): Box | null {
  if (header.byteLength < 8) return null;
  const view = viewOf(header);
  const name = lettersOf(header, 4, 4);
  const short = view.getUint32(0);
  if (short === 1 && header.byteLength < 16) return null;
  const length = short === 0 ? size - start : short === 1 ? Number(view.getBigUint64(8)) : short;
  const body = start + (short === 1 ? 16 : 8);
  const end = start + length;
  return end < body || end > size ? null : { name, start, body, end };
}

function readIndex(index: Uint8Array): Omit<ContainerLook, 'type' | 'isIndexLast'> {
  const boxes = boxesIn(index, 0, index.byteLength);
  const tracks = boxes.filter((box) => box.name === 'trak').map((box) => readTrack(index, box));
  const film = tracks.find((track) => track.handler === 'vide');
  const head = boxes.find((box) => box.name === 'mvhd');
  return {
    codec: film?.codec ?? null,
    width: film?.width ?? null,
    height: film?.height ?? null,
    seconds: head === undefined ? null : durationIn(index.subarray(head.body, head.end)),
    hasSound: tracks.length === 0 ? null : tracks.some((track) => track.handler === 'soun'),
  };
}

type Track = { readonly handler: string; readonly codec: string | null; readonly width: number | null; readonly height: number | null };

function readTrack(index: Uint8Array, track: Box): Track {
  const path = (...names: readonly string[]): Box | undefined => names.reduce<Box | undefined>((box, name) => (box === undefined ? undefined : boxesIn(index, box.body, box.end).find((each) => each.name === name)), track);
  const handler = path('mdia', 'hdlr');
  const head = path('tkhd');
  const samples = path('mdia', 'minf', 'stbl', 'stsd');
  const fourLetters = samples === undefined || samples.end - samples.body < 16 ? null : lettersOf(index, samples.body + 12, 4);
  const sides = head === undefined || head.end - head.body < 16 ? null : viewOf(index.subarray(head.end - 8, head.end));
  return {
    handler: handler === undefined || handler.end - handler.body < 12 ? '' : lettersOf(index, handler.body + 8, 4),
    codec: fourLetters === null ? null : (CODECS[fourLetters] ?? fourLetters),
    // Fixed-point numbers, 16 bits before the point.
    width: sides === null ? null : sides.getUint16(0),
    height: sides === null ? null : sides.getUint16(4),
  };
}

function boxesIn(bytes: Uint8Array, start: number, end: number): readonly Box[] {
  const boxes: Box[] = [];
  for (let at = start; at < end && boxes.length < MOST_BOXES; ) {
    const box = boxAt(bytes.subarray(at, Math.min(end, at + HEADER)), at, end);
    if (box === null || box.end === at) break;
    boxes.push(box);
    at = box.end;
  }
  return boxes;
}

function durationIn(head: Uint8Array): number | null {
  const view = viewOf(head);
  const isLong = head[0] === 1;
  if (head.byteLength < (isLong ? 32 : 20)) return null;
  const scale = view.getUint32(isLong ? 20 : 12);
  const duration = isLong ? Number(view.getBigUint64(24)) : view.getUint32(16);
  return scale === 0 || duration === 0 ? null : duration / scale;
}
