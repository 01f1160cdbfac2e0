// A part of the herd, as a process of its own: it hears by IPC who it is, and tells how far it is.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { bucketTimers } from './bucket-timers.ts';
import { herdHttp, type Meetings } from './herd-http.ts';
import { simulatedKiosk, type Enrolled } from './simulated-kiosk.ts';

export type HerdOrder = { readonly kiosks: readonly Enrolled[]; readonly port: number; readonly entries: number; readonly mostSockets: number };
export type HerdNews =
  | { readonly kind: 'progress'; readonly waiting: number; readonly sockets: number; readonly statuses: Readonly<Record<string, number>> }
  | { readonly kind: 'ended'; readonly waiting: number; readonly beats: Meetings; readonly batches: Meetings; readonly cpuSeconds: number; /** How late this process came to its clocks, ms. */ readonly lateP99: number; readonly lateMost: number };

const LOOK_EVERY = 500;

process.once('message', (order: HerdOrder) => run(order));

function run({ kiosks, port, entries, mostSockets }: HerdOrder): void {
  const timers = bucketTimers();
  const lateness = monitorEventLoopDelay({ resolution: 10 });
  const { beats, batches, sockets, line } = herdHttp(port, timers, mostSockets);
  const herd = kiosks.map((one) => simulatedKiosk(one, { centreUrl: `http://127.0.0.1:${port}`, http: line(), timers, entries, onReceived: () => undefined }));
  const waitingOfAll = (): number => herd.reduce((sum, kiosk) => sum + kiosk.waiting(), 0);
  lateness.enable();
  for (const kiosk of herd) kiosk.start();
  const progress = setInterval(() => tell({ kind: 'progress', waiting: waitingOfAll(), sockets: sockets(), statuses: batches.statuses }), LOOK_EVERY);
  process.once('message', () => {
    clearInterval(progress);
    const { user, system } = process.cpuUsage();
    const ms = (nanoseconds: number): number => nanoseconds / 1e6;
    tell({ kind: 'ended', waiting: waitingOfAll(), beats, batches, cpuSeconds: (user + system) / 1e6, lateP99: ms(lateness.percentile(99)), lateMost: ms(lateness.max) });
    // It lives on until it is killed: latencies are megabytes, and a process that exits takes along what it has not handed over yet.
  });
}

function tell(news: HerdNews): void {
  process.send?.(news);
}
