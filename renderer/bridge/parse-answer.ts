import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { isErrorCode, type ErrorCode } from '#contract/errors.ts';
import type { KioskResult } from '#contract/kiosk-api.ts';
import { KIOSK_CHANNELS, KioskNotice, type KioskChannel } from '#contract/kiosk-channels.ts';
import { failure, success } from '#domain/result.ts';

const Answer = Type.Union([
  Type.Object({ ok: Type.Literal(true), value: Type.Unknown() }),
  Type.Object({
    ok: Type.Literal(false),
    error: Type.Object({ code: Type.String(), message: Type.String(), details: Type.Optional(Type.Record(Type.String(), Type.Unknown())) }),
  }),
]);

/**
 * The host's answer, checked again on this side of the bridge. Checked by walking the schema, not by
 * compiling it: the page's policy forbids eval, and even trying it is reported.
 */
export function parseAnswer<Channel extends KioskChannel>(channel: Channel, input: unknown): KioskResult<Channel> {
  if (!Value.Check(Answer, input)) return away('the answer does not have the agreed form');
  if (!input.ok) {
    const { code, message, details } = input.error;
    return failure(isErrorCode(code) ? code : 'SERVER_FAILED', message, details);
  }
  const schema: (typeof KIOSK_CHANNELS)[Channel]['answer'] = KIOSK_CHANNELS[channel].answer;
  return Value.Check(schema, input.value) ? success(input.value) : away(`the answer to ${channel} does not have the agreed form`);
}

/** What the page gets when no answer came. */
export function away(message: string): { readonly ok: false; readonly error: { readonly code: Extract<ErrorCode, 'KIOSK_HOST_AWAY'>; readonly message: string } } {
  return { ok: false, error: { code: 'KIOSK_HOST_AWAY', message } };
}

export function parseNotice(input: unknown): KioskNotice | null {
  return Value.Check(KioskNotice, input) ? input : null;
}
