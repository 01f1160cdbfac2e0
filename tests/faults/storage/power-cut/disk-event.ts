/** What a program did to the files of one folder, and what it told the world in between, in order. */
export type DiskEvent =
  | { readonly kind: 'create'; readonly file: string }
  | { readonly kind: 'write'; readonly file: string; readonly offset: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly file: string; readonly size: number }
  | { readonly kind: 'remove'; readonly file: string }
  | { readonly kind: 'rename'; readonly file: string; readonly to: string }
  /** The file's bytes are on the disk. */
  | { readonly kind: 'flush'; readonly file: string }
  /** The folder's names are on the disk. */
  | { readonly kind: 'flush-names' }
  /** From here on somebody was promised something. */
  | { readonly kind: 'told'; readonly what: unknown };
