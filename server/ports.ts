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
};

/** The built hand-off. */
export type HandoffPages = {
  /** The text of a page, such as `404.html`; null when it is not built. */
  readPage(this: void, name: string): Promise<string | null>;
  /** The slug of the guide with this number in the content pack; null when there is none. */
  findSlug(this: void, guide: number): Promise<string | null>;
};
