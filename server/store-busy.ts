/** The store cannot take more just now: busy for longer than a request may wait, or full. Nothing was changed. */
export class StoreBusy extends Error {
  override readonly name: string = 'StoreBusy';
}

/** There is no room left where the store writes. Reading goes on; somebody has to make room. */
export class StoreFull extends StoreBusy {
  override readonly name = 'StoreFull';
}
