import { lettersOf, viewOf, type ContainerLook, type ReadPart } from './file-look.ts';

/** Description and tracks stand before the pictures, in far less than this. */
const LOOK = 512 * 1024;
const MOST_ELEMENTS = 2_000;
// https://www.rfc-editor.org/rfc/rfc9559: the ids of the elements that are looked at.
const EBML = 0x1a45dfa3;
const DOC_TYPE = 0x4282;
const SEGMENT = 0x18538067;
const INFO = 0x1549a966;
const SCALE = 0x2ad7b1;
const DURATION = 0x4489;
const TRACKS = 0x1654ae6b;
const TRACK = 0xae;
const TRACK_TYPE = 0x83;
const CODEC = 0x86;
const VIDEO = 0xe0;
const WIDTH = 0xb0;
const HEIGHT = 0xba;
const CODECS: Readonly<Record<string, string>> = { V_VP8: 'vp8', V_VP9: 'vp9', V_AV1: 'av1', 'V_MPEG4/ISO/AVC': 'h264' };

type Element = { readonly id: number; readonly body: number; readonly end: number };

/** Looks through the elements of a WebM file; null when the file is none. */
export async function lookAtWebm(read: ReadPart): Promise<ContainerLook | null> {
  const bytes = await read(0, LOOK);
  const [head, ...others] = elementsIn(bytes, 0, bytes.byteLength);
  if (head?.id !== EBML) return null;
  const kind = elementsIn(bytes, head.body, head.end).find((element) => element.id === DOC_TYPE);
  if (kind === undefined || lettersOf(bytes, kind.body, Math.min(8, kind.end - kind.body)).replaceAll('\0', '') !== 'webm') return null;
  const segment = others.find((element) => element.id === SEGMENT);
  if (segment === undefined) return null;
  const inside = elementsIn(bytes, segment.body, segment.end);
  const tracks = childrenOf(bytes, inside, TRACKS).filter((element) => element.id === TRACK).map((element) => readTrack(bytes, element));
  const film = tracks.find((track) => track.type === 1);
  return {
    type: 'video/webm',
    isIndexLast: false,
    codec: film?.codec ?? null,
    width: film?.width ?? null,
    height: film?.height ?? null,
    seconds: secondsIn(bytes, childrenOf(bytes, inside, INFO)),
    hasSound: tracks.length === 0 ? null : tracks.some((track) => track.type === 2),
  };
}

type Track = { readonly type: number | null; readonly codec: string | null; readonly width: number | null; readonly height: number | null };

function readTrack(bytes: Uint8Array, track: Element): Track {
  const parts = elementsIn(bytes, track.body, track.end);
  const sides = childrenOf(bytes, parts, VIDEO);
  const codec = parts.find((part) => part.id === CODEC);
  const letters = codec === undefined ? null : lettersOf(bytes, codec.body, Math.min(40, codec.end - codec.body)).replaceAll('\0', '');
  return { type: integerOf(bytes, parts, TRACK_TYPE), codec: letters === null ? null : (CODECS[letters] ?? letters), width: integerOf(bytes, sides, WIDTH), height: integerOf(bytes, sides, HEIGHT) };
}

function secondsIn(bytes: Uint8Array, info: readonly Element[]): number | null {
  const duration = info.find((element) => element.id === DURATION);
  if (duration === undefined) return null;
  const view = viewOf(bytes.subarray(duration.body, duration.end));
  const length = duration.end - duration.body;
  const ticks = length === 8 ? view.getFloat64(0) : length === 4 ? view.getFloat32(0) : 0;
  const seconds = (ticks * (integerOf(bytes, info, SCALE) ?? 1_000_000)) / 1e9;
  return seconds > 0 && Number.isFinite(seconds) ? seconds : null;
}

function childrenOf(bytes: Uint8Array, elements: readonly Element[], id: number): readonly Element[] {
  const parent = elements.find((element) => element.id === id);
  return parent === undefined ? [] : elementsIn(bytes, parent.body, parent.end);
}

function integerOf(bytes: Uint8Array, elements: readonly Element[], id: number): number | null {
  const element = elements.find((each) => each.id === id);
  if (element === undefined || element.end - element.body > 6) return null;
  return bytes.subarray(element.body, element.end).reduce((value, byte) => value * 256 + byte, 0);
}

function elementsIn(bytes: Uint8Array, start: number, end: number): readonly Element[] {
  const elements: Element[] = [];
  for (let at = start; at < end && elements.length < MOST_ELEMENTS; ) {
    const id = variableAt(bytes, at, end, true);
    const length = id === null ? null : variableAt(bytes, id.end, end, false);
    if (id === null || length === null) break;
    // An unknown length, and one beyond what was read, end where the reading ends.
    const stop = length.isUnknown ? end : Math.min(end, length.end + length.value);
    elements.push({ id: id.value, body: length.end, end: stop });
    at = stop;
  }
  return elements;
}

/** A number whose first byte says how many bytes it has (RFC 8794, 4); ids keep the mark. */
function variableAt(bytes: Uint8Array, at: number, end: number, keepMark: boolean): { value: number; end: number; isUnknown: boolean } | null {
  const first = bytes[at];
  if (first === undefined || at >= end || first === 0) return null;
  const width = Math.clz32(first) - 23;
  if (at + width > end) return null;
  const low = first & (0xff >> width);
  let value = keepMark ? first : low;
  let isUnknown = low === 0xff >> width;
  for (const byte of bytes.subarray(at + 1, at + width)) {
    value = value * 256 + byte;
    isUnknown = isUnknown && byte === 0xff;
  }
  return { value, end: at + width, isUnknown };
}
