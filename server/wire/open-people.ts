import type { FastifyBaseLogger } from 'fastify';
import { oidcProvider } from '../adapters/oidc-provider.ts';
import { repeat } from '../adapters/repeat.ts';
import { smtpMailer } from '../adapters/smtp-mailer.ts';
import { webhookPoster } from '../adapters/webhook-poster.ts';
import type { PeopleConfig } from '../people-config.ts';
import type { Clock, Mailer, OidcProvider, Random, WebhookPoster } from '../ports.ts';
import type { NoticeRepository } from '../repositories/notices.ts';
import { deliverDue } from '../services/notify-delivery.ts';

/** How often each process looks for messages that are due, ms. */
const DELIVER_EVERY_MS = 15_000;

export type OpenedPeople = {
  readonly mailer: Mailer | null;
  readonly webhooks: WebhookPoster;
  readonly oidc: { readonly name: string; readonly provider: OidcProvider } | null;
};

/** Mail server, webhooks and OpenID Connect provider as the configuration names them. */
export function openPeople({ smtp, webhookHosts, oidc }: PeopleConfig, publicUrl: string | null, onTrouble: (cause: unknown) => void): OpenedPeople {
  return {
    mailer: smtp === null ? null : smtpMailer(smtp),
    webhooks: webhookPoster(webhookHosts),
    oidc: oidc === null ? null : { name: oidc.name, provider: oidcProvider({ ...oidc, redirectUri: `${publicUrl ?? ''}/oidc/callback`, onTrouble }) },
  };
}

type DeliveryPorts = OpenedPeople & { readonly clock: Clock; readonly random: Random; readonly notices: NoticeRepository; readonly publicUrl: string | null };

/** Sends what waits until told to stop. */
export function keepDelivering(ports: DeliveryPorts, log: FastifyBaseLogger): { stop(): Promise<void> } {
  return repeat(() => deliverDue(ports), DELIVER_EVERY_MS, (cause) => log.warn({ err: cause }, 'messages could not be sent; they wait'));
}
