import { createTransport } from 'nodemailer';
import type { Mailer } from '../ports.ts';

/** How long the mail server may take for each step, ms. */
const PATIENCE_MS = 15_000;
const LONGEST_WORDS = 220;

export type SmtpOptions = {
  /** smtp://user:password@host:587 or smtps://…:465. */
  readonly url: string;
  /** Who the mail comes from: an address, or `Name <address>`. */
  readonly from: string;
};

/**
 * E-mail over SMTP. A password in the address goes over TLS only, except to this machine. Every try at one message
 * carries the same Message-ID.
 */
export function smtpMailer({ url, from }: SmtpOptions): Mailer {
  const { hostname, username, password } = new URL(url);
  const secrets = [decodeURIComponent(password), Buffer.from(`\0${decodeURIComponent(username)}\0${decodeURIComponent(password)}`).toString('base64')].filter((secret) => password !== '' && secret !== '');
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  const transport = createTransport(
    { url, requireTLS: username !== '' && !isLocal, connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS, disableFileAccess: true, disableUrlAccess: true },
    { from, headers: { 'Auto-Submitted': 'auto-generated' } },
  );
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'mot-cham';
  return {
    async send({ to, subject, text, html, key }) {
      try {
        await transport.sendMail({ to: { name: '', address: to }, subject, text, html, messageId: `<${key}@${domain}>` });
        return null;
      } catch (cause) {
        // A server that refuses may repeat what it was told.
        return secrets.reduce((words, secret) => words.replaceAll(secret, '…'), wordsOf(cause)).slice(0, LONGEST_WORDS);
      }
    },
  };
}

/** The code and the server's answer; never the address with its password. */
function wordsOf(cause: unknown): string {
  if (!(cause instanceof Error)) return 'the mail server could not be reached';
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : 'EMAIL';
  const answer = 'response' in cause && typeof cause.response === 'string' ? cause.response : cause.message;
  return `${code}: ${answer.replaceAll(/\/\/[^@\s]*@/g, '//…@')}`;
}
