import { describe, expect, it } from 'vitest';
import { parseStartOptions } from '#build/launch/start-options.ts';

const parse = (env: Readonly<Record<string, string>>, ...args: readonly string[]) => parseStartOptions(env, args, '/project with spaces');

describe('what npm start is asked for', () => {
  it('is the usual ports and ./data when nothing is said', () => {
    expect(parse({})).toEqual({
      kind: 'options',
      options: { centrePort: 8080, kioskPort: 8081, host: '127.0.0.1', dataDir: '/project with spaces/data', showsWindow: true },
    });
  });

  it('takes ports, address and folder from the environment, and port 0', () => {
    expect(parse({ PORT: '0', KIOSK_PORT: '0', HOST: '0.0.0.0', DATA_DIR: '/srv/kiosk' }, '--no-window')).toEqual({
      kind: 'options',
      options: { centrePort: 0, kioskPort: 0, host: '0.0.0.0', dataDir: '/srv/kiosk', showsWindow: false },
    });
  });

  it.each([
    [{ PORT: '80a' }, 'PORT is a number'],
    [{ PORT: '70000' }, 'PORT is a number'],
    [{ KIOSK_PORT: '-1' }, 'KIOSK_PORT is a number'],
    [{ PORT: '9000', KIOSK_PORT: '9000' }, 'KIOSK_PORT=9001 npm start'],
  ])('says what is wrong with %j', (env, message) => {
    expect(parse(env)).toEqual({ kind: 'wrong', message: expect.stringContaining(message) });
  });

  it('refuses an argument it does not know and names the one it knows', () => {
    expect(parse({}, '--nowindow')).toEqual({ kind: 'wrong', message: expect.stringContaining('npm start -- --no-window') });
  });
});
