import type { Result } from '#domain/result.ts';
import type { ErrorCode } from './errors.ts';
import type { KioskAnswer, KioskChannel, KioskNotice, KioskRequest } from './kiosk-channels.ts';

export type KioskResult<Channel extends KioskChannel> = Result<KioskAnswer<Channel>, ErrorCode>;

/**
 * The one interface between renderer and host. Two bridges carry it (Electron IPC, loopback HTTP)
 * and one contract suite runs over both, so the two cannot drift. Expected failures are returned.
 */
export type KioskApi = {
  readonly call: <Channel extends KioskChannel>(
    channel: Channel,
    request: KioskRequest<Channel>,
  ) => Promise<KioskResult<Channel>>;
  /** Returns its own unsubscribe. */
  readonly onNotice: (listener: (notice: KioskNotice) => void) => () => void;
};

/** One handler a channel; forgetting one does not compile. */
export type KioskHandlers = {
  readonly [Channel in KioskChannel]: (request: KioskRequest<Channel>) => Promise<KioskResult<Channel>>;
};
