import type { FastifyInstance } from 'fastify';
import { repeat } from '../adapters/repeat.ts';
import { phonePages, type PhonePagesPorts } from '../services/library/phone-pages.ts';

/** The publication is remembered as long; asking is free in between. */
const LOOK_MS = 5_000;

/** Follows the publication for all kiosks while this process runs. What goes wrong leaves the pages that are shown. */
export function wirePhonePages(app: FastifyInstance, ports: PhonePagesPorts, pauseMs = LOOK_MS): void {
  const pages = phonePages(ports);
  let following: { stop(): Promise<void> } | null = null;
  let isTold = false;
  let isClosing = false;
  const complain = (cause: unknown): void => {
    // A database that is away is told once, not every five seconds.
    if (!isTold) app.log.error({ err: cause }, 'the phone pages could not be compared with the library; they stay as they are');
    isTold = true;
  };
  const follow = async (): Promise<void> => {
    const followed = await pages.follow();
    // A drawing that was ended because the centre ends is no failure: the next start draws.
    if (isClosing) return;
    isTold = false;
    if (followed.kind === 'shown') app.log.info({ edition: followed.edition, drawn: followed.isNew }, 'the phone pages follow the library');
    if (followed.kind === 'failed') app.log.error({ edition: followed.edition, reason: followed.reason }, 'the phone pages of this edition could not be made; the former ones stay');
  };
  app.addHook('onReady', async () => {
    await pages.begin().catch(complain);
    following = repeat(follow, pauseMs, complain);
  });
  app.addHook('onClose', async () => {
    isClosing = true;
    ports.folders.stop();
    await following?.stop();
  });
}
