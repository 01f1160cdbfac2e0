import { join } from 'node:path';
import { openSqliteRepositories } from '#server/repositories/sqlite/sqlite-repositories.ts';
import { ledgerIntake } from '#server/services/ledger/ledger-intake.ts';
import { pairKiosks } from '#tests/integration/server/kiosk-crowd.ts';
import { nameOf, type CentrePromise } from './promises.ts';
import { tell } from './tell.ts';

/**
 * A centre's life on SQLite for the recorder: the first migrations, kiosks paired, batches of all of them at once, a
 * restart in between. Arguments: folder, rounds of batches.
 */
const KIOSKS = 3;

const [folder = '', wanted = ''] = process.argv.slice(2);
await live(folder, Number(wanted));

async function live(place: string, rounds: number): Promise<void> {
  const promise = (what: CentrePromise): void => tell(what);
  const file = join(place, 'centre.db');
  let { repositories } = await openSqliteRepositories(file, Date.now());
  const kiosks = await pairKiosks(repositories, KIOSKS);
  for (const { stream } of kiosks) promise({ kind: 'paired', stream });
  const devices = await repositories.devices.list('all');
  const points = await repositories.points.listBelow(null);
  const marks = kiosks.map(() => 0);
  for (let round = 0; round < rounds; round += 1) {
    if (round === Math.floor(rounds / 2)) {
      await repositories.care.close();
      ({ repositories } = await openSqliteRepositories(file, Date.now()));
    }
    const intake = ledgerIntake(repositories.ledger);
    await Promise.all(
      kiosks.map(async ({ stream }, index) => {
        const [first, count, now] = [(marks[index] ?? 0) + 1, 3 + ((round * 7 + index) % 20), Date.now()];
        const entries = Array.from({ length: count }, (_, at) => ({ kind: 'tap', at: now - at, up: 1e9 - at, boot: 'b', score: 1 + ((first + at) % 5), about: 'visit', step: nameOf(stream, first + at) }));
        const batch = { stream, first, clock: { now, up: 1e9, boot: 'b' }, entries };
        const point = points.find(({ id }) => id === `p${index + 1}`);
        const device = devices.find((known) => known.stream === stream);
        if (point === undefined || device === undefined) throw new Error('a kiosk was not paired');
        const receipt = await intake({ ...batch, now, deviceId: device.id, point: { no: point.no, timezone: point.timezone }, body: { encoding: 'plain', bytes: Buffer.from(JSON.stringify(batch)) } });
        if (!receipt.ok) throw new Error(receipt.error.message);
        marks[index] = receipt.value.received;
        promise({ kind: 'received', stream, seq: receipt.value.received });
      }),
    );
  }
  await repositories.care.close();
}
