/** Own scheme instead of file://: it has an origin, so that policy, storage and sender checks hold. */
export const APP_SCHEME = 'app';
export const APP_ORIGIN = 'app://kiosk';

export type PageAddress = { readonly origin: string; readonly main: string; readonly safe: string };

export const APP_PAGE: PageAddress = { origin: APP_ORIGIN, main: `${APP_ORIGIN}/index.html`, safe: `${APP_ORIGIN}/safe.html` };

/** The page behind a loopback door that another host holds open; null for any other address. */
export function parseDoorAddress(text: string | undefined): PageAddress | null {
  if (text === undefined || !URL.canParse(text)) return null;
  const { protocol, hostname, origin } = new URL(text);
  if (protocol !== 'http:' || (hostname !== '127.0.0.1' && hostname !== 'localhost')) return null;
  return { origin, main: `${origin}/`, safe: `${origin}/safe.html` };
}

/** `URL.origin` is "null" for schemes of our own, so the parts are compared. */
export function isWithin(address: PageAddress, url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}` === address.origin;
}
