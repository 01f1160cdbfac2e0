import { describe, expect, it } from 'vitest';
import { centreClient } from '#dashboard/api/centre-client.ts';

type Call = { readonly url: string; readonly init: RequestInit | undefined };

function centreThat(answer: () => Response | Promise<Response>): { readonly client: ReturnType<typeof centreClient>; readonly calls: Call[] } {
  const calls: Call[] = [];
  const client = centreClient(async (input, init) => {
    calls.push({ url: String(input instanceof Request ? input.url : input), init });
    return answer();
  });
  return { client, calls };
}

const refusal = (status: number, code: string, headers: Record<string, string> = {}): Response => Response.json({ error: { code, message: code } }, { status, headers });

describe('the dashboard asks the centre', () => {
  it('with the query in the address and the cookie of its own origin only', async () => {
    const { client, calls } = centreThat(() => Response.json({ days: [] }));
    expect(await client.ask('daily', { query: { from: '2026-11-23', to: '2026-11-23' } })).toEqual({ ok: true, value: { days: [] } });
    expect(calls[0]?.url).toBe('/api/v1/summaries/daily?from=2026-11-23&to=2026-11-23');
    expect(calls[0]?.init).toMatchObject({ method: 'GET', credentials: 'same-origin', cache: 'no-store' });
  });

  it('and takes an empty answer for what it is', async () => {
    const { client } = centreThat(() => new Response(null, { status: 204 }));
    expect(await client.ask('signOut')).toEqual({ ok: true, value: null });
  });

  it('and tells a refusal with its code and its waiting time', async () => {
    const { client } = centreThat(() => refusal(429, 'REQUEST_TOO_MANY', { 'retry-after': '120' }));
    expect(await client.ask('signIn', { body: {} })).toEqual({ ok: false, failure: { kind: 'refused', code: 'REQUEST_TOO_MANY', retryAfterSeconds: 120 } });
  });

  it('and is offline when nobody answers, or only a proxy does', async () => {
    const dead = centreThat(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await dead.client.ask('me')).toEqual({ ok: false, failure: { kind: 'offline' } });
    const proxy = centreThat(() => new Response('<h1>Bad gateway</h1>', { status: 502 }));
    expect(await proxy.client.ask('me')).toEqual({ ok: false, failure: { kind: 'offline' } });
  });

  it.each([['a page', '<!doctype html>'], ['another form', '{"days":7}'], ['a share above the schema', '{"days":[{"day":"23/11/2026"}]}']])('and never believes %s', async (_name, body) => {
    const { client } = centreThat(() => new Response(body, { status: 200 }));
    expect(await client.ask('daily')).toMatchObject({ ok: false, failure: { kind: 'strange' } });
  });

  it('with what stands in the path, escaped, and with a file as it is', async () => {
    const { client, calls } = centreThat(() => new Response(null, { status: 204 }));
    await client.ask('revokeKiosk', { params: { id: 'k 1/2' } });
    expect(calls[0]?.url).toBe('/api/v1/kiosks/k%201%2F2/revoke');
    await client.ask('uploadClipFile', { params: { id: 'c1', slot: 'video' }, query: { licence: 'CC BY 4.0' }, body: new Blob(['x'], { type: 'video/webm' }) });
    expect(calls[1]?.url).toBe('/api/v1/library/clips/c1/files/video?licence=CC+BY+4.0');
    expect(calls[1]?.init).toMatchObject({ method: 'PUT', headers: { 'content-type': 'video/webm' } });
  });

  it('for a file, and saves it under the name the centre gave, in any letters', async () => {
    const named = centreThat(() => new Response('x', { headers: { 'content-disposition': `attachment; filename="a.csv"; filename*=UTF-8''ng%C3%A0y.csv` } }));
    expect(await named.client.fetchFile('daily')).toMatchObject({ ok: true, value: { name: 'ngày.csv' } });
    const plain = centreThat(() => new Response('x', { headers: { 'content-disposition': 'attachment; filename="a.csv"' } }));
    expect(await plain.client.fetchFile('daily')).toMatchObject({ ok: true, value: { name: 'a.csv' } });
    const refused = centreThat(() => refusal(403, 'STAFF_NOT_ALLOWED'));
    expect(await refused.client.fetchFile('daily')).toMatchObject({ ok: false, failure: { code: 'STAFF_NOT_ALLOWED' } });
  });
});
