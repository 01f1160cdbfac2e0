/** What the environment says about mail, webhooks and signing in; docs/operations.md names the variables. */
export type PeopleConfig = {
  readonly smtp: { readonly url: string; readonly from: string } | null;
  /** Hosts of webhooks that may lie in a private network or speak plain http. */
  readonly webhookHosts: readonly string[];
  readonly oidc: OidcConfig | null;
};

export type OidcConfig = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** On the button of the sign-in page. */
  readonly name: string;
};

type Read = (name: string) => string | undefined;

/** Every problem at once; the configuration is null when there is one. */
export function parsePeopleConfig(value: Read, publicUrl: string | null): { readonly config: PeopleConfig | null; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const smtp = parseSmtp(value, problems);
  const oidc = parseOidc(value, publicUrl, problems);
  const webhookHosts = (value('WEBHOOK_HOSTS') ?? '').split(',').map((host) => host.trim()).filter((host) => host !== '');
  return { config: problems.length > 0 ? null : { smtp, oidc, webhookHosts }, problems };
}

function parseSmtp(value: Read, problems: string[]): PeopleConfig['smtp'] {
  const [url, from] = [value('SMTP_URL'), value('SMTP_FROM')];
  if (url === undefined && from === undefined) return null;
  if (url === undefined || !URL.canParse(url) || !/^smtps?:\/\/[^/]/.test(url)) problems.push('SMTP_URL is an address such as smtp://user:password@mail.example.vn:587 (its value is not shown here).');
  if (from === undefined || !/[^@\s<]+@[^@\s>]+/.test(from)) problems.push('SMTP_FROM is an e-mail address, or "Một Chạm <mot-cham@example.vn>"; it goes with SMTP_URL.');
  return url === undefined || from === undefined ? null : { url, from };
}

function parseOidc(value: Read, publicUrl: string | null, problems: string[]): OidcConfig | null {
  const [issuer, clientId, clientSecret] = [value('OIDC_ISSUER'), value('OIDC_CLIENT_ID'), value('OIDC_CLIENT_SECRET')];
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return null;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) {
    problems.push('OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together: set all three, or none.');
    return null;
  }
  const url = URL.canParse(issuer) ? new URL(issuer) : null;
  const isLocal = url !== null && ['localhost', '127.0.0.1'].includes(url.hostname);
  if (url === null || !(url.protocol === 'https:' || (url.protocol === 'http:' && isLocal))) problems.push(`OIDC_ISSUER is an https address, not "${issuer}".`);
  if (publicUrl === null) problems.push('OIDC_ISSUER needs PUBLIC_URL: the provider sends people back to it.');
  return { issuer, clientId, clientSecret, name: value('OIDC_NAME') ?? 'OpenID Connect' };
}
