import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

type Messages = readonly { readonly role: string; readonly content: string }[];
export type ChatCall = { readonly path: string; readonly headers: Readonly<Record<string, string | string[] | undefined>>; readonly body: { readonly model: string; readonly messages: Messages } };

/** How the endpoint behaves from now on: it writes something, says a status, says anything at all, or never answers. */
export type ChatManner =
  | { readonly kind: 'writes'; readonly write: (asked: { readonly question: string; readonly passages: readonly string[] }) => string }
  | { readonly kind: 'status'; readonly status: number; readonly location?: string }
  | { readonly kind: 'raw'; readonly body: string }
  | { readonly kind: 'silent' };

export type ChatEndpoint = {
  /** As REPHRASE_URL names it. */
  readonly url: string;
  manner: ChatManner;
  /** Everything it was ever sent. */
  readonly calls: ChatCall[];
  close(): Promise<void>;
};

/** A small OpenAI-compatible endpoint that keeps what it hears and may be as hostile as a test wishes. */
export async function openChatEndpoint(): Promise<ChatEndpoint> {
  const server = createServer((request, response) => void answer(request, response));
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    let text = '';
    for await (const piece of request) text += String(piece);
    const body = JSON.parse(text) as ChatCall['body'];
    endpoint.calls.push({ path: request.url ?? '', headers: request.headers, body });
    const { manner } = endpoint;
    switch (manner.kind) {
      case 'silent':
        return;
      case 'status':
        response.writeHead(manner.status, manner.location === undefined ? {} : { location: manner.location }).end('{}');
        return;
      case 'raw':
        response.writeHead(200, { 'content-type': 'application/json' }).end(manner.body);
        return;
      case 'writes': {
        const asked = JSON.parse(body.messages.find(({ role }) => role === 'user')?.content ?? '{}');
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ choices: [{ message: { role: 'assistant', content: manner.write(asked) } }] }));
      }
    }
  };
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the endpoint has no port');
  const endpoint: ChatEndpoint = {
    url: `http://127.0.0.1:${address.port}/v1`,
    manner: { kind: 'writes', write: ({ passages }) => passages.join(' ') },
    calls: [],
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
  return endpoint;
}
