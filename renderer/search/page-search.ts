import type { SearchPorts } from './pack-search.ts';

/** At the latest after so many ms a busy page goes on with the index. */
const LATEST = 2_000;

/** The search's ports in a browser. `complain` gets what is wrong with the pack. */
export function pageSearchPorts(page: Pick<Window, 'fetch' | 'requestIdleCallback'>, complain: (trouble: string) => void): SearchPorts {
  return {
    complain,
    whenIdle: (task) => void page.requestIdleCallback((deadline) => task(() => deadline.timeRemaining()), { timeout: LATEST }),
    readText: async (address) => {
      try {
        const answer = await page.fetch(address);
        return answer.ok ? await answer.text() : null;
      } catch (cause) {
        if (cause instanceof TypeError) return null;
        throw cause;
      }
    },
  };
}
