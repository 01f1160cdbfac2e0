import { Type } from 'typebox';
import {
  AccountList,
  Account,
  AddReadTokenAnswer,
  AddReadTokenRequest,
  AddSubscriptionAnswer,
  AddSubscriptionRequest,
  AuditPage,
  AuditQuery,
  ChangeAccountRequest,
  ChangePasswordRequest,
  InviteRequest,
  LinkAnswer,
  NewLinkRequest,
  OpenLinkAnswer,
  OpenLinkRequest,
  RawEntries,
  RawQuery,
  ReadTokenList,
  SessionList,
  SignInOptions,
  SubscriptionList,
  TestSubscriptionAnswer,
  UseLinkRequest,
} from '../people.ts';
import { ClaimRequest, OneTimeSignInRequest, SignInRequest, StaffUser } from '../staff.ts';

const Nothing = Type.Null();

/** Who works with the centre: signing in, users, read tokens, the audit log, who is told what. */
export const PEOPLE_ROUTES = {
  signInOptions: { method: 'GET', path: '/api/v1/sign-in/options', access: 'anyone', request: Nothing, answer: SignInOptions, status: 200 },
  signIn: { method: 'POST', path: '/api/v1/sign-in', access: 'anyone', request: SignInRequest, answer: Nothing, status: 204 },
  signInOnce: { method: 'POST', path: '/api/v1/sign-in/once', access: 'anyone', request: OneTimeSignInRequest, answer: Nothing, status: 204 },
  openLink: { method: 'POST', path: '/api/v1/links/open', access: 'anyone', request: OpenLinkRequest, answer: OpenLinkAnswer, status: 200 },
  useLink: { method: 'POST', path: '/api/v1/links/use', access: 'anyone', request: UseLinkRequest, answer: Nothing, status: 204 },
  claim: { method: 'POST', path: '/api/v1/me/claim', access: 'staff', request: ClaimRequest, answer: Nothing, status: 204 },
  signOut: { method: 'POST', path: '/api/v1/sign-out', access: 'staff', request: Nothing, answer: Nothing, status: 204 },
  me: { method: 'GET', path: '/api/v1/me', access: 'staff', request: Nothing, answer: StaffUser, status: 200 },
  changePassword: { method: 'POST', path: '/api/v1/me/password', access: 'staff', request: ChangePasswordRequest, answer: Nothing, status: 204 },
  sessions: { method: 'GET', path: '/api/v1/me/sessions', access: 'staff', request: Nothing, answer: SessionList, status: 200 },
  endSession: { method: 'DELETE', path: '/api/v1/me/sessions/:id', access: 'staff', request: Nothing, answer: Nothing, status: 204 },
  users: { method: 'GET', path: '/api/v1/users', access: 'staff', request: Nothing, answer: AccountList, status: 200 },
  inviteUser: { method: 'POST', path: '/api/v1/users', access: 'staff', request: InviteRequest, answer: LinkAnswer, status: 201 },
  changeUser: { method: 'PATCH', path: '/api/v1/users/:id', access: 'staff', request: ChangeAccountRequest, answer: Account, status: 200 },
  linkUser: { method: 'POST', path: '/api/v1/users/:id/link', access: 'staff', request: NewLinkRequest, answer: LinkAnswer, status: 201 },
  readTokens: { method: 'GET', path: '/api/v1/read-tokens', access: 'staff', request: Nothing, answer: ReadTokenList, status: 200 },
  addReadToken: { method: 'POST', path: '/api/v1/read-tokens', access: 'staff', request: AddReadTokenRequest, answer: AddReadTokenAnswer, status: 201 },
  revokeReadToken: { method: 'DELETE', path: '/api/v1/read-tokens/:id', access: 'staff', request: Nothing, answer: Nothing, status: 204 },
  audit: { method: 'GET', path: '/api/v1/audit', access: 'staff', request: AuditQuery, answer: AuditPage, status: 200 },
  rawEntries: { method: 'GET', path: '/api/v1/raw/entries', access: 'staff', request: RawQuery, answer: RawEntries, status: 200 },
  subscriptions: { method: 'GET', path: '/api/v1/subscriptions', access: 'staff', request: Nothing, answer: SubscriptionList, status: 200 },
  addSubscription: { method: 'POST', path: '/api/v1/subscriptions', access: 'staff', request: AddSubscriptionRequest, answer: AddSubscriptionAnswer, status: 201 },
  removeSubscription: { method: 'DELETE', path: '/api/v1/subscriptions/:id', access: 'staff', request: Nothing, answer: Nothing, status: 204 },
  testSubscription: { method: 'POST', path: '/api/v1/subscriptions/:id/test', access: 'staff', request: Nothing, answer: TestSubscriptionAnswer, status: 200 },
} as const;

/** Routes for a person at a browser: a read token is refused even where they only look. */
export const PERSON_ONLY: readonly string[] = [
  'claim', 'changePassword', 'sessions', 'endSession', 'users', 'inviteUser', 'changeUser', 'linkUser', 'readTokens', 'addReadToken', 'revokeReadToken',
  'audit', 'rawEntries', 'subscriptions', 'addSubscription', 'removeSubscription', 'testSubscription',
];
