import { fork } from 'node:child_process';
import { inProject } from '#build/project-root.ts';
import type { HerdNews, HerdOrder } from './herd.ts';

export type HerdEnd = Extract<HerdNews, { kind: 'ended' }>;
export type HerdProcess = {
  readonly waiting: () => number;
  readonly sockets: () => number;
  readonly statuses: () => Readonly<Record<string, number>>;
  /** Stops the herd and hears what it met. */
  readonly end: () => Promise<HerdEnd>;
  readonly kill: () => void;
};

/** Lets a part of the herd loose. */
export function startHerd(order: HerdOrder): HerdProcess {
  const child = fork(inProject('tests/bench/storm/herd.ts'), { serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  let last = { waiting: order.kiosks.length * order.entries, sockets: 0, statuses: {} };
  const ended = new Promise<HerdEnd>((resolve, reject) => {
    child.on('message', (news: HerdNews) => {
      if (news.kind === 'ended') resolve(news);
      else last = news;
    });
    child.once('exit', (code) => reject(new Error(`a part of the herd ended with ${code}`)));
  });
  // Whoever ends it hears of it; until then a broken herd shows as entries that wait.
  ended.catch(() => undefined);
  child.send(order);
  return {
    waiting: () => last.waiting,
    sockets: () => last.sockets,
    statuses: () => last.statuses,
    end: () => {
      child.send('end');
      return ended;
    },
    kill: () => void child.kill('SIGKILL'),
  };
}
