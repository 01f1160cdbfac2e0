import { describe, expect, it } from 'vitest';
import { actionOfKey, DEFAULT_SPEECH_KEYS, SPEECH_ACTIONS, speechKeys } from '#domain/speech/key-map.ts';

describe('the keys of the pad', () => {
  it('are five and the volume, and none means two things (E052)', () => {
    for (const action of ['prev', 'next', 'select', 'back', 'repeat', 'volumeUp', 'volumeDown'] as const) expect(DEFAULT_SPEECH_KEYS[action].length).toBeGreaterThan(0);
    const codes = SPEECH_ACTIONS.flatMap((action) => DEFAULT_SPEECH_KEYS[action]);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('mean nothing until somebody listens, but for those that begin it (E051)', () => {
    expect(actionOfKey('ArrowDown', DEFAULT_SPEECH_KEYS, false)).toBeNull();
    expect(actionOfKey('F9', DEFAULT_SPEECH_KEYS, false)).toBe('start');
    expect(actionOfKey('F15', DEFAULT_SPEECH_KEYS, false)).toBe('headphonesIn');
    expect(actionOfKey('ArrowDown', DEFAULT_SPEECH_KEYS, true)).toBe('next');
    expect(actionOfKey('KeyQ', DEFAULT_SPEECH_KEYS, true)).toBeNull();
  });

  it('can be others, one by one (E052)', () => {
    const keys = speechKeys({ next: ['KeyN'] });
    expect(actionOfKey('KeyN', keys, true)).toBe('next');
    expect(actionOfKey('ArrowDown', keys, true)).toBeNull();
    expect(actionOfKey('ArrowUp', keys, true)).toBe('prev');
  });
});
