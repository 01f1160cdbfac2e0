/** Bytes as they come in; never the whole file in memory. */
export type ByteStream = AsyncIterable<Uint8Array>;

/** Files that are called by the SHA-256 of their bytes and never change. */
export type BlobStore = {
  /**
   * Keeps the bytes: hashed while they come, on the disk before the promise resolves. The same bytes twice are one file.
   * `too-large`: more than `limit` bytes came; `disk-full`: there is no room. In both cases nothing is kept.
   */
  put(bytes: ByteStream, limit: number): Promise<{ readonly sha256: string; readonly bytes: number } | 'too-large' | 'disk-full'>;
  /** Null when there is no such file. */
  size(sha256: string): Promise<number | null>;
  /** From `start` to `end`, both included; the file must be there. */
  stream(sha256: string, start: number, end: number): ByteStream;
  /** The whole file; null when it is not there or has more than `limit` bytes. */
  read(sha256: string, limit: number): Promise<Uint8Array | null>;
  /** Up to `length` bytes from `start`; fewer at the end of the file. The file must be there. */
  readPart(sha256: string, start: number, length: number): Promise<Uint8Array>;
  /**
   * Removes what `isKept` does not name and nobody wrote since `before` (ms). Returns the hashes that are gone.
   * Files that an upload left behind halfway go too.
   */
  sweep(isKept: (sha256: string) => boolean, before: number): Promise<readonly string[]>;
};

/** What a tool for media says about a file. */
export type MediaFacts = {
  readonly codec: string;
  readonly pixelFormat: string | null;
  readonly width: number;
  readonly height: number;
  readonly seconds: number | null;
  readonly framesPerSecond: number | null;
  readonly bitsPerSecond: number | null;
  readonly hasSound: boolean;
};

/** ffprobe and ffmpeg, where the machine has them. Hostile files are expected: they are read, never run. */
export type MediaTools = {
  /** `absent`: there is no ffprobe here; `broken`: it cannot make sense of the file. */
  probe(sha256: string): Promise<MediaFacts | 'absent' | 'broken'>;
  /** A picture of the clip at `seconds`, at most 120 kB of WebP; null where there is no ffmpeg or it failed. */
  poster(sha256: string, seconds: number): Promise<Uint8Array | null>;
};

/** The content pack that came with the program. */
export type ShippedPack = {
  /** Paths inside the pack. */
  list(): Promise<readonly string[]>;
  read(path: string): ByteStream;
};
