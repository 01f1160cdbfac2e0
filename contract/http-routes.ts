import { Type } from 'typebox';
import { EnrolAnswer, EnrolRequest } from './enrol.ts';
import { Heartbeat, HeartbeatAnswer } from './health.ts';
import { LedgerBatch, LedgerReceipt } from './ledger.ts';
import { AddPointRequest, ClaimRequest, OneTimeSignInRequest, PairAnswer, PairRequest, SignInRequest, StaffUser } from './staff.ts';
import { DailySummary, DailySummaryQuery, HourSummary, KioskList, ProcedureSummary, ServicePointList, StepSummary } from './summaries.ts';

/** Who may call a route: a kiosk with its token, signed-in staff (or a read token on GET), or anyone. */
export type Access = 'device' | 'staff' | 'anyone';

const Nothing = Type.Null();

/** Every JSON route of the centre: the code, docs/protocol.md and the clients are held to this table. */
export const HTTP_ROUTES = {
  enrol: { method: 'POST', path: '/api/v1/enrol', access: 'anyone', request: EnrolRequest, answer: EnrolAnswer, status: 201 },
  ledger: { method: 'POST', path: '/api/v1/ledger', access: 'device', request: LedgerBatch, answer: LedgerReceipt, status: 200 },
  heartbeat: { method: 'POST', path: '/api/v1/heartbeat', access: 'device', request: Heartbeat, answer: HeartbeatAnswer, status: 200 },
  signIn: { method: 'POST', path: '/api/v1/sign-in', access: 'anyone', request: SignInRequest, answer: Nothing, status: 204 },
  signInOnce: { method: 'POST', path: '/api/v1/sign-in/once', access: 'anyone', request: OneTimeSignInRequest, answer: Nothing, status: 204 },
  claim: { method: 'POST', path: '/api/v1/me/claim', access: 'staff', request: ClaimRequest, answer: Nothing, status: 204 },
  signOut: { method: 'POST', path: '/api/v1/sign-out', access: 'staff', request: Nothing, answer: Nothing, status: 204 },
  me: { method: 'GET', path: '/api/v1/me', access: 'staff', request: Nothing, answer: StaffUser, status: 200 },
  servicePoints: { method: 'GET', path: '/api/v1/service-points', access: 'staff', request: Nothing, answer: ServicePointList, status: 200 },
  addServicePoint: { method: 'POST', path: '/api/v1/service-points', access: 'staff', request: AddPointRequest, answer: Type.Object({ id: Type.String(), name: Type.String() }), status: 201 },
  pair: { method: 'POST', path: '/api/v1/pairing-codes', access: 'staff', request: PairRequest, answer: PairAnswer, status: 201 },
  kiosks: { method: 'GET', path: '/api/v1/kiosks', access: 'staff', request: Nothing, answer: KioskList, status: 200 },
  daily: { method: 'GET', path: '/api/v1/summaries/daily', access: 'staff', request: DailySummaryQuery, answer: DailySummary, status: 200 },
  hourly: { method: 'GET', path: '/api/v1/summaries/hourly', access: 'staff', request: DailySummaryQuery, answer: HourSummary, status: 200 },
  procedures: { method: 'GET', path: '/api/v1/summaries/procedures', access: 'staff', request: DailySummaryQuery, answer: ProcedureSummary, status: 200 },
  steps: { method: 'GET', path: '/api/v1/summaries/steps', access: 'staff', request: DailySummaryQuery, answer: StepSummary, status: 200 },
} as const;

export type HttpRouteName = keyof typeof HTTP_ROUTES;

/** Every error answer of the centre and of the kiosk's loopback door. */
export const ErrorAnswer = Type.Object({ error: Type.Object({ code: Type.String(), message: Type.String() }) });
