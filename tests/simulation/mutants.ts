/** One exact change of a source. */
export type Edit = { readonly file: string; readonly find: string; readonly put: string };
/** A mistake that somebody could make; a simulation that does not see it is worth nothing. */
export type Mutant = { readonly name: string; readonly edits: readonly Edit[] };

const HEARTBEAT_MARK: Edit = { file: 'host/upload/uploader.ts', find: 'return outcome.received === undefined || ledger.hear(outcome.received).ok;', put: 'return true;' };

export const MUTANTS: readonly Mutant[] = [
  { name: 'the kiosk skips the fsync', edits: [{ file: 'host/adapters/sqlite-ledger-schema.ts', find: 'PRAGMA synchronous = FULL', put: 'PRAGMA synchronous = OFF' }] },
  { name: 'the centre skips the fsync', edits: [{ file: 'server/repositories/sqlite/database.ts', find: 'PRAGMA synchronous = FULL', put: 'PRAGMA synchronous = OFF' }] },
  { name: 'the kiosk thanks whatever came of it', edits: [{ file: 'host/ledger/ledger.ts', find: 'if (!written.ok) return written;', put: "if (!written.ok) return success({ stream: 'none-at-all', seq: 1 });" }] },
  { name: 'the centre acknowledges before the commit', edits: [{ file: 'server/repositories/sqlite/database.ts', find: 'return () => resolve(value);', put: 'resolve(value); return () => undefined;' }] },
  { name: 'the kiosk sends from one too far', edits: [{ file: 'host/ledger/ledger.ts', find: 'const first = state.value.mark + 1;', put: 'const first = state.value.mark + 2;' }] },
  { name: 'the kiosk marks one too many', edits: [{ file: 'host/ledger/ledger.ts', find: 'this.#store.setMark(mark, this.#today())', put: 'this.#store.setMark(mark + 1, this.#today())' }] },
  { name: 'the centre marks one too few', edits: [{ file: 'server/services/ledger/plan-batch.ts', find: 'mark: lastOf(batch),', put: 'mark: lastOf(batch) - 1,' }] },
  { name: 'the kiosk drops what was too large (413)', edits: [{ file: 'host/upload/uploader.ts', find: "const learnt = outcome.kind === 'received' ?", put: "if (outcome.kind === 'too-much') ledger.receive(first + entries.length - 1);\n    const learnt = outcome.kind === 'received' ?" }] },
  { name: 'the centre forgets a retract', edits: [{ file: 'server/services/ledger/plan-taps.ts', find: 'reasons === null ? { ...state, retracted: true } :', put: 'reasons === null ? state :' }] },
  { name: 'the centre keeps the first reasons, not the last', edits: [{ file: 'server/services/ledger/plan-taps.ts', find: ': { ...state, reasons });', put: ': { ...state, reasons: [...state.reasons, ...reasons, ...reasons] });' }] },
  { name: 'rollups stand outside the transaction', edits: [{ file: 'server/repositories/sqlite/ledger.ts', find: 'addToRollups(prepare, rollups);', put: "prepare('COMMIT').run();\n      prepare('BEGIN IMMEDIATE').run();\n      addToRollups(prepare, rollups);" }] },
  { name: 'the hour is not counted', edits: [{ file: 'server/services/ledger/count-batch.ts', find: 'add(rows.hour, at, 1);', put: '' }] },
  { name: 'nothing is skipped that is there already', edits: [{ file: 'server/services/ledger/plan-batch.ts', find: 'readEntries({ entries, first, from: stream.mark + 1,', put: 'readEntries({ entries, first, from: first,' }] },
  { name: 'the kiosk deletes what is acknowledged', edits: [{ file: 'host/adapters/sqlite-ledger-store.ts', find: 'sql.rememberMark.run(day, mark);', put: "sql.rememberMark.run(day, mark);\n      sql.prune.run('9999-12-31');" }] },
  { name: 'the kiosk never lets its mark fall', edits: [{ file: 'host/ledger/ledger.ts', find: 'return mark === state.mark ?', put: 'return mark <= state.mark ?' }] },
  { name: 'the kiosk ignores LEDGER_GAP and the mark of heartbeats', edits: [{ file: 'host/upload/read-answer.ts', find: 'if (answer.status === 409) {', put: 'if (answer.status === 0) {' }, HEARTBEAT_MARK] },
  { name: 'a restored centre is healed by the next tap only', edits: [HEARTBEAT_MARK] },
  { name: 'two histories of one stream are taken for one', edits: [{ file: 'server/services/ledger/take-group.ts', find: 'return same === null ? null :', put: 'return same !== -1 ? null :' }] },
  { name: 'the centre corrects no clock', edits: [{ file: 'server/services/ledger/place-entry.ts', find: 'const at = now - (clock.up - stamp.up);', put: 'const at = stamp.at;' }] },
  { name: 'a boot is taken for another one', edits: [{ file: 'server/services/ledger/place-entry.ts', find: "if (stamp.boot !== clock.boot) return { at: own, placing: 'unplaceable' };", put: '' }] },
  { name: 'a clock that was set since is believed', edits: [{ file: 'server/services/ledger/place-entry.ts', find: 'if (clockIsRight && !wasSetSince)', put: 'if (clockIsRight)' }] },
  { name: 'the kiosk counts its days by the wall clock', edits: [{ file: 'host/ledger/clock-correction.ts', find: 'if (known === null || known.boot !== clock.boot) return clock.now;', put: 'if (clock.now > 0) return clock.now;\n  if (known === null || known.boot !== clock.boot) return clock.now;' }] },
  { name: 'the count of a day is told once only', edits: [{ file: 'server/repositories/sql/device-beats.ts', find: 'WHERE stream_day.made IS NULL OR stream_day.made < excluded.made', put: 'WHERE stream_day.made IS NULL' }] },
  { name: 'two machines on one disk image are not seen', edits: [{ file: 'server/services/fleet/follow-boots.ts', find: 'const LEAST_TURNS = 2;', put: 'const LEAST_TURNS = 2_000;' }] },
  { name: 'a revoked token is good for ever', edits: [{ file: 'server/services/device-access.ts', find: "if (device.revoked) return failure(", put: "if (device.revoked && token === '') return failure(" }, { file: 'server/services/ledger/plan-batch.ts', find: 'if (stream?.isRevoked === true)', put: "if (stream?.isRevoked === true && batch.stream === '')" }] },
];
