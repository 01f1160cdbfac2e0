/** Keys that all processes of one centre share. Never shown by any route. */
export type KeyRepository = {
  /** The key kept under this name; when there is none yet, `made` is kept and returned. */
  keep(name: string, made: string, now: number): Promise<string>;
  find(name: string): Promise<string | null>;
};
