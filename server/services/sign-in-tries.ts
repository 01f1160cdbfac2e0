import type { Clock, Secrets } from '../ports.ts';
import type { Repositories } from '../repositories/repositories.ts';
import type { TryRule } from '../repositories/tries.ts';
import { addressKey } from './throttle.ts';

/** Few tries for one user from one address, more for one address, more for one user from anywhere. */
const BOTH: TryRule = { tries: 6, refillMs: 60_000 };
const BY_ADDRESS: TryRule = { tries: 40, refillMs: 20_000 };
const BY_EMAIL: TryRule = { tries: 30, refillMs: 30_000 };
/** Full buckets are swept away this often by each process, ms. */
const FORGET_MS = 60_000;

/** Counted in the database: the processes of a centre, and one started anew, count together. */
export type SignInTries = {
  /** 0 when the try is allowed, else the wait, ms. */
  take(email: string, address: string): Promise<number>;
  takeAddress(address: string): Promise<number>;
  /** It was no failure: so many tries of the address were none. */
  giveBackAddress(address: string, count: number): Promise<void>;
  /** It was no failure. */
  giveBack(email: string, address: string): Promise<void>;
};

export function signInTries({ clock, secrets, repositories: { tries } }: { readonly clock: Clock; readonly secrets: Secrets; readonly repositories: Pick<Repositories, 'tries'> }): SignInTries {
  let forgotAt = 0;
  // Hashed: people type passwords into the wrong field.
  const emailKey = (email: string): string => secrets.hash(email);
  const sweep = async (): Promise<void> => {
    if (clock.now() - forgotAt < FORGET_MS) return;
    forgotAt = clock.now();
    await tries.forget(clock.now());
  };
  return {
    async take(email, address) {
      await sweep();
      const [user, from, now] = [emailKey(email), addressKey(address), clock.now()];
      return (
        (await tries.take(`both ${user} ${from}`, BOTH, now)) || (await tries.take(`address ${from}`, BY_ADDRESS, now)) || (await tries.take(`user ${user}`, BY_EMAIL, now))
      );
    },
    async takeAddress(address) {
      await sweep();
      return tries.take(`address ${addressKey(address)}`, BY_ADDRESS, clock.now());
    },
    async giveBackAddress(address, count) {
      for (let given = 0; given < count; given += 1) await tries.giveBack(`address ${addressKey(address)}`, BY_ADDRESS);
    },
    async giveBack(email, address) {
      const [user, from] = [emailKey(email), addressKey(address)];
      await tries.giveBack(`both ${user} ${from}`, BOTH);
      await tries.giveBack(`address ${from}`, BY_ADDRESS);
      await tries.giveBack(`user ${user}`, BY_EMAIL);
    },
  };
}
