import { expect, it } from 'vitest';
import { KioskDriver, MORNING } from '#tests/driver/kiosk-driver.ts';

const notice = { id: 'n', from: MORNING, until: MORNING + 60_000, title: { vi: 'Nghỉ chiều', en: 'Closed' }, text: { vi: 'Mời quay lại.', en: 'Come back.' } };

it('an urgent notice outlives visits and leaves when the host takes it back', () => {
  const driver = new KioskDriver().send({ kind: 'notice', notice: { kind: 'urgent', notice } });
  driver.wake().press({ kind: 'finish' });
  expect(driver.screen.kind).toBe('attract');
  expect(driver.state.kiosk.urgent).toEqual(notice);
  driver.send({ kind: 'notice', notice: { kind: 'urgent', notice: null } });
  expect(driver.state.kiosk.urgent).toBeNull();
});

it('a notice that was told before the page had booted is not lost', () => {
  const driver = new KioskDriver();
  driver.send({ kind: 'notice', notice: { kind: 'urgent', notice } });
  const { boot, pack } = driver.state.kiosk;
  if (boot === null || pack === null) throw new Error('the driver boots');
  driver.send({ kind: 'booted', boot, pack });
  expect(driver.state.kiosk.urgent).toEqual(notice);
});
