/**
 * What the ledger and reports call a guide or card: its official code; its slug where no source names a code.
 * A slug is never a code, so the two cannot be mistaken for each other.
 */
export function procedureId(guide: { readonly code?: string | undefined; readonly slug: string }): string {
  return guide.code ?? guide.slug;
}
