/** Who changes something: its id goes into the audit record, and its unit (null: all) bounds what it may touch. */
export type Actor = { readonly id: string; readonly unit: string | null };
