import type { FastifyBaseLogger } from 'fastify';
import { repeat } from '../adapters/repeat.ts';
import { alertEngine, LOOK_EVERY_MS, type AlertEnginePorts } from '../services/alerts/alert-engine.ts';
import { noticesSince } from '../services/alerts/alert-notices.ts';
import type { Notices } from '../services/notify.ts';

/** A process may die between keeping an alert and telling it: the next one looks back so far, ms. */
const TELL_BACK_MS = 10 * 60_000;

type WatchPorts = AlertEnginePorts & { readonly tell: Notices['tell'] };

/** Looks for alerts once a minute, in one of all processes, and tells subscribers what began and what is over. */
export function keepWatching(ports: WatchPorts, log: FastifyBaseLogger): { stop(): Promise<void> } {
  const look = alertEngine(ports);
  const turn = async (): Promise<void> => {
    if (!(await look())) return;
    for (const notice of await noticesSince(ports.repositories, ports.clock.now() - TELL_BACK_MS)) await ports.tell(notice);
  };
  return repeat(turn, LOOK_EVERY_MS, (cause) => log.warn({ err: cause }, 'the look for alerts failed; the next is in a minute'));
}
