/** The store was busy for longer than a request may wait; nothing was changed. */
export class StoreBusy extends Error {
  override readonly name = 'StoreBusy';
}
