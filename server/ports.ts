import type { Result } from '#domain/result.ts';

/** What the centre needs from the machine, so that tests decide what time it is and what is random. */
export type Clock = {
  /** Milliseconds since the epoch. */
  now(): number;
};

export type Random = {
  /** Cryptographically strong bytes. */
  bytes(count: number): Uint8Array;
};

export type Secrets = {
  /** 256 random bits as 43 signs of base64url. */
  make(): string;
  /** What the centre keeps of a secret: never the secret itself, and fit to be looked up. */
  hash(secret: string): string;
  /** A random UUID. */
  makeId(): string;
};

export type Passwords = {
  /** A salted hash that carries its own parameters. */
  hash(password: string): Promise<string>;
  /** False for a wrong password and for a hash of unknown form. */
  verify(password: string, hash: string): Promise<boolean>;
  /** True when the hash was made with other costs than those of today. */
  isOutdated(hash: string): boolean;
  /** True for one of the most common passwords. */
  isCommon(password: string): boolean;
};

/** The built hand-off. */
export type HandoffPages = {
  /** The text of a page, such as `404.html`; null when it is not built. */
  readPage(this: void, name: string): Promise<string | null>;
  /** The slug of the guide with this number in the content pack; null when there is none. */
  findSlug(this: void, guide: number): Promise<string | null>;
};

export type Mail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The same for every try at the same message: becomes its Message-ID, so that a mailbox may drop the second. */
  readonly key: string;
};

/** Sends e-mail. */
export type Mailer = {
  /** Null when the server took it, else what went wrong in a few words without secrets. Never throws. */
  send(mail: Mail): Promise<string | null>;
};

/** Posts JSON to another system. */
export type WebhookPoster = {
  /** What speaks against this address; null: nothing. */
  judge(this: void, address: string): string | null;
  /** Null when the receiver answered 2xx, else what went wrong in a few words. Follows no redirect. Never throws. */
  post(this: void, message: { readonly address: string; readonly body: string; readonly headers: Readonly<Record<string, string>> }): Promise<string | null>;
};

/** Where the request that is being answered comes from. */
export type RequestOrigin = {
  run(this: void, address: string, work: () => void): void;
  /** Null outside of a request. */
  current(this: void): string | null;
};

/** What an OpenID Connect provider says of somebody. */
export type OidcPerson = { readonly issuer: string; readonly subject: string; readonly email: string | null; readonly emailVerified: boolean };

/** An OpenID Connect provider: code flow with PKCE, state and nonce. */
export type OidcProvider = {
  /** The address to send the browser to, and what to remember until it comes back. */
  begin(this: void): Promise<Result<{ readonly url: string; readonly memory: string }, 'OIDC_AWAY'>>;
  /** `query`: what the browser came back with, from its `?`. */
  finish(this: void, query: string, memory: string): Promise<Result<OidcPerson, 'OIDC_AWAY' | 'OIDC_REFUSED'>>;
};
