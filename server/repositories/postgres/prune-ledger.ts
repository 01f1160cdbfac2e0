import { noteSegmentsGone, streamsWithSegmentsBefore } from '../sql/forget-segments.ts';
import { inLongTransaction, type PostgresDatabase } from './database.ts';
import { queriesOf } from './postgres-store.ts';
import { listParts } from './segment-parts.ts';

/**
 * Notes what goes, a stream a transaction, then drops the months' parts: a month goes at once and
 * leaves no holes behind. What lies in a part that is not wholly before goes row by row.
 */
export async function pruneLedger(database: PostgresDatabase, url: string, before: number): Promise<number> {
  const streams = await inLongTransaction(url, (tx) => streamsWithSegmentsBefore(queriesOf(tx), before));
  let gone = 0;
  for (const streamNo of streams) gone += await database.transaction('READ COMMITTED', (queries) => noteSegmentsGone(queriesOf(queries), streamNo, before));
  await inLongTransaction(url, async (tx) => {
    for (const part of await listParts(tx)) if (part.to <= before) await tx.script(`DROP TABLE ${part.name}`);
    await tx.query('DELETE FROM segment WHERE received_at < $1', [before]);
  });
  return gone;
}
