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

/** The phone pages that are shown now. */
export type HandoffPages = {
  /** Folder of the pages and of their script, style and pictures. */
  folder(this: void): string;
  /** The text of a page, such as `404.html`; null when it is not built. */
  readPage(this: void, name: string): Promise<string | null>;
  /** The slug of the guide with this number in the content pack; null when there is none. */
  findSlug(this: void, guide: number): Promise<string | null>;
  /** The guide of a page that is shown; null when there is none. */
  findGuide(this: void, slug: string): Promise<PhoneGuide | null>;
};

/** What an answer from a phone may name. */
export type PhoneGuide = { readonly procedure: string; readonly steps: readonly string[] };

/** Phone pages are known by what they are drawn from. */
export type WantedPages = {
  /** Names documents, day and build in one; fit for a folder. */
  readonly name: string;
  /** Calendar day from which facts count as stale. */
  readonly today: string;
  /** The pack's documents by path, each with the SHA-256 of its bytes. */
  readonly sources: Readonly<Record<string, string>>;
};

export type PageDocuments = ReadonlyMap<string, Uint8Array>;

/** Keeps, draws and changes the phone pages that {@link HandoffPages} shows. */
export type PhonePageFolders = {
  /** Names the program's build that draws: another one draws other pages. Null when there is none. */
  build(this: void): Promise<string | null>;
  /** False when the pages shown are gone from the disk. */
  stands(this: void): Promise<boolean>;
  /** Shows these pages if they are there and whole. */
  show(this: void, wanted: WantedPages): Promise<boolean>;
  /** Shows the pages that were shown or drawn last; false when none were kept. */
  showNewest(this: void): Promise<boolean>;
  /** Draws these pages in a process of its own and shows them. Null when it was done, else what went wrong; the pages before stay. */
  make(this: void, wanted: WantedPages, documents: PageDocuments): Promise<string | null>;
  /** Ends a drawing that is under way. */
  stop(this: void): void;
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

/** A language model somewhere. */
export type Rephraser = {
  /** What it wrote, unchecked; null when it is away, slow or answers something else. Never throws, never logs. */
  rephrase(this: void, messages: { readonly system: string; readonly user: string }): Promise<string | null>;
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
