/** The store cannot take more just now: busy for longer than a request may wait, or full. Nothing was changed. */
export class StoreBusy extends Error {
  override readonly name = 'StoreBusy';
}
