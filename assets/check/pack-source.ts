/** A file that the pack's documents may name. */
export type PackFile = {
  readonly bytes: number;
  /** The content of captions (`.vtt`); absent for pictures and video. */
  readonly text?: string;
};

/** A pack as it was found, before anything is believed about it. Keys are paths inside the pack. */
export type PackSource = {
  /** Parsed JSON of pack.json, events.json, reasons.json, playlist.json, guides/*.json, answers/*.json and languages/*.json. */
  readonly documents: ReadonlyMap<string, unknown>;
  /** Every other file. */
  readonly files: ReadonlyMap<string, PackFile>;
};
