import { ACTOR, done, wrong, type Command } from './command.ts';

export const PRUNE: Command = {
  name: 'db prune',
  summary: 'delete raw entries received before a month (UTC); every summary stays',
  needed: ['before'],
  optional: [],
  async run({ repositories, now }, flags) {
    const month = flags['before'] ?? '';
    const before = startOf(month);
    if (before === null) return wrong(`--before is a month such as 2025-01, not "${month}".`);
    if (before > now()) return wrong(`--before ${month}: that month has not begun.`);
    const segments = await repositories.ledger.prune(before);
    await repositories.audit.add({ at: now(), actor: ACTOR.id, action: 'prune raw entries', subject: month, detail: { segments } });
    return done({ before: month, batches: segments }, [`Deleted the raw entries of ${segments} batches received before ${month}. Summaries stay; these raw entries can be neither shown nor counted again.`]);
  },
};

/** The first moment of a month in UTC, ms; null when there is no such month. */
function startOf(month: string): number | null {
  const found = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month);
  return found === null ? null : Date.UTC(Number(found[1]), Number(found[2]) - 1, 1);
}
