import type { NoticeKind } from '#contract/people.ts';

export type SubscriptionRow = {
  readonly id: string;
  readonly unit: string | null;
  readonly kinds: readonly NoticeKind[];
  readonly channel: 'mail' | 'webhook';
  readonly target: string;
  /** Signs what a webhook gets. */
  readonly secret: string | null;
  readonly createdAt: number;
  readonly createdBy: string;
  readonly digestAt: number | null;
  readonly lastSentAt: number | null;
  readonly problem: string | null;
};

export type ListedSubscription = SubscriptionRow & { readonly waiting: number };

export type NewMessage = {
  readonly id: string;
  readonly subscriptionId: string;
  /** One event is one message a subscription. */
  readonly noticeKey: string;
  readonly urgent: boolean;
  /** JSON. */
  readonly body: string;
  readonly createdAt: number;
  readonly dueAt: number;
};

export type WaitingMessage = Pick<NewMessage, 'id' | 'urgent' | 'body' | 'createdAt' | 'dueAt'> & { readonly attempts: number };

export type NoticeRepository = {
  add(subscription: Omit<SubscriptionRow, 'digestAt' | 'lastSentAt' | 'problem'>): Promise<void>;
  find(id: string): Promise<SubscriptionRow | null>;
  /** Those of a unit and of units below it; null: all. */
  listBelow(unit: string | null): Promise<readonly ListedSubscription[]>;
  /** Those whose unit is this one or lies above it: who wants to hear of it. `unit` null: those of the whole centre. */
  listAbove(unit: string | null): Promise<readonly SubscriptionRow[]>;
  /** Also drops what waits for it. */
  remove(id: string, now: number): Promise<boolean>;
  /** Ends mail to an address that may not have it any more. */
  removeOfTarget(target: string, now: number): Promise<void>;
  /** Keeps what is new; an event that was told before is left out. */
  enqueue(messages: readonly NewMessage[]): Promise<void>;
  /** Subscriptions that something is due for and that nobody is sending to, at most `most`. */
  listDue(now: number, most: number): Promise<readonly string[]>;
  /** True for the one process that may send to it until `until`. */
  claim(subscriptionId: string, time: { readonly now: number; readonly until: number }): Promise<boolean>;
  release(subscriptionId: string): Promise<void>;
  /** Everything not sent yet, due or not, oldest first, at most 200. */
  waiting(subscriptionId: string): Promise<readonly WaitingMessage[]>;
  sent(subscriptionId: string, ids: readonly string[], options: { readonly now: number; readonly digest: boolean }): Promise<void>;
  /** `dueAt` null: given up. */
  failed(subscriptionId: string, ids: readonly string[], options: { readonly now: number; readonly dueAt: number | null; readonly problem: string }): Promise<void>;
  /** Forgets what was done with before `before`. */
  forget(before: number): Promise<void>;
};
