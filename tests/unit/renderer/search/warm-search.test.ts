import { describe, expect, it } from 'vitest';
import type { ContentPack } from '#contract/content-pack.ts';
import { warmSearch } from '#renderer/search/warm-search.ts';
import { SMALL_PACK } from '#tests/fakes/small-pack.ts';

/** A page whose first picture and whose clock move when the test says so. */
function setUp() {
  const warmed: ContentPack[] = [];
  const listeners = new Set<() => void>();
  let state = { kiosk: { pack: SMALL_PACK, boot: { mediaBase: '/media/' } }, screen: { kind: 'attract' } };
  const page = new EventTarget();
  let later = (): void => undefined;
  const store = {
    getState: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  warmSearch({ warm: (pack) => void warmed.push(pack) }, store as never, page as never, (task) => (later = task));
  return {
    warmed,
    show: (screen: string, pack: ContentPack = SMALL_PACK) => {
      state = { kiosk: { ...state.kiosk, pack }, screen: { kind: screen } };
      for (const listener of listeners) listener();
    },
    play: () => page.dispatchEvent(new Event('playing')),
    wait: () => later(),
  };
}

describe('the index', () => {
  it('waits for the first picture of the loop', () => {
    const kiosk = setUp();
    kiosk.show('attract');
    expect(kiosk.warmed).toHaveLength(0);
    kiosk.play();
    expect(kiosk.warmed).toHaveLength(1);
    kiosk.show('attract');
    expect(kiosk.warmed).toHaveLength(1);
  });

  it('waits no longer than some seconds for a picture that never moves, nor for one who begins', () => {
    const still = setUp();
    still.wait();
    expect(still.warmed).toHaveLength(1);
    const begun = setUp();
    begun.show('home');
    expect(begun.warmed).toHaveLength(1);
  });

  it('is built anew for new content', () => {
    const kiosk = setUp();
    kiosk.play();
    kiosk.show('attract', { ...SMALL_PACK });
    expect(kiosk.warmed).toHaveLength(2);
  });
});
