import { join } from 'node:path';
import { SqliteLedgerStore } from '#host/adapters/sqlite-ledger-store.ts';
import type { NewEntry } from '#host/ports.ts';
import type { LedgerPromise } from './promises.ts';
import { tell } from './tell.ts';

/**
 * A kiosk's life for the recorder: taps, marks, a clock that is set right, restarts, pruning, and a new stream. Long enough
 * for SQLite to carry its log into the file while taps go on. Arguments: folder, taps.
 */
const [folder = '', wanted = '450'] = process.argv.slice(2);
const taps = Number(wanted);
const promise = (what: LedgerPromise): void => tell(what);
let streams = 0;
const store = new SqliteLedgerStore({ path: join(folder, 'ledger.sqlite'), newStream: () => `stream-${(streams += 1)}`, stamp: () => '20261123T081500-abc' });

function must<Value>(result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: { readonly message: string } }): Value {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const entry = (name: string, up: number): NewEntry => ({ kind: 'tap', up, boot: 'b1', day: '2026-11-23', hour: 8, body: JSON.stringify({ kind: 'tap', score: 5, about: 'visit', step: name }) });
let { stream } = must(store.open());
let made = 0;
function tap(): void {
  made += 1;
  const name = `t-${made}`;
  promise({ kind: 'thanked', stream, seq: must(store.append(entry(name, made))), name });
}
function send(upTo: number, day: string): void {
  must(store.setOffered(upTo));
  promise({ kind: 'offered', stream, seq: upTo });
  must(store.setMark(upTo, day));
}

for (let round = 1; round <= 10; round += 1) {
  while (made < (taps * round) / 10) tap();
  if (round < 8) send(made - 5, round < 3 ? '2025-01-01' : '2026-11-23');
  if (round === 4) must(store.placeBoot('b1', () => ({ day: '2026-11-22', hour: 9 })));
  if (round === 6) {
    store.close();
    ({ stream } = must(store.open()));
  }
  if (round === 7) {
    promise({ kind: 'may-go', stream, seq: Math.ceil((taps * 2) / 10) });
    must(store.prune('2026-01-01'));
  }
}
// A centre that knows more than was ever offered: a new stream, with what was not sent.
const { mark, head } = must(store.state());
const unsent = must(store.read(mark + 1, head - mark));
({ stream } = must(store.beginStream(unsent.map(({ seq: _seq, ...rest }) => rest))));
for (let one = 0; one < Math.max(10, taps / 10); one += 1) tap();
store.close();
