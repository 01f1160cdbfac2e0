import { lookup, type LookupAddress } from 'node:dns';
import { request as requestPlain, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as requestSecure } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import type { WebhookPoster } from '../ports.ts';

/** Every address of a name. */
type Resolve = (hostname: string, done: (error: Error | null, addresses: readonly LookupAddress[]) => void) => void;
const resolveName: Resolve = (hostname, done) => lookup(hostname, { all: true }, done);

/** The whole time for one post, ms. */
const PATIENCE_MS = 10_000;

/**
 * Posts to receivers that administrators name. Only https, and no machine of a private network, unless the host
 * stands in `openHosts` (`host` or `host:port`): otherwise an administrator of one unit could make the centre
 * knock at its neighbours' doors. Checked where the name is resolved, so that a name cannot change its mind.
 */
export function webhookPoster(openHosts: readonly string[], resolve: Resolve = resolveName): WebhookPoster {
  const lookupPublic = publicOnly(resolve);
  const isOpen = (url: URL): boolean => openHosts.includes(url.host) || openHosts.includes(url.hostname);
  const judge = (address: string): string | null => {
    const url = URL.canParse(address) ? new URL(address) : null;
    if (url === null || !['https:', 'http:'].includes(url.protocol)) return 'This is not an https address.';
    if (url.username !== '' || url.password !== '') return 'The address holds a user or a password: the signature is proof enough.';
    if (isOpen(url)) return null;
    if (url.protocol !== 'https:') return 'The address begins with https.';
    return isPrivate(url.hostname.replaceAll(/[[\]]/g, '')) ? 'The address lies in a private network.' : null;
  };
  return {
    judge,
    post: async ({ address, body, headers }) => {
      const problem = judge(address);
      if (problem !== null) return problem;
      const url = new URL(address);
      return send(url, { body, headers, ...(isOpen(url) ? {} : { lookup: lookupPublic }) });
    },
  };
}

type Sending = { readonly body: string; readonly headers: Readonly<Record<string, string>>; readonly lookup?: LookupFunction };

function send(url: URL, { body, headers, lookup }: Sending): Promise<string | null> {
  return new Promise((done) => {
    const options = { method: 'POST', headers: { ...headers, 'content-length': Buffer.byteLength(body), 'user-agent': 'mot-cham' }, signal: AbortSignal.timeout(PATIENCE_MS), ...(lookup === undefined ? {} : { lookup }) };
    const answered = (response: IncomingMessage): void => {
      // Nothing in the answer's body is for us.
      response.resume();
      response.on('error', () => undefined);
      const status = response.statusCode ?? 0;
      if (status >= 200 && status < 300) done(null);
      else if (status >= 300 && status < 400) done(`HTTP ${status}: not followed to another address`);
      else done(`HTTP ${status}`);
    };
    const sent: ClientRequest = url.protocol === 'https:' ? requestSecure(url, options, answered) : requestPlain(url, options, answered);
    sent.on('error', (cause) => done(cause.name === 'AbortError' || cause.name === 'TimeoutError' ? 'TIMEOUT' : cause.message.slice(0, 120)));
    sent.end(body);
  });
}

function publicOnly(resolve: Resolve): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, (error, addresses) => {
      if (error !== null) return callback(error, []);
      if (addresses.some(({ address }) => isPrivate(address))) return callback(new Error('the address lies in a private network'), []);
      return options.all === true ? callback(null, [...addresses]) : callback(null, addresses[0]?.address ?? '', addresses[0]?.family);
    });
  };
}

const PRIVATE = new BlockList();
for (const [net, bits] of [['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['224.0.0.0', 3]] as const) {
  PRIVATE.addSubnet(net, bits, 'ipv4');
}
// Also those that carry an IPv4 address inside, which may be any: ::/96, NAT64, Teredo, 6to4.
for (const [net, bits] of [['::', 96], ['64:ff9b::', 96], ['64:ff9b:1::', 48], ['2001::', 32], ['2002::', 16], ['fc00::', 7], ['fe80::', 10], ['fec0::', 10], ['ff00::', 8]] as const) PRIVATE.addSubnet(net, bits, 'ipv6');

function isPrivate(host: string): boolean {
  const kind = isIP(host);
  if (kind === 0) return isLocalName(host.replace(/\.$/, ''));
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(host)?.[1];
  if (mapped !== undefined) return isPrivate(mapped);
  return PRIVATE.check(host, kind === 6 ? 'ipv6' : 'ipv4') || /^::ffff:/i.test(host);
}

function isLocalName(name: string): boolean {
  return name === 'localhost' || ['.localhost', '.local', '.internal'].some((end) => name.endsWith(end));
}
