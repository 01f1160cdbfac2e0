import type { ErrorCode } from '#contract/errors.ts';
import type { KioskApi } from '#contract/kiosk-api.ts';
import type { KioskAnswer, KioskChannel, KioskRequest } from '#contract/kiosk-channels.ts';
import { assertNever } from '#domain/assert-never.ts';
import { failure, type Failure, type Result } from '#domain/result.ts';
import type { PageClock } from './clock.ts';
import type { Effect } from './effect.ts';
import type { KioskEvent } from './event.ts';
import type { Refusal } from './state.ts';

export type EffectPorts = {
  readonly api: KioskApi;
  readonly clock: PageClock;
  /** In [0, 1). */
  readonly chance: () => number;
  readonly reloadPage: () => void;
  /** Prints the page without waiting for paper. Left out: window.print. */
  readonly printPage?: () => void;
};

/** A host that says nothing this long has failed; ms. */
const ANSWER_LIMIT_MS = 15_000;

/** Does what the machine asked for and tells it what came of it. Never rejects for an expected failure. */
export async function runEffect(effect: Effect, ports: EffectPorts, send: (event: KioskEvent) => void): Promise<void> {
  switch (effect.kind) {
    case 'load':
      return load(ports, send);
    case 'load-content':
      return loadContent(ports, send);
    case 'record-tap':
      return recordTap(effect, ports, send);
    case 'record':
      return record(effect, ports, send);
    case 'report-clip':
      await ask(ports, 'clipFailed', { clip: effect.clip, reason: effect.reason });
      return;
    case 'report-bug':
      await ask(ports, 'bug', { message: effect.message });
      return;
    case 'reload-page':
      ports.reloadPage();
      return;
    case 'print':
      return print(effect, ports, send);
    case 'rephrase':
      return rephrase(effect, ports, send);
    default:
      return runStaffEffect(effect, ports, send);
  }
}

/** A browser does not say what became of the sheet; with --kiosk-printing it shows no dialogue. */
const browserPrints = (): void => window.print();

async function print(effect: Extract<Effect, { kind: 'print' }>, ports: EffectPorts, send: Send): Promise<void> {
  if (effect.by === 'host') {
    const printed = await ask(ports, 'print', { widthMm: effect.widthMm, heightMm: effect.heightMm });
    return send({ kind: 'print-ended', failure: printed.ok ? null : printed.error.code });
  }
  (ports.printPage ?? browserPrints)();
  send({ kind: 'print-ended', failure: null });
}

async function rephrase({ ticket, question, passages, lang }: Extract<Effect, { kind: 'rephrase' }>, ports: EffectPorts, send: Send): Promise<void> {
  const answer = await ask(ports, 'rephrase', { question, passages: [...passages], lang });
  send({ kind: 'rephrase-ended', ticket, text: answer.ok ? answer.value.text : null });
}

type StaffEffect = Exclude<Effect, { kind: 'load' | 'load-content' | 'record-tap' | 'record' | 'report-clip' | 'report-bug' | 'reload-page' | 'print' | 'rephrase' }>;
type Send = (event: KioskEvent) => void;

async function runStaffEffect(effect: StaffEffect, ports: EffectPorts, send: Send): Promise<void> {
  switch (effect.kind) {
    case 'staff-unlock':
      return tell(await ask(ports, 'staffUnlock', { pin: effect.pin }), send, ({ key }) => ({ kind: 'staff-opened', key }));
    case 'staff-set-pin': {
      const request = effect.key === null ? { pin: effect.pin } : { pin: effect.pin, key: effect.key };
      return tell(await ask(ports, 'staffSetPin', request), send, ({ key }) => ({ kind: 'staff-opened', key }));
    }
    case 'staff-lock':
      await ask(ports, 'staffLock', { key: effect.key });
      return;
    case 'staff-load':
      return loadStaff(effect.key, ports, send);
    case 'send-now':
      tell(await ask(ports, 'sendNow', { key: effect.key }), send, (status) => ({ kind: 'staff-status', status }));
      return tell(await ask(ports, 'staffDays', { key: effect.key }), send, ({ days }) => ({ kind: 'staff-days', days }));
    case 'leave-kiosk':
      return tell(await ask(ports, 'leaveKiosk', { key: effect.key }), send, () => null);
    case 'enrol': {
      const { centreUrl, pairingCode, key } = effect;
      const request = key === null ? { centreUrl, pairingCode } : { centreUrl, pairingCode, key };
      return tell(await ask(ports, 'enrol', request), send, (boot) => ({ kind: 'boot-changed', boot }));
    }
    case 'save-settings': {
      const { settings, finish } = effect;
      const request = effect.key === null ? { settings, finish } : { settings, finish, key: effect.key };
      return tell(await ask(ports, 'saveSettings', request), send, (boot) => ({ kind: 'boot-changed', boot }));
    }
    default:
      return assertNever(effect, 'Nobody does this effect');
  }
}

/** Asks the host; a broken bridge and a host that stays silent are answers too. */
async function ask<Channel extends KioskChannel>(
  { api, clock }: EffectPorts,
  channel: Channel,
  request: KioskRequest<Channel>,
): Promise<Result<KioskAnswer<Channel>, ErrorCode>> {
  let cancel = (): void => undefined;
  const silence = new Promise<Result<KioskAnswer<Channel>, ErrorCode>>((resolve) => {
    cancel = clock.after(ANSWER_LIMIT_MS, () => resolve(failure('KIOSK_HOST_AWAY', `The host did not answer ${channel}`)));
  });
  try {
    return await Promise.race([api.call(channel, request), silence]);
  } finally {
    cancel();
  }
}

function tell<Value>(result: Result<Value, ErrorCode>, send: Send, event: (value: Value) => KioskEvent | null): void {
  if (!result.ok) return send({ kind: 'staff-refused', refusal: refusalOf(result.error) });
  const told = event(result.value);
  if (told !== null) send(told);
}

function refusalOf(error: Failure<ErrorCode>): Refusal {
  const wait = error.details?.['retryAfterMs'];
  return { code: error.code, retrySeconds: typeof wait === 'number' ? Math.ceil(wait / 1000) : null };
}

async function load(ports: EffectPorts, send: Send): Promise<void> {
  const [boot, content] = await Promise.all([ask(ports, 'boot', null), ask(ports, 'content', null)]);
  if (!boot.ok) return send({ kind: 'boot-failed', code: boot.error.code });
  if (!content.ok) return send({ kind: 'boot-failed', code: content.error.code });
  send({ kind: 'booted', boot: boot.value, pack: content.value });
}

async function loadContent(ports: EffectPorts, send: Send): Promise<void> {
  const content = await ask(ports, 'content', null);
  // A pack that cannot be read leaves the present one in use; the host reports the fault.
  if (content.ok) send({ kind: 'content-loaded', pack: content.value });
}

async function recordTap(effect: Extract<Effect, { kind: 'record-tap' }>, ports: EffectPorts, send: Send): Promise<void> {
  const { ticket, body } = effect;
  const result = await ask(ports, 'record', body);
  if (!result.ok) return send({ kind: 'tap-failed', ticket, code: result.error.code });
  send({ kind: 'tap-recorded', ticket, seq: result.value.seq, chance: ports.chance() });
}

async function record(effect: Extract<Effect, { kind: 'record' }>, ports: EffectPorts, send: Send): Promise<void> {
  const { body } = effect;
  const result = await ask(ports, 'record', body);
  if (result.ok) return;
  const entry = body.kind === 'retract' || body.kind === 'reasons' ? body.kind : 'usage';
  send({ kind: 'entry-failed', entry, code: result.error.code });
}

async function loadStaff(key: string, ports: EffectPorts, send: Send): Promise<void> {
  const [days, status] = await Promise.all([ask(ports, 'staffDays', { key }), ask(ports, 'staffStatus', { key })]);
  tell(days, send, (value) => ({ kind: 'staff-days', days: value.days }));
  tell(status, send, (value) => ({ kind: 'staff-status', status: value }));
}
