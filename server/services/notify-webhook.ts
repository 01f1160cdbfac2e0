import { createHmac } from 'node:crypto';
import type { Notice } from './notify-texts.ts';

/** What a receiver gets: the notice as it is, or a test without one. */
export function postBody({ id, kind, at, notice }: { readonly id: string; readonly kind: 'notice' | 'test'; readonly at: number; readonly notice: Notice | null }): string {
  return JSON.stringify({ id, type: `mot-cham.${kind}`, sentAt: at, notice });
}

/**
 * The receiver computes HMAC-SHA256 over `<timestamp>.<body>` with its secret and compares; a timestamp (seconds)
 * older than five minutes is a replay. `Idempotency-Key` is the same for every try at one message.
 */
export function signedHeaders(secret: string, { id, body, now }: { readonly id: string; readonly body: string; readonly now: number }): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(now / 1_000));
  return {
    'content-type': 'application/json; charset=utf-8',
    'idempotency-key': id,
    'x-mot-cham-timestamp': timestamp,
    'x-mot-cham-signature': `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`,
  };
}
