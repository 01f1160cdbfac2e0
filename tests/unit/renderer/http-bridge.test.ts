import { describe, expect, it, vi } from 'vitest';
import { createHttpBridge } from '#renderer/bridge/http-bridge.ts';

/** A door that keeps the notice stream open until it is let go, and answers calls as it is told. */
function fakeDoor(answer: () => Response) {
  let open = 0;
  let strangers = 0;
  let show: (isVisible: boolean) => void = () => undefined;
  const fetchDoor: typeof fetch = async (url, init) => {
    if (typeof url !== 'string' || !url.endsWith('/notices')) return answer();
    open += 1;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode('\n{"kind":"rel'));
        controller.enqueue(new TextEncoder().encode('oad"}\n{"kind":"nonsense"}\n'));
        init?.signal?.addEventListener('abort', () => {
          open -= 1;
          controller.error(new Error('aborted'));
        });
      },
    });
    return new Response(body);
  };
  const api = createHttpBridge({
    fetch: fetchDoor,
    base: '',
    token: 't',
    onStranger: () => void (strangers += 1),
    onVisible: (listener) => {
      show = listener;
      listener(true);
    },
  });
  return { api, open: () => open, strangers: () => strangers, show: (isVisible: boolean) => show(isVisible) };
}

describe('the page\'s side of the loopback door', () => {
  it('hears notices that come in pieces, and not what is no notice', async () => {
    const { api } = fakeDoor(() => new Response());
    const heard: string[] = [];
    const stop = api.onNotice(({ kind }) => heard.push(kind));
    await vi.waitFor(() => expect(heard).toEqual(['reload']));
    stop();
  });

  it('lets go of the host while the page is hidden, so that nobody waits for its beats', async () => {
    const { api, open, show } = fakeDoor(() => new Response());
    const stop = api.onNotice(() => undefined);
    expect(open()).toBe(1);
    show(false);
    expect(open()).toBe(0);
    show(true);
    expect(open()).toBe(1);
    stop();
    expect(open()).toBe(0);
    show(true);
    expect(open()).toBe(0);
  });

  it('says that the host is away when no answer comes, or one that is not its own', async () => {
    const away = { ok: false, error: { code: 'KIOSK_HOST_AWAY' } };
    const dead = fakeDoor(() => {
      throw new Error('connection refused');
    });
    expect(await dead.api.call('boot', null)).toMatchObject(away);
    expect(await fakeDoor(() => new Response('<html>')).api.call('boot', null)).toMatchObject(away);
    expect(await fakeDoor(() => Response.json({ ok: true, value: { seq: 'one' } })).api.call('record', { kind: 'wake', clip: 'a' })).toMatchObject(away);
  });

  it('asks to be loaded again when the host does not know it any more', async () => {
    const door = fakeDoor(() => Response.json({ ok: false, error: { code: 'KIOSK_FORBIDDEN', message: 'm' } }, { status: 403 }));
    expect(await door.api.call('beat', { framesShown: 0, pictureMoving: false })).toMatchObject({ ok: false, error: { code: 'KIOSK_FORBIDDEN' } });
    expect(door.strangers()).toBe(1);
  });
});
