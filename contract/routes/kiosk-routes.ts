import { Type } from 'typebox';
import { CommandResult } from '../commands.ts';
import { EnrolAnswer, EnrolRequest } from '../enrol.ts';
import { Heartbeat, HeartbeatAnswer } from '../health.ts';
import { LedgerBatch, LedgerReceipt } from '../ledger.ts';
import { SignedManifest } from '../manifest.ts';
import { RephraseAnswer, RephraseRequest } from '../rephrase.ts';

const Nothing = Type.Null();

/** What a kiosk asks of the centre. */
export const KIOSK_ROUTES = {
  enrol: { method: 'POST', path: '/api/v1/enrol', access: 'anyone', request: EnrolRequest, answer: EnrolAnswer, status: 201 },
  ledger: { method: 'POST', path: '/api/v1/ledger', access: 'device', request: LedgerBatch, answer: LedgerReceipt, status: 200 },
  heartbeat: { method: 'POST', path: '/api/v1/heartbeat', access: 'device', request: Heartbeat, answer: HeartbeatAnswer, status: 200 },
  manifest: { method: 'GET', path: '/api/v1/manifest', access: 'device', request: Nothing, answer: SignedManifest, status: 200 },
  commandResult: { method: 'POST', path: '/api/v1/commands/:id/result', access: 'device', request: CommandResult, answer: Nothing, status: 204 },
  rephrase: { method: 'POST', path: '/api/v1/rephrase', access: 'device', request: RephraseRequest, answer: RephraseAnswer, status: 200 },
} as const;
