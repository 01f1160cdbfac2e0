import { expect, it } from 'vitest';
import { KioskDriver } from '#tests/driver/kiosk-driver.ts';

const DAY = 86_400_000;

it('the page reckons with the centre\'s time on a machine whose clock is wrong: its day, and so what facts may be shown (promises 4, 8)', () => {
  const driver = new KioskDriver().wake();
  const { kiosk: { today }, now: { wall } } = driver.state;
  driver.send({ kind: 'notice', notice: { kind: 'clock', ahead: 400 * DAY } });
  expect(driver.state.kiosk.today.slice(0, 4)).toBe('2027');
  expect(driver.state.now.wall).toBe(wall + 400 * DAY);
  driver.send({ kind: 'tick' });
  expect(driver.state.now.wall).toBe(wall + 400 * DAY);
  driver.send({ kind: 'notice', notice: { kind: 'clock', ahead: 0 } });
  expect(driver.state.kiosk.today).toBe(today);
});
