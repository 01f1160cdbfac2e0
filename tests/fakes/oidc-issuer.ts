import { createHash, generateKeyPairSync, randomUUID, sign, type JsonWebKey, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export type OidcUser = { readonly sub: string; readonly email?: string; readonly email_verified?: boolean };
type Grant = { readonly user: OidcUser; readonly nonce: string; readonly challenge: string; readonly redirectUri: string };

export type OidcIssuer = {
  readonly url: string;
  /** Who is signed in at the provider; null: refuses. */
  user: OidcUser | null;
  /** Bends what the next ID token says, or breaks its signature. */
  bend: { readonly claims?: Readonly<Record<string, unknown>>; readonly breakSignature?: boolean } | null;
  /** Answers 500 to everything. */
  isIll: boolean;
  close(): Promise<void>;
};

/** A small OpenID Connect provider that really signs and really checks: code, client, PKCE, one use. */
export async function openOidcIssuer(client: { readonly id: string; readonly secret: string }): Promise<OidcIssuer> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const grants = new Map<string, Grant>();
  const state = { url: '', user: null as OidcUser | null, bend: null as OidcIssuer['bend'], isIll: false };
  const server = createServer((request, response) => {
    if (state.isIll) return json(response, 500, { error: 'server_error' });
    const url = new URL(request.url ?? '/', state.url);
    if (url.pathname === '/.well-known/openid-configuration') return json(response, 200, discoveryOf(state.url));
    if (url.pathname === '/jwks') return json(response, 200, { keys: [jwkOf(publicKey)] });
    if (url.pathname === '/authorize') return authorize(url, response, state.user, grants);
    if (url.pathname === '/token') {
      void bodyOf(request).then((body) => token(request, response, body));
      return undefined;
    }
    return json(response, 404, {});
  });
  const token = (request: IncomingMessage, response: ServerResponse, body: URLSearchParams): void => {
    const grant = grants.get(body.get('code') ?? '');
    grants.delete(body.get('code') ?? '');
    if (!knows(request, body, client)) return json(response, 401, { error: 'invalid_client' });
    const challenge = createHash('sha256').update(body.get('code_verifier') ?? '').digest('base64url');
    if (grant === undefined || grant.challenge !== challenge || grant.redirectUri !== body.get('redirect_uri')) return json(response, 400, { error: 'invalid_grant' });
    const now = Math.floor(Date.now() / 1_000);
    const claims = { iss: state.url, aud: client.id, iat: now, exp: now + 300, nonce: grant.nonce, ...grant.user, ...state.bend?.claims };
    return json(response, 200, { access_token: randomUUID(), token_type: 'Bearer', expires_in: 300, id_token: jwtOf(claims, privateKey, state.bend?.breakSignature === true) });
  };
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  state.url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  return Object.assign(state, { close: () => new Promise<void>((done) => void (server.closeAllConnections(), server.close(() => done()))) });
}

function discoveryOf(url: string): unknown {
  return {
    issuer: url, authorization_endpoint: `${url}/authorize`, token_endpoint: `${url}/token`, jwks_uri: `${url}/jwks`, response_types_supported: ['code'], subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'], code_challenge_methods_supported: ['S256'], token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
  };
}

function authorize(url: URL, response: ServerResponse, user: OidcUser | null, grants: Map<string, Grant>): void {
  const back = new URL(url.searchParams.get('redirect_uri') ?? '');
  back.searchParams.set('state', url.searchParams.get('state') ?? '');
  const challenge = url.searchParams.get('code_challenge') ?? '';
  if (user === null || challenge === '' || url.searchParams.get('code_challenge_method') !== 'S256') back.searchParams.set('error', 'access_denied');
  else {
    const code = randomUUID();
    grants.set(code, { user, nonce: url.searchParams.get('nonce') ?? '', challenge, redirectUri: `${back.origin}${back.pathname}` });
    back.searchParams.set('code', code);
  }
  response.writeHead(302, { location: back.href }).end();
}

function knows(request: IncomingMessage, body: URLSearchParams, client: { readonly id: string; readonly secret: string }): boolean {
  const basic = `Basic ${Buffer.from(`${encodeURIComponent(client.id)}:${encodeURIComponent(client.secret)}`).toString('base64')}`;
  return request.headers.authorization === basic || (body.get('client_id') === client.id && body.get('client_secret') === client.secret);
}

function jwkOf(key: KeyObject): JsonWebKey {
  return { ...key.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' };
}

function jwtOf(claims: unknown, key: KeyObject, isBroken: boolean): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const head = `${part({ alg: 'RS256', kid: 'one', typ: 'JWT' })}.${part(claims)}`;
  const signature = sign('sha256', Buffer.from(isBroken ? `${head}x` : head), key);
  return `${head}.${signature.toString('base64url')}`;
}

function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return new URLSearchParams(Buffer.concat(chunks).toString());
}
