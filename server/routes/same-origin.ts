type OriginHeaders = {
  readonly 'sec-fetch-site'?: string | string[] | undefined;
  readonly origin?: string | undefined;
  readonly host?: string | undefined;
};

/**
 * Whether a browser says that a request comes from our own pages. No page can forge either header;
 * a browser too old for `Sec-Fetch-Site` still sends `Origin` with every change.
 * `undefined`: neither header is there, so no browser of this decade sent it.
 */
export function saysSameOrigin(headers: OriginHeaders, publicUrl: string | null): boolean | undefined {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  if (headers.origin === undefined) return undefined;
  return [publicUrl, `http://${headers.host}`, `https://${headers.host}`].includes(headers.origin);
}
