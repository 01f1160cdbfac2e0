import { ERRORS, type ErrorCode } from '#contract/errors.ts';
import type { KioskHandlers } from '#contract/kiosk-api.ts';
import { KIOSK_CHANNELS, type KioskChannel } from '#contract/kiosk-channels.ts';
import { parserOf, type Parse } from '#contract/parse.ts';
import type { Failure, Result } from '#domain/result.ts';
import { failure } from '#domain/result.ts';
import type { Log } from './ports.ts';

export function isKioskChannel(name: string): name is KioskChannel {
  return Object.hasOwn(KIOSK_CHANNELS, name);
}

/**
 * Answers one call of the page, whichever bridge carried it: parses the request, asks the handler, and
 * turns a bug into a code, because the page can only show codes.
 */
export function callAnswerer(handlers: KioskHandlers, log: Log): (channel: string, request: unknown) => Promise<Result<unknown, ErrorCode>> {
  const answerers = new Map(Object.keys(KIOSK_CHANNELS).filter(isKioskChannel).map((channel) => [channel, answererOf(handlers, channel)] as const));
  return async (channel, request) => {
    const answer = isKioskChannel(channel) ? answerers.get(channel) : undefined;
    if (answer === undefined) return failure('REQUEST_NOT_FOUND', `there is no channel ${channel.slice(0, 40)}`);
    try {
      return await answer(request);
    } catch (error: unknown) {
      log.error('call.failed', { channel, detail: error instanceof Error ? (error.stack ?? error.message) : String(error) });
      return failure('SERVER_FAILED', 'the kiosk met an error of its own');
    }
  };
}

type Answer = (request: unknown) => Promise<Result<unknown, ErrorCode>>;

// The handler's own type is tied to its schema here, in one place; afterwards all answers look alike.
function answererOf<Channel extends KioskChannel>(handlers: Pick<KioskHandlers, Channel>, channel: Channel): Answer {
  const schema: (typeof KIOSK_CHANNELS)[Channel]['request'] = KIOSK_CHANNELS[channel].request;
  const parse: Parse<typeof schema> = parserOf(schema);
  const handler = handlers[channel];
  return async (request) => {
    const parsed = parse(request);
    return parsed.ok ? handler(parsed.value) : parsed;
  };
}

/** A failure as it travels, with the status it has over HTTP. */
export function errorAnswer(error: Failure<ErrorCode>): { readonly status: number; readonly body: unknown } {
  return { status: ERRORS[error.code].status, body: { ok: false, error } };
}
