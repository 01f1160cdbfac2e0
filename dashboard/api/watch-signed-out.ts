import type { CentreAnswer, CentreClient } from './centre-client.ts';

/** The same client, which tells once somebody's session has ended: no page has to look for it. */
export function watchSignedOut(client: CentreClient, onSignedOut: () => void): CentreClient {
  const look = <Value>(answer: CentreAnswer<Value>): CentreAnswer<Value> => {
    if (!answer.ok && answer.failure.kind === 'refused' && answer.failure.code === 'STAFF_SIGNED_OUT') onSignedOut();
    return answer;
  };
  return {
    addressOf: client.addressOf,
    ask: async (name, asking) => look(await client.ask(name, asking)),
    fetchFile: async (name, asking) => look(await client.fetchFile(name, asking)),
  };
}
