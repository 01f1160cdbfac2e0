import { Type, type Static } from 'typebox';
import { Email, NewPassword, RoleSchema } from './staff.ts';

const Id = Type.String({ minLength: 1, maxLength: 64 });
const Millis = Type.Integer({ minimum: 0 });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const Name = Type.String({ minLength: 1, maxLength: 120 });
const Token = Type.String({ minLength: 16, maxLength: 128 });
const orNull = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) => Type.Union([schema, Type.Null()]);

/** How people may sign in here, and what a new password must be like. */
export const SignInOptions = Type.Object({
  /** The name of the OpenID Connect provider on the button; null when there is none. */
  oidc: orNull(Type.Object({ name: Type.String() })),
  shortestPassword: Type.Integer(),
});
export type SignInOptions = Static<typeof SignInOptions>;

/** What a link of an invitation or of a new password is for. Opening it does not use it up. */
export const OpenLinkRequest = Type.Object({ token: Token });
export const OpenLinkAnswer = Type.Object({ kind: Type.Enum(['invitation', 'reset']), email: Type.String(), expiresAt: Millis });
export type OpenLinkAnswer = Static<typeof OpenLinkAnswer>;
export const UseLinkRequest = Type.Object({ token: Token, password: NewPassword });

export const ChangePasswordRequest = Type.Object({ present: Type.String({ minLength: 1, maxLength: 256 }), fresh: NewPassword });

/** One place where this person is signed in. */
export const SessionRow = Type.Object({
  id: Type.String(),
  /** The one that asks. */
  current: Type.Boolean(),
  startedAt: Millis,
  lastSeenAt: Millis,
  endsAt: Millis,
  /** What the browser called itself. */
  agent: Type.String(),
  /** Shortened: the last part is left out. */
  address: Type.String(),
});
export type SessionRow = Static<typeof SessionRow>;
export const SessionList = Type.Object({ sessions: Type.Array(SessionRow) });

/** invited: has never signed in. disabled: cannot sign in; its name stays readable in the log. */
export const Account = Type.Object({
  id: Type.String(),
  email: orNull(Type.String()),
  name: Type.String(),
  role: RoleSchema,
  /** Null: the whole centre. */
  unit: orNull(Type.String()),
  state: Type.Enum(['invited', 'active', 'disabled']),
  createdAt: Millis,
  lastSignInAt: orNull(Millis),
  hasPassword: Type.Boolean(),
  /** Bound to an account of the OpenID Connect provider. */
  hasOidc: Type.Boolean(),
});
export type Account = Static<typeof Account>;
export const AccountList = Type.Object({ users: Type.Array(Account) });

/** `mail`: send the link to the person; otherwise it is in the answer, once. */
export const InviteRequest = Type.Object({ email: Email, name: Name, role: RoleSchema, unit: orNull(Id), mail: Type.Boolean() });
export type InviteRequest = Static<typeof InviteRequest>;
/** `link` is the path with the secret in its fragment; null when it was mailed. */
export const LinkAnswer = Type.Object({ user: Account, link: orNull(Type.String()), expiresAt: Millis });
export type LinkAnswer = Static<typeof LinkAnswer>;
export const NewLinkRequest = Type.Object({ mail: Type.Boolean() });

/** Only what is there is changed. */
export const ChangeAccountRequest = Type.Object({
  name: Type.Optional(Name),
  role: Type.Optional(RoleSchema),
  unit: Type.Optional(orNull(Id)),
  disabled: Type.Optional(Type.Boolean()),
});
export type ChangeAccountRequest = Static<typeof ChangeAccountRequest>;

/** A key with which another system reads what a viewer of the unit sees. */
export const ReadToken = Type.Object({
  id: Type.String(),
  name: Type.String(),
  unit: orNull(Type.String()),
  createdAt: Millis,
  expiresAt: orNull(Millis),
  /** To the hour. */
  lastUsedAt: orNull(Millis),
  revokedAt: orNull(Millis),
});
export type ReadToken = Static<typeof ReadToken>;
export const ReadTokenList = Type.Object({ tokens: Type.Array(ReadToken) });
export const AddReadTokenRequest = Type.Object({ name: Name, unit: orNull(Id), expiresAt: orNull(Millis) });
export type AddReadTokenRequest = Static<typeof AddReadTokenRequest>;
/** `secret` is shown this once. */
export const AddReadTokenAnswer = Type.Object({ token: ReadToken, secret: Type.String() });

/** Newest first; `before` is the `no` of the last record of the page before. Days are those of Viet Nam. */
export const AuditQuery = Type.Object({
  person: Type.Optional(Id),
  subject: Type.Optional(Type.String({ maxLength: 120 })),
  action: Type.Optional(Type.String({ maxLength: 60 })),
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  before: Type.Optional(Type.String({ pattern: '^\\d{1,15}$' })),
  format: Type.Optional(Type.Enum(['json', 'csv'])),
});
export type AuditQuery = Static<typeof AuditQuery>;
export const AuditEntry = Type.Object({
  no: Type.Integer(),
  at: Millis,
  /** A user's, read token's or kiosk's id, or `command-line`. */
  actor: Type.String(),
  /** Name or e-mail as it is now; null for what is no person. */
  actorName: orNull(Type.String()),
  action: Type.String(),
  subject: Type.String(),
  /** A name for the subject where one is known. */
  subjectName: orNull(Type.String()),
  unit: orNull(Type.String()),
  /** Shortened: the last part is left out. */
  address: orNull(Type.String()),
  detail: Type.Record(Type.String(), Type.Unknown()),
});
export type AuditEntry = Static<typeof AuditEntry>;
export const AuditPage = Type.Object({ entries: Type.Array(AuditEntry), next: orNull(Type.String()) });
export type AuditPage = Static<typeof AuditPage>;

/** Each look is written to the log with its reason (E178). */
export const RawQuery = Type.Object({ servicePoint: Id, day: Day, reason: Type.String({ minLength: 10, maxLength: 300 }) });
export const RawEntry = Type.Object({
  /** The centre's number of the stream. */
  stream: Type.Integer(),
  seq: Type.Integer(),
  kind: Type.String(),
  /** Where the centre placed it, and when it came. */
  at: Millis,
  receivedAt: Millis,
  placing: Type.String(),
  /** The misuse rule marks it. */
  flagged: Type.Boolean(),
  retracted: Type.Boolean(),
  reasons: Type.Array(Type.String()),
  /** The entry as the kiosk sent it. */
  body: Type.Unknown(),
});
export type RawEntry = Static<typeof RawEntry>;
export const RawEntries = Type.Object({ servicePoint: Type.String(), day: Day, entries: Type.Array(RawEntry), more: Type.Boolean() });
export type RawEntries = Static<typeof RawEntries>;

/** What a subscriber may ask for: every kind of alert, and what changed in the fleet or the library. */
export const NOTICE_KINDS = ['satisfaction', 'flagged-share', 'kiosk-silent', 'picture-still', 'taps-missing', 'taps-waiting', 'content-old'] as const;
export const NoticeKind = Type.Enum([...NOTICE_KINDS]);
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Who is told what of a unit and of what lies below it. */
export const Subscription = Type.Object({
  id: Type.String(),
  unit: orNull(Type.String()),
  kinds: Type.Array(NoticeKind),
  channel: Type.Enum(['mail', 'webhook']),
  /** An e-mail address, or the receiver's address. */
  target: Type.String(),
  createdAt: Millis,
  lastSentAt: orNull(Millis),
  /** Why the last try failed; null when it did not. */
  problem: orNull(Type.String()),
  waiting: Type.Integer(),
});
export type Subscription = Static<typeof Subscription>;
/** `mail`: whether this centre can send e-mail at all. */
export const SubscriptionList = Type.Object({ subscriptions: Type.Array(Subscription), mail: Type.Boolean() });
export const AddSubscriptionRequest = Type.Object({
  unit: orNull(Id),
  kinds: Type.Array(NoticeKind, { minItems: 1, maxItems: 20 }),
  channel: Type.Enum(['mail', 'webhook']),
  target: Type.String({ minLength: 3, maxLength: 500 }),
});
export type AddSubscriptionRequest = Static<typeof AddSubscriptionRequest>;
/** `secret` signs what a webhook gets; shown this once, null for mail. */
export const AddSubscriptionAnswer = Type.Object({ subscription: Subscription, secret: orNull(Type.String()) });
export const TestSubscriptionAnswer = Type.Object({ sent: Type.Boolean(), problem: orNull(Type.String()) });
