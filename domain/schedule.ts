/** When something is due by a service point's own clock. Times of day are HH:MM, days YYYY-MM-DD; what is left out does not limit. */
export type Schedule = {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** ISO weekdays, 1 is Monday. */
  readonly weekdays?: readonly number[] | undefined;
  readonly hours?: readonly { readonly from: string; readonly until: string }[] | undefined;
  readonly priority?: number | undefined;
};

/** A moment on a wall: the day, its ISO weekday, and the minute since midnight. */
export type LocalMoment = { readonly day: string; readonly weekday: number; readonly minute: number };
