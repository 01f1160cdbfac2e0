import { failure, success, type Result } from '#domain/result.ts';
import type { Clock, Mailer } from '../ports.ts';
import type { AccountRow } from '../repositories/staff.ts';
import { buildLinkMail } from './notify-texts.ts';
import { tooMany } from './sign-in.ts';
import type { MadeLink } from './staff-links.ts';
import { makeThrottle } from './throttle.ts';

/** Mails to one mailbox: an administrator who presses again must not bury somebody. */
const MAILS_TO_ONE = { tries: 5, refillMs: 10 * 60_000 };
/** Mails of one process: a delivery of accounts at once, then one in five seconds. */
const ALTOGETHER = { tries: 200, refillMs: 5_000 };

/** Sends a person's link to his own address, and to nobody else. */
export type LinkMail = {
  readonly works: boolean;
  send(user: AccountRow, link: MadeLink): Promise<Result<null, 'MAIL_OFF' | 'MAIL_FAILED' | 'REQUEST_TOO_MANY'>>;
};

/** Without a public address a mailed link would lead nowhere. */
export function linkMail({ clock, mailer, publicUrl }: { readonly clock: Clock; readonly mailer: Mailer | null; readonly publicUrl: string | null }): LinkMail {
  const toOne = makeThrottle(MAILS_TO_ONE);
  const altogether = makeThrottle(ALTOGETHER);
  return {
    works: mailer !== null && publicUrl !== null,
    async send(user, link) {
      if (mailer === null || publicUrl === null || user.email === null) return failure('MAIL_OFF', 'This centre cannot send e-mail, or has no PUBLIC_URL.');
      const wait = toOne.take(user.id, clock.now()) || altogether.take('all', clock.now());
      if (wait > 0) return tooMany(wait);
      const problem = await mailer.send({ to: user.email, key: `${link.kind}-${user.id}-${link.expiresAt}`, ...buildLinkMail({ name: user.name, url: `${publicUrl}/link#${link.secret}`, kind: link.kind, expiresAt: link.expiresAt }) });
      return problem === null ? success(null) : failure('MAIL_FAILED', `The mail server did not take the message: ${problem}`);
    },
  };
}
