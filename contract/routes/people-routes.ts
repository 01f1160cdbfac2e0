import { Type } from 'typebox';
import { ClaimRequest, OneTimeSignInRequest, SignInRequest, StaffUser } from '../staff.ts';

const Nothing = Type.Null();

/** Who works with the centre: signing in, users, read tokens, the audit log. */
export const PEOPLE_ROUTES = {
  signIn: { method: 'POST', path: '/api/v1/sign-in', access: 'anyone', request: SignInRequest, answer: Nothing, status: 204 },
  signInOnce: { method: 'POST', path: '/api/v1/sign-in/once', access: 'anyone', request: OneTimeSignInRequest, answer: Nothing, status: 204 },
  claim: { method: 'POST', path: '/api/v1/me/claim', access: 'staff', request: ClaimRequest, answer: Nothing, status: 204 },
  signOut: { method: 'POST', path: '/api/v1/sign-out', access: 'staff', request: Nothing, answer: Nothing, status: 204 },
  me: { method: 'GET', path: '/api/v1/me', access: 'staff', request: Nothing, answer: StaffUser, status: 200 },
} as const;
