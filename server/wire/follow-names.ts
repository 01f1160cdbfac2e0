import type { FastifyInstance } from 'fastify';
import { repeat } from '../adapters/repeat.ts';
import type { PublishedNames } from '../services/library/published-names.ts';

/** One small question each time. */
const LOOK_MS = 5_000;

/** Keeps the names of guides and reasons at what is published while this process runs; another process may have published it. */
export function followNames(app: FastifyInstance, names: Pick<PublishedNames, 'follow'>): void {
  let following: { stop(): Promise<void> } | null = null;
  const follow = async (): Promise<void> => {
    if ((await names.follow()) === 'renamed') app.log.debug('guides and reasons are named as published');
  };
  app.addHook('onReady', async () => {
    following = repeat(follow, LOOK_MS, (cause) => app.log.warn({ err: cause }, 'the names of guides and reasons stay as they are'));
  });
  app.addHook('onClose', async () => {
    await following?.stop();
  });
}
