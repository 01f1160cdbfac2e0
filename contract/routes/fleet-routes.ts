import { Type } from 'typebox';
import { AddPointRequest, PairAnswer, PairRequest } from '../staff.ts';
import { KioskList, ServicePointList } from '../summaries.ts';

const Nothing = Type.Null();

/** Units, service points and kiosks. */
export const FLEET_ROUTES = {
  servicePoints: { method: 'GET', path: '/api/v1/service-points', access: 'staff', request: Nothing, answer: ServicePointList, status: 200 },
  addServicePoint: { method: 'POST', path: '/api/v1/service-points', access: 'staff', request: AddPointRequest, answer: Type.Object({ id: Type.String(), name: Type.String() }), status: 201 },
  pair: { method: 'POST', path: '/api/v1/pairing-codes', access: 'staff', request: PairRequest, answer: PairAnswer, status: 201 },
  kiosks: { method: 'GET', path: '/api/v1/kiosks', access: 'staff', request: Nothing, answer: KioskList, status: 200 },
} as const;
