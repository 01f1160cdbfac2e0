import { noteSegmentsGone, streamsWithSegmentsBefore } from '../sql/forget-segments.ts';
import type { Database } from './database.ts';
import { queriesOf } from './sqlite-store.ts';

/** Deletes raw entries received before a time, a stream a transaction: kiosks get their turns in between. */
export async function pruneLedger(database: Database, before: number): Promise<number> {
  let gone = 0;
  for (const streamNo of await streamsWithSegmentsBefore(queriesOf(database.read), before)) {
    gone += await database.write(async (prepare) => {
      const count = await noteSegmentsGone(queriesOf(prepare), streamNo, before);
      prepare('DELETE FROM segment WHERE stream_no = ? AND received_at < ?').run(streamNo, before);
      return count;
    });
  }
  return gone;
}
