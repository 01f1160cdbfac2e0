import type { RephraseAnswer, RephraseRequest } from '#contract/rephrase.ts';
import { findInvention, tidyRephrased } from '#domain/asking/check-rephrased.ts';
import { failure, success, type Result } from '#domain/result.ts';
import type { Clock, Rephraser } from '../../ports.ts';
import type { Device } from '../device-access.ts';
import { makeThrottle } from '../throttle.ts';
import { messagesFor } from './instructions.ts';
import type { OwnTexts } from './own-texts.ts';

/** Two citizens one after the other who both like the button; then one in half a minute. */
const RULE = { tries: 12, refillMs: 30_000 };
/** Questions waiting for the endpoint, of all kiosks together. */
const AT_ONCE = 32;

export type RephrasingPorts = { readonly clock: Clock; readonly rephraser: Rephraser; readonly texts: OwnTexts };
export type Rephrasing = (device: Device, request: RephraseRequest) => Promise<Result<RephraseAnswer, 'REQUEST_TOO_MANY' | 'REPHRASE_FOREIGN_TEXT' | 'REPHRASE_AWAY'>>;

const AWAY = failure('REPHRASE_AWAY', 'There are no other words for this now.');

/**
 * Has published texts said in other words. Nothing of it is kept or logged: not the question, not the answer, not
 * which one was refused. The passages must be ours, so that a stolen token is no free language model.
 */
export function rephrasing({ clock, rephraser, texts }: RephrasingPorts): Rephrasing {
  const asked = makeThrottle(RULE);
  let waiting = 0;
  return async (device, request) => {
    const wait = asked.take(device.id, clock.now());
    if (wait > 0) return failure('REQUEST_TOO_MANY', 'Too many questions.', { retryAfter: Math.ceil(wait / 1_000) });
    const reader = { deviceId: device.id, servicePoint: device.point.id, unit: device.point.unit };
    if (!(await texts.areOurs(reader, request.passages))) return failure('REPHRASE_FOREIGN_TEXT', 'A passage is none of the published texts.');
    if (waiting >= AT_ONCE) return AWAY;
    waiting += 1;
    try {
      const written = await rephraser.rephrase(messagesFor(request));
      if (written === null) return AWAY;
      const text = tidyRephrased(written);
      return findInvention(text, request.passages) === null ? success({ text }) : AWAY;
    } finally {
      waiting -= 1;
    }
  };
}
