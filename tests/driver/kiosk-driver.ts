import { READY_BOOT } from '#tests/fakes/fake-kiosk-api.ts';
import { SMALL_PACK } from '#tests/fakes/small-pack.ts';
import type { ContentPack } from '#contract/content-pack.ts';
import type { ErrorCode } from '#contract/errors.ts';
import type { BootInfo } from '#contract/kiosk-channels.ts';
import type { EntryBody } from '#contract/ledger.ts';
import type { Score } from '#domain/score.ts';
import type { Effect } from '#renderer/session/effect.ts';
import type { KioskEvent } from '#renderer/session/event.ts';
import { transition } from '#renderer/session/machine.ts';
import { startingState } from '#renderer/session/moves/move.ts';
import type { Screen, SessionState } from '#renderer/session/state.ts';

type DriverOptions = { readonly pack?: ContentPack; readonly boot?: BootInfo };

/** 10:00 on 23 November 2026 in Viet Nam. */
export const MORNING = Date.UTC(2026, 10, 23, 3);
const TICK_MS = 250;

/**
 * Walks a citizen through the session machine with a ledger in memory and a clock that only moves when
 * told. It speaks a visitor's language: `new KioskDriver().wake().openGuide('khai-sinh').waitSeconds(60)`.
 */
export class KioskDriver {
  state: SessionState = startingState({ up: 0, wall: MORNING });
  /** Everything that is on disk; an entry's number is its place from 1. */
  readonly ledger: EntryBody[] = [];
  /** Every effect the machine asked for, entries too. */
  readonly effects: Effect[] = [];
  /** While true, taps are on their way and the disk has not answered. */
  holdsDisk = false;
  brokenDisk: ErrorCode | null = null;
  private up = 0;
  private waiting: Extract<Effect, { kind: 'record-tap' }>[] = [];

  constructor({ pack = SMALL_PACK, boot = READY_BOOT }: DriverOptions = {}) {
    this.send({ kind: 'booted', boot, pack });
    this.pass(1_000);
  }

  get screen(): Screen {
    return this.state.screen;
  }

  send(event: KioskEvent): this {
    const { state, effects } = transition(this.state, { ...event, moment: { up: this.up, wall: MORNING + this.up } });
    this.state = state;
    for (const effect of effects) this.perform(effect);
    return this;
  }

  /** A press with enough time before it that no guard and no tremor rule swallows it. */
  press(event: KioskEvent): this {
    return this.pass(600).send(event);
  }

  wake(clip: string | null = null): this {
    return this.press({ kind: 'wake', clip });
  }

  openGuide(slug: string): this {
    return this.press({ kind: 'open-guide', slug });
  }

  touchFace(score: Score): this {
    return this.press({ kind: 'face', score });
  }

  /** Time goes by with the machine's own ticks. */
  waitSeconds(seconds: number): this {
    for (let left = seconds * 1000; left > 0; left -= TICK_MS) this.pass(Math.min(TICK_MS, left)).send({ kind: 'tick' });
    return this;
  }

  /** Time goes by and nobody looks. */
  pass(ms: number): this {
    this.up += ms;
    return this;
  }

  /** The disk answers every tap that waits. */
  releaseDisk(): this {
    const waiting = this.waiting;
    this.waiting = [];
    this.holdsDisk = false;
    for (const effect of waiting) this.perform(effect);
    return this;
  }

  entries<Kind extends EntryBody['kind']>(kind: Kind): readonly Extract<EntryBody, { kind: Kind }>[] {
    return this.ledger.filter((entry): entry is Extract<EntryBody, { kind: Kind }> => entry.kind === kind);
  }

  private perform(effect: Effect): void {
    this.effects.push(effect);
    if (effect.kind === 'record-tap') this.storeTap(effect);
    if (effect.kind === 'record') this.store(effect.body);
  }

  private storeTap(effect: Extract<Effect, { kind: 'record-tap' }>): void {
    if (this.holdsDisk) {
      this.waiting.push(effect);
      return;
    }
    if (this.brokenDisk !== null) {
      this.send({ kind: 'tap-failed', ticket: effect.ticket, code: this.brokenDisk });
      return;
    }
    this.ledger.push(effect.body);
    this.send({ kind: 'tap-recorded', ticket: effect.ticket, seq: this.ledger.length, chance: 0.42 });
  }

  private store(body: EntryBody): void {
    if (this.brokenDisk === null) {
      this.ledger.push(body);
      return;
    }
    const entry = body.kind === 'retract' || body.kind === 'reasons' ? body.kind : 'usage';
    this.send({ kind: 'entry-failed', entry, code: this.brokenDisk });
  }
}
