import { expect, it } from 'vitest';
import { testHost } from '#tests/fakes/test-host.ts';

const MINUTE = 60_000;

it('a kiosk that was moved learns its new place from the next heartbeat, and keeps it', async () => {
  const { host, time, centre, dataFiles } = testHost();
  await host.start({ centreUrl: 'http://centre', pairingCode: 'K7P4-2MXQ' });
  await time.pass(10);
  const place = async (): Promise<string | undefined> => {
    const boot = await host.handlers.boot(null);
    return boot.ok ? boot.value.servicePoint?.name : undefined;
  };
  expect(await place()).toBe('Phường Mỹ Hào');
  centre.servicePoint = { id: 'p2', name: 'Bưu điện Hoa Sen', kind: 'post-office', timezone: 'Asia/Ho_Chi_Minh', publicUrl: null };
  await time.pass(MINUTE + 10);
  expect(await place()).toBe('Bưu điện Hoa Sen');
  expect(await dataFiles.readText('kiosk.json')).toContain('"p2"');
  await host.close();
});
