import { timingSafeEqual } from 'node:crypto';

/** What a request says about where it comes from. */
export type RequestOrigin = {
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  readonly token: string | undefined;
};

export type DoorRule = {
  readonly port: number;
  readonly token: string;
  /** A development server's origin that may ask too; null in production. */
  readonly devOrigin: string | null;
};

/**
 * True for a request addressed to this door by a name of its own. Another site that points its own
 * name at 127.0.0.1 (DNS rebinding) carries that name in Host and is turned away.
 */
export function isOwnHost(from: RequestOrigin, rule: DoorRule): boolean {
  return from.host === `127.0.0.1:${rule.port}` || from.host === `localhost:${rule.port}`;
}

/** True for a request that a page of another site makes. Neither an address that is opened by hand nor the kiosk's own page is one. */
export function isFromElsewhere({ fetchSite }: RequestOrigin): boolean {
  return fetchSite !== undefined && fetchSite !== 'none' && fetchSite !== 'same-origin';
}

/** True for a request that the kiosk's own page sends: own host, own origin, and this boot's token. */
export function isOwnPage(from: RequestOrigin, rule: DoorRule): boolean {
  const origins = [`http://127.0.0.1:${rule.port}`, `http://localhost:${rule.port}`, ...(rule.devOrigin === null ? [] : [rule.devOrigin])];
  const foreignOrigin = from.origin !== undefined && !origins.includes(from.origin);
  const foreignSite = from.fetchSite !== undefined && from.fetchSite !== 'same-origin' && from.origin !== rule.devOrigin;
  return isOwnHost(from, rule) && !foreignOrigin && !foreignSite && sameText(from.token ?? '', rule.token);
}

function sameText(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
