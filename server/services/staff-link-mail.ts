import { failure, success, type Result } from '#domain/result.ts';
import type { Mailer } from '../ports.ts';
import type { AccountRow } from '../repositories/staff.ts';
import { buildLinkMail } from './notify-texts.ts';
import type { MadeLink } from './staff-links.ts';

/** Sends a person's link to his own address, and to nobody else. */
export type LinkMail = {
  readonly works: boolean;
  send(user: AccountRow, link: MadeLink): Promise<Result<null, 'MAIL_OFF' | 'MAIL_FAILED'>>;
};

/** Without a public address a mailed link would lead nowhere. */
export function linkMail({ mailer, publicUrl }: { readonly mailer: Mailer | null; readonly publicUrl: string | null }): LinkMail {
  return {
    works: mailer !== null && publicUrl !== null,
    async send(user, link) {
      if (mailer === null || publicUrl === null || user.email === null) return failure('MAIL_OFF', 'This centre cannot send e-mail, or has no PUBLIC_URL.');
      const problem = await mailer.send({ to: user.email, key: `${link.kind}-${user.id}-${link.expiresAt}`, ...buildLinkMail({ name: user.name, url: `${publicUrl}/link#${link.secret}`, kind: link.kind, expiresAt: link.expiresAt }) });
      return problem === null ? success(null) : failure('MAIL_FAILED', `The mail server did not take the message: ${problem}`);
    },
  };
}
