import type { FastifyInstance } from 'fastify';
import type { Clock, Mailer, OidcProvider, Passwords, Secrets, WebhookPoster } from '../ports.ts';
import type { Repositories } from '../repositories/repositories.ts';
import { auditRoutes } from '../routes/audit-routes.ts';
import type { Gates } from '../routes/gates.ts';
import { noticeRoutes } from '../routes/notice-routes.ts';
import { oidcRoutes } from '../routes/oidc-routes.ts';
import { peopleRoutes } from '../routes/people-routes.ts';
import { sessionRoutes } from '../routes/session-routes.ts';
import { auditLog } from '../services/audit-log.ts';
import { rawLook } from '../services/audit-raw-look.ts';
import { notices } from '../services/notify.ts';
import { oidcSignIn } from '../services/oidc-sign-in.ts';
import type { SignIn } from '../services/sign-in.ts';
import { staffAccounts } from '../services/staff-accounts.ts';
import { linkMail } from '../services/staff-link-mail.ts';
import { staffLinks } from '../services/staff-links.ts';
import { staffTokens } from '../services/staff-tokens.ts';

export type PeoplePorts = {
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly passwords: Passwords;
  readonly repositories: Repositories;
  readonly signIn: SignIn;
  readonly mailer: Mailer | null;
  readonly webhooks: WebhookPoster | null;
  readonly oidc: { readonly name: string; readonly provider: OidcProvider } | null;
};

/** Users, sessions, read tokens, the log and subscriptions: services and their routes. */
export function wirePeople(app: FastifyInstance, ports: PeoplePorts, { gates, publicUrl }: { readonly gates: Gates; readonly publicUrl: string | null }): void {
  const { clock, repositories, signIn, mailer, oidc } = ports;
  const links = staffLinks(ports);
  sessionRoutes(app, { gates, signIn, links, oidcName: oidc?.name ?? null });
  oidcRoutes(app, { gates, oidc: oidcSignIn({ ...ports, oidc: oidc?.provider ?? null }), publicUrl });
  peopleRoutes(app, { gates, accounts: staffAccounts(ports), links, linkMail: linkMail({ clock, mailer, publicUrl }), tokens: staffTokens(ports) });
  auditRoutes(app, { gates, log: auditLog({ clock, audit: repositories.audit }), raw: rawLook({ clock, repositories }) });
  noticeRoutes(app, { gates, notices: notices({ ...ports, publicUrl }) });
}
