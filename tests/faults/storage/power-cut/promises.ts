/** What the recorded programs promised, as they told it. */
export type LedgerPromise =
  | { readonly kind: 'thanked'; readonly stream: string; readonly seq: number; readonly name: string }
  /** The centre may know of numbers up to here from now on. */
  | { readonly kind: 'offered'; readonly stream: string; readonly seq: number }
  /** From now on numbers up to here may be gone from this stream: the centre has had them for 400 days. */
  | { readonly kind: 'may-go'; readonly stream: string; readonly seq: number };

export type CentrePromise =
  | { readonly kind: 'paired'; readonly stream: string }
  /** The centre said that it has this stream up to here. */
  | { readonly kind: 'received'; readonly stream: string; readonly seq: number };

/** The name of a tap that is sent to the centre, from its place. */
export function nameOf(stream: string, seq: number): string {
  return `${stream.slice(0, 8)}-${seq}`;
}
