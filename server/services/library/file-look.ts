/** Bytes `start` to `start + length` of a file; fewer at its end. */
export type ReadPart = (start: number, length: number) => Promise<Uint8Array>;

/** What our own look at a container tells. Null: not found, which is no proof of anything. */
export type ContainerLook = {
  readonly type: 'video/mp4' | 'video/webm';
  readonly codec: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly seconds: number | null;
  readonly hasSound: boolean | null;
  /** The index stands behind the pictures: a player must read to the end before it can begin. */
  readonly isIndexLast: boolean;
};

export type ImageLook = { readonly type: 'image/webp' | 'image/png' | 'image/jpeg'; readonly width: number; readonly height: number };

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Bytes as signs of Latin-1: for the four letters that boxes and pictures are named by. */
export function lettersOf(bytes: Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(start, start + length));
}
