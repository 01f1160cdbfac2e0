/** Work that one process does for all processes of a centre. */
export type ClaimRepository = {
  /** True for the one `owner` that may do it until `until` (ms); its own claim is renewed. */
  claim(name: string, owner: string, time: { readonly now: number; readonly until: number }): Promise<boolean>;
  release(name: string, owner: string): Promise<void>;
};
