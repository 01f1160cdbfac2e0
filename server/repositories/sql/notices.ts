import { NOTICE_KINDS } from '#contract/people.ts';
import type { ListedSubscription, NoticeRepository, SubscriptionRow } from '../notices.ts';
import { inList } from './in-list.ts';
import { integerOf, integerOrNull, flagOf, textOf, textOrNull, type Row } from './read-row.ts';
import { BELOW } from './service-points.ts';
import type { SqlStore } from './sql-store.ts';

const WAITING = '(SELECT CAST(count(*) AS BIGINT) FROM outbox WHERE outbox.subscription_id = subscription.id AND done_at IS NULL) AS waiting';
/** The unit of the first value and all units above it, as `above (id)`. */
const ABOVE = `WITH RECURSIVE above (id) AS (
  SELECT id FROM unit WHERE id = ? UNION SELECT unit.parent FROM unit JOIN above ON unit.id = above.id WHERE unit.parent IS NOT NULL
)`;
const MOST_AT_ONCE = 200;

export function noticeRepository(store: SqlStore): NoticeRepository {
  return { ...subscriptions(store), ...outbox(store), ...sending(store) };
}

type Subscriptions = Pick<NoticeRepository, 'add' | 'find' | 'listBelow' | 'listAbove' | 'remove' | 'removeOfTarget'>;

function subscriptions({ read, write, writeBeside }: SqlStore): Subscriptions {
  return {
    async add(row) {
      await writeBeside((tx) =>
        tx.run('INSERT INTO subscription (id, unit, kinds, channel, target, secret, created_at, created_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?)', [row.id, row.unit, JSON.stringify(row.kinds), row.channel, row.target, row.secret, row.createdAt, row.createdBy]),
      );
    },
    async find(id) {
      const row = await read.get('SELECT * FROM subscription WHERE id = ? AND removed_at IS NULL', [id]);
      return row === undefined ? null : subscriptionOf(row);
    },
    async listBelow(unit) {
      const from = `SELECT subscription.*, ${WAITING} FROM subscription WHERE removed_at IS NULL`;
      const order = 'ORDER BY created_at DESC, id';
      const rows = unit === null ? await read.all(`${from} ${order}`) : await read.all(`${BELOW} ${from} AND unit IN (SELECT id FROM below) ${order}`, [unit]);
      return rows.map((row): ListedSubscription => ({ ...subscriptionOf(row), waiting: integerOf(row, 'waiting') }));
    },
    async listAbove(unit) {
      const rows = await read.all(`${ABOVE} SELECT * FROM subscription WHERE removed_at IS NULL AND (unit IS NULL OR unit IN (SELECT id FROM above)) ORDER BY id`, [unit]);
      return rows.map(subscriptionOf);
    },
    async remove(id, now) {
      return write(async (tx) => {
        const removed = await tx.run('UPDATE subscription SET removed_at = ? WHERE id = ? AND removed_at IS NULL', [now, id]);
        await tx.run('DELETE FROM outbox WHERE subscription_id = ?', [id]);
        return removed === 1;
      });
    },
    async removeOfTarget(target, now) {
      await write(async (tx) => {
        await tx.run("DELETE FROM outbox WHERE subscription_id IN (SELECT id FROM subscription WHERE channel = 'mail' AND target = ?)", [target]);
        await tx.run("UPDATE subscription SET removed_at = ? WHERE channel = 'mail' AND target = ? AND removed_at IS NULL", [now, target]);
      });
    },
  };
}

function outbox({ read, writeBeside }: SqlStore): Pick<NoticeRepository, 'enqueue' | 'waiting' | 'forget'> {
  return {
    async enqueue(messages) {
      if (messages.length === 0) return;
      await writeBeside(async (tx) => {
        for (const message of messages) {
          await tx.run(
            `INSERT INTO outbox (id, subscription_id, notice_key, urgent, body, created_at, due_at, attempts) VALUES (?, ?, ?, ?, ?, ?, ?, 0)
             ON CONFLICT (subscription_id, notice_key) DO NOTHING`,
            [message.id, message.subscriptionId, message.noticeKey, message.urgent ? 1 : 0, message.body, message.createdAt, message.dueAt],
          );
        }
      });
    },
    async waiting(subscriptionId) {
      const rows = await read.all(`SELECT id, urgent, body, created_at, due_at, attempts FROM outbox WHERE subscription_id = ? AND done_at IS NULL ORDER BY created_at, id LIMIT ${MOST_AT_ONCE}`, [subscriptionId]);
      return rows.map((row) => ({
        id: textOf(row, 'id'),
        urgent: flagOf(row, 'urgent'),
        body: textOf(row, 'body'),
        createdAt: integerOf(row, 'created_at'),
        dueAt: integerOf(row, 'due_at'),
        attempts: integerOf(row, 'attempts'),
      }));
    },
    async forget(before) {
      await writeBeside((tx) => tx.run('DELETE FROM outbox WHERE done_at IS NOT NULL AND done_at < ?', [before]));
    },
  };
}

function sending({ read, write, writeBeside }: SqlStore): Pick<NoticeRepository, 'listDue' | 'claim' | 'release' | 'sent' | 'failed'> {
  return {
    async listDue(now, most) {
      const rows = await read.all(
        `SELECT subscription_id, MIN(due_at) AS first FROM outbox JOIN subscription ON subscription.id = outbox.subscription_id
         WHERE done_at IS NULL AND due_at <= ? AND removed_at IS NULL AND (busy_until IS NULL OR busy_until <= ?)
         GROUP BY subscription_id ORDER BY first, subscription_id LIMIT ?`,
        [now, now, most],
      );
      return rows.map((row) => textOf(row, 'subscription_id'));
    },
    async claim(subscriptionId, { now, until }) {
      const claimed = await writeBeside((tx) => tx.run('UPDATE subscription SET busy_until = ? WHERE id = ? AND removed_at IS NULL AND (busy_until IS NULL OR busy_until <= ?)', [until, subscriptionId, now]));
      return claimed === 1;
    },
    async release(subscriptionId) {
      await writeBeside((tx) => tx.run('UPDATE subscription SET busy_until = NULL WHERE id = ?', [subscriptionId]));
    },
    async sent(subscriptionId, ids, { now, digest }) {
      const list = inList(ids);
      await write(async (tx) => {
        await tx.run(`UPDATE outbox SET done_at = ?, attempts = attempts + 1, problem = NULL WHERE id IN ${list.sql}`, [now, ...list.values]);
        await tx.run('UPDATE subscription SET last_sent_at = ?, problem = NULL WHERE id = ?', [now, subscriptionId]);
        if (digest) await tx.run('UPDATE subscription SET digest_at = ? WHERE id = ?', [now, subscriptionId]);
      });
    },
    async failed(subscriptionId, ids, { now, dueAt, problem }) {
      const list = inList(ids);
      await write(async (tx) => {
        const change = dueAt === null ? 'done_at = ?' : 'due_at = ?';
        await tx.run(`UPDATE outbox SET ${change}, attempts = attempts + 1, problem = ? WHERE id IN ${list.sql}`, [dueAt ?? now, problem, ...list.values]);
        await tx.run('UPDATE subscription SET problem = ? WHERE id = ?', [problem, subscriptionId]);
      });
    },
  };
}

function subscriptionOf(row: Row): SubscriptionRow {
  const kinds: unknown = JSON.parse(textOf(row, 'kinds'));
  return {
    id: textOf(row, 'id'),
    unit: textOrNull(row, 'unit'),
    kinds: NOTICE_KINDS.filter((kind) => Array.isArray(kinds) && kinds.includes(kind)),
    channel: textOf(row, 'channel') === 'webhook' ? 'webhook' : 'mail',
    target: textOf(row, 'target'),
    secret: textOrNull(row, 'secret'),
    createdAt: integerOf(row, 'created_at'),
    createdBy: textOf(row, 'created_by'),
    digestAt: integerOrNull(row, 'digest_at'),
    lastSentAt: integerOrNull(row, 'last_sent_at'),
    problem: textOrNull(row, 'problem'),
  };
}
