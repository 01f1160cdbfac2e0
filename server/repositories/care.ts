/** One thing that `db check` found wrong. */
export type Finding = { readonly check: string; readonly detail: string };

export type Backup = { readonly file: string; readonly bytes: number };

/** `why` is for whoever runs the centre, and says what to do. */
export type BackupOutcome = { readonly ok: true; readonly backup: Backup } | { readonly ok: false; readonly why: string };

/** `why` is for whoever runs the centre, and says what to do. */
export type CopyOutcome = { readonly ok: true; readonly tables: number; readonly rows: number } | { readonly ok: false; readonly why: string };

export type DatabaseCare = {
  /** True when the database answers and every migration has run. */
  ready(): Promise<boolean>;
  /** What the database itself can say about its soundness; the ledger is checked by its service. Empty when all is well. */
  check(): Promise<readonly Finding[]>;
  /**
   * Writes everything that is committed at one moment into a new file, readable by its owner only,
   * and looks it through, while the centre goes on. The file has its name only once it is whole.
   */
  backUp(file: string): Promise<BackupOutcome>;
  /** Takes over everything from a SQLite file of this program's version, into a centre that is still empty. */
  copyFrom(file: string): Promise<CopyOutcome>;
  /** Ends every connection; what was begun is finished first. */
  close(): Promise<void>;
};
