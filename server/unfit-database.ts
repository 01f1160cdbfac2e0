/** The database answers, but this program cannot work with it; the message says why and what to do. */
export class UnfitDatabase extends Error {
  override readonly name = 'UnfitDatabase';
}
