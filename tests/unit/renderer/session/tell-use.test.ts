import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { KioskApi } from '#contract/kiosk-api.ts';
import { startingState } from '#renderer/session/moves/move.ts';
import type { SessionState } from '#renderer/session/state.ts';
import { tellUse } from '#renderer/session/tell-use.ts';
import { success } from '#domain/result.ts';

test('the host hears at once when somebody begins or ends to use the page, and each only once', () => {
  const told: unknown[] = [];
  const call = async (channel: string, request: unknown): Promise<unknown> => {
    told.push([channel, request]);
    return success(null);
  };
  const api = { call, onNotice: () => () => undefined } as unknown as KioskApi;
  const store = createStore<SessionState>()(() => startingState({ up: 0, wall: 0 }));
  const show = (screen: SessionState['screen']): void => store.setState({ screen });
  const stop = tellUse(api, store);
  show({ kind: 'attract', saving: null });
  show({ kind: 'attract', saving: { ticket: 1, score: 5 } });
  show({ kind: 'home', offer: null });
  show({ kind: 'events' });
  show({ kind: 'attract', saving: null });
  stop();
  show({ kind: 'events' });
  expect(told).toEqual([['session', { active: false }], ['session', { active: true }], ['session', { active: false }]]);
});
