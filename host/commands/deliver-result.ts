import type { CommandResult } from '#contract/commands.ts';
import { HTTP_ROUTES } from '#contract/http-routes.ts';
import type { Http, Log } from '../ports.ts';
import { tellError } from '../tell-error.ts';

/** A picture over a slow line takes this long, ms. */
const TIME_OUT = 60_000;
const AGAIN = 5_000;
const MOST_TRIES = 12;

export type Delivery = {
  readonly http: Http;
  readonly log: Log;
  readonly credentials: () => { readonly centreUrl: string; readonly token: string } | null;
  /** Ends after so many ms. */
  readonly pause: (delay: number) => Promise<void>;
};

/**
 * Brings a result to the centre, for about five minutes. True when the centre has it or will never take it
 * (the command is not known there any more); false when it could not be reached.
 */
export async function deliverResult(needs: Delivery, id: string, result: CommandResult, tries = MOST_TRIES): Promise<boolean> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    if (attempt > 1) await needs.pause(Math.min(60_000, AGAIN * attempt));
    const status = await send(needs, id, result);
    if (status !== null && status < 500 && status !== 429) {
      if (status !== HTTP_ROUTES.commandResult.status) needs.log.warn('command.unwanted', { id, status });
      return true;
    }
  }
  return false;
}

/** The answer's status; null when there was none. */
async function send({ http, log, credentials }: Delivery, id: string, result: CommandResult): Promise<number | null> {
  const pass = credentials();
  if (pass === null) return null;
  try {
    const answer = await http.send({
      method: 'POST',
      url: `${pass.centreUrl}${HTTP_ROUTES.commandResult.path.replace(':id', encodeURIComponent(id))}`,
      headers: { authorization: `Bearer ${pass.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(result),
      timeout: TIME_OUT,
    });
    return answer.status;
  } catch (error: unknown) {
    log.warn('command.answer-lost', { id, detail: tellError(error) });
    return null;
  }
}
