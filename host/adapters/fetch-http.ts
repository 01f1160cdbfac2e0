import type { Http, HttpAnswer } from '../ports.ts';

/** The largest answer is a manifest of 4 MiB, written as a JSON text within JSON; more than this is not the centre. */
const LARGEST_ANSWER = 10 * 1024 * 1024;

/** `fetch` with a time-out that covers the body too. A body that is not JSON is handed on as text. */
export const fetchHttp: Http = {
  send: async ({ method, url, headers, body, timeout }) => {
    const asked: RequestInit = { headers: { ...headers }, redirect: 'error', signal: AbortSignal.timeout(timeout) };
    // A copy, because fetch wants a buffer of its own kind.
    const sent = body === null || typeof body === 'string' ? body : Uint8Array.from(body);
    const answer = await fetch(url, method === 'GET' ? asked : { ...asked, method, body: sent });
    const text = await readBounded(answer);
    return { status: answer.status, headers: Object.fromEntries(answer.headers), body: parseBody(text) } satisfies HttpAnswer;
  },
};

async function readBounded(answer: Response): Promise<string> {
  if (answer.body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const piece of answer.body) {
    size += piece.byteLength;
    if (size > LARGEST_ANSWER) throw new Error(`the answer is over ${LARGEST_ANSWER} bytes`);
    text += decoder.decode(piece, { stream: true });
  }
  return text + decoder.decode();
}

function parseBody(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch (error: unknown) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}
