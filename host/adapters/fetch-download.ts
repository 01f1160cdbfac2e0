import type { Download } from '../ports.ts';

/**
 * `fetch` as a stream that gives up when no byte comes for `silence` ms. A redirect is followed: another
 * host may hold the files, and their hash says whether they are the right ones.
 */
export const fetchDownload: Download = async ({ url, headers, silence }) => {
  const stop = new AbortController();
  const guard = silenceGuard(silence, stop);
  try {
    const answer = await fetch(url, { headers: { ...headers, 'accept-encoding': 'identity' }, redirect: 'follow', signal: stop.signal });
    guard.heard();
    return {
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: piecesOf(answer.body, guard),
      cancel: async () => {
        guard.end();
        await answer.body?.cancel();
      },
    };
  } catch (error: unknown) {
    guard.end();
    throw error;
  }
};

type Guard = { readonly heard: () => void; readonly end: () => void };

function silenceGuard(silence: number, stop: AbortController): Guard {
  const giveUp = (): void => stop.abort(new Error(`no byte came for ${silence} ms`));
  let timer = setTimeout(giveUp, silence);
  return {
    heard: () => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, silence);
      timer.unref();
    },
    end: () => clearTimeout(timer),
  };
}

async function* piecesOf(body: ReadableStream<Uint8Array> | null, guard: Guard): AsyncGenerator<Uint8Array> {
  try {
    if (body === null) return;
    for await (const piece of body) {
      // Whoever reads may take its time (a bandwidth limit); only the line's own silence counts.
      guard.end();
      yield piece;
      guard.heard();
    }
  } finally {
    guard.end();
  }
}
