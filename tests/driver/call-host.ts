/** Asks a kiosk's host as its page does, with the token that comes in the page. */
export async function callHost(kioskUrl: string, channel: string, request: unknown): Promise<unknown> {
  return (await hostCaller(kioskUrl))(channel, request);
}

/** The same without reading the page again each time. */
export async function hostCaller(kioskUrl: string): Promise<(channel: string, request: unknown) => Promise<unknown>> {
  const page = await (await fetch(kioskUrl)).text();
  const token = /name="kiosk-token" content="([^"]+)"/.exec(page)?.[1] ?? '';
  return async (channel, request) => {
    const answer = await fetch(`${kioskUrl}/kiosk/${channel}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-kiosk-token': token },
      body: JSON.stringify(request),
    });
    const body: unknown = await answer.json();
    if (typeof body !== 'object' || body === null || !('ok' in body) || body.ok !== true || !('value' in body)) throw new Error(`${channel}: ${answer.status} ${JSON.stringify(body)}`);
    return body.value;
  };
}
