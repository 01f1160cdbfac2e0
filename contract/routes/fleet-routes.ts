import { Type } from 'typebox';
import { AddUnitRequest, AskCommandRequest, ChangeKioskRequest, ChangePointRequest, ChangeUnitRequest, CommandAnswer, KioskCommand, KioskCommandList, KioskDetail, UnitList } from '../fleet.ts';
import { AddPointRequest, PairAnswer, PairRequest } from '../staff.ts';
import { KioskList, ServicePointList } from '../summaries.ts';

const Nothing = Type.Null();

/** Units, service points and kiosks. */
export const FLEET_ROUTES = {
  units: { method: 'GET', path: '/api/v1/units', access: 'staff', request: Nothing, answer: UnitList, status: 200 },
  addUnit: { method: 'POST', path: '/api/v1/units', access: 'staff', request: AddUnitRequest, answer: Nothing, status: 204 },
  changeUnit: { method: 'PATCH', path: '/api/v1/units/:id', access: 'staff', request: ChangeUnitRequest, answer: Nothing, status: 204 },
  servicePoints: { method: 'GET', path: '/api/v1/service-points', access: 'staff', request: Nothing, answer: ServicePointList, status: 200 },
  addServicePoint: { method: 'POST', path: '/api/v1/service-points', access: 'staff', request: AddPointRequest, answer: Type.Object({ id: Type.String(), name: Type.String() }), status: 201 },
  changeServicePoint: { method: 'PATCH', path: '/api/v1/service-points/:id', access: 'staff', request: ChangePointRequest, answer: Nothing, status: 204 },
  pair: { method: 'POST', path: '/api/v1/pairing-codes', access: 'staff', request: PairRequest, answer: PairAnswer, status: 201 },
  kiosks: { method: 'GET', path: '/api/v1/kiosks', access: 'staff', request: Nothing, answer: KioskList, status: 200 },
  kiosk: { method: 'GET', path: '/api/v1/kiosks/:id', access: 'staff', request: Nothing, answer: KioskDetail, status: 200 },
  changeKiosk: { method: 'PATCH', path: '/api/v1/kiosks/:id', access: 'staff', request: ChangeKioskRequest, answer: Nothing, status: 204 },
  replaceKiosk: { method: 'POST', path: '/api/v1/kiosks/:id/replacement', access: 'staff', request: Nothing, answer: PairAnswer, status: 201 },
  revokeKiosk: { method: 'POST', path: '/api/v1/kiosks/:id/revoke', access: 'staff', request: Nothing, answer: Nothing, status: 204 },
  kioskCommands: { method: 'GET', path: '/api/v1/kiosks/:id/commands', access: 'staff', request: Nothing, answer: KioskCommandList, status: 200 },
  askCommand: { method: 'POST', path: '/api/v1/kiosks/:id/commands', access: 'staff', request: AskCommandRequest, answer: KioskCommand, status: 201 },
  commandAnswer: { method: 'GET', path: '/api/v1/commands/:id/answer', access: 'staff', request: Nothing, answer: CommandAnswer, status: 200 },
} as const;
