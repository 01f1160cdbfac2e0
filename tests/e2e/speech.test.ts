import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeBrowser, openBrowser } from '#tests/driver/browser.ts';
import { ListeningCitizen } from '#tests/driver/listening-citizen.ts';
import { Stack } from '#tests/driver/stack.ts';
import { until } from '#tests/driver/until.ts';

let stack: Stack;

beforeAll(async () => {
  stack = await Stack.start({ isPublic: true });
});
afterAll(async () => {
  await stack.close();
  await closeBrowser();
});

/** From the loop to a guide, its questions answered with the first option each, up to the first step. */
async function listenToStep(citizen: ListeningCitizen): Promise<void> {
  await citizen.goTo('Chạm để bắt đầu');
  expect(await citizen.hear('Enter')).toEqual(['Ông/bà cần làm việc gì', expect.any(String), 'nút']);
  await citizen.goTo('Đăng ký khai sinh');
  const overview = await citizen.hear('Enter');
  expect(overview[0]).toBe('Đăng ký khai sinh');
  expect(overview).toContain('Giấy tờ cần có');
  // The reading of a screen ends on its first control, which then is the current one.
  expect(overview.at(-1)).toBe('nút');
  await citizen.press('Enter');
  for (let questions = 0; questions < 6; questions += 1) {
    await citizen.page.locator('.frame-question, .frame-step').first().waitFor();
    if ((await citizen.page.locator('.frame-step').count()) > 0) return;
    const heading = await citizen.page.locator('h1').first().innerText();
    await citizen.quiet((await citizen.heard()).length - 1);
    await citizen.press('Enter');
    await until(async () => (await citizen.page.locator('h1').first().innerText()) !== heading, 'the next part is there');
    await citizen.page.clock.runFor(500);
  }
}

/** Nothing but black lies under any point of the screen. */
async function isDark(citizen: ListeningCitizen): Promise<boolean> {
  return citizen.page.evaluate(() => {
    const dark = document.querySelector('.speech-dark');
    if (dark === null || getComputedStyle(dark).backgroundColor !== 'rgb(0, 0, 0)') return false;
    const points = [0.01, 0.25, 0.5, 0.75, 0.99];
    return points.every((x) => points.every((y) => document.elementFromPoint(x * innerWidth, y * innerHeight) === dark));
  });
}

/** A whole visit by ear is long even when every clip is short. */
const LONG = { timeout: 240_000 };

describe('a citizen who hears the screen and sees nothing', LONG, () => {
  it('goes from the loop through a guide with questions to the code on the phone and rates, by keys alone, the screen black (E050, E051, E055, E061, E143, E159)', async () => {
    const citizen = await ListeningCitizen.open(await openBrowser(), stack.kioskUrl);
    const welcome = await citizen.hear('F9');
    expect(welcome).toContain('Đây là giọng máy');
    expect(welcome).toContain('Dịch vụ công trực tuyến');
    expect(await citizen.hear('F7')).toContain('Đã tắt màn hình');
    expect(await isDark(citizen)).toBe(true);
    await listenToStep(citizen);
    await citizen.goTo('Mang bước này về điện thoại');
    const handoff = await citizen.hear('Enter');
    const code = (await citizen.page.locator('.code-signs').innerText()).replaceAll(/\s/g, '');
    const letters = [...code].map((sign) => (/\d/.test(sign) ? sign : ({ A: 'a', B: 'bê', C: 'xê', D: 'dê', E: 'e', F: 'ép', G: 'giê', H: 'hát', J: 'gi', K: 'ca', M: 'mờ', N: 'nờ', P: 'pê', Q: 'quy', R: 'rờ', S: 'ét', T: 'tê', U: 'u', V: 'vê', W: 'vê kép', X: 'ích', Y: 'i dài', Z: 'dét' }[sign] ?? sign)));
    expect(handoff.join(' · ').toLowerCase()).toContain(['mã', ...letters].join(' · '));
    expect(handoff).toContain('Mã QR để mở trên điện thoại');
    expect(await isDark(citizen)).toBe(true);
    await citizen.goTo('Tôi quét rồi');
    expect(await citizen.hear('Enter')).toContain('Hôm nay ông/bà thấy thế nào');
    await citizen.page.clock.runFor(500);
    await citizen.goTo('Hài lòng');
    const thanks = await citizen.hear('Enter');
    expect(thanks.join(' ')).toContain('Cảm ơn ông/bà');
    await citizen.goTo('Bỏ qua');
    await citizen.press('Enter');
    await citizen.page.locator('main.attract').waitFor({ timeout: 20_000 });
    expect(await isDark(citizen)).toBe(false);
    const silent = (await citizen.heard()).length;
    await citizen.page.clock.runFor(700);
    expect((await citizen.heard()).length).toBe(silent);
    expect(stack.ledger().map(({ entry }) => entry)).toContainEqual(expect.objectContaining({ kind: 'tap', score: 4 }));
    // A tone stands before what has no clip; what follows it is spelt.
    const texts = (await citizen.heard()).map(({ text }) => text);
    expect(texts.flatMap((text, at) => (text === '(tone)' ? [texts.slice(at - 2, at + 12)] : []))).toEqual([]);
    expect(citizen.complaints).toEqual([]);
    await citizen.close();
  });

  it('is interrupted within 200 ms by any key and by a touch, repeats, pauses and goes on (E053, E054)', async () => {
    const citizen = await ListeningCitizen.open(await openBrowser(), stack.kioskUrl, { clipMs: 4_000, realClock: true });
    await citizen.press('F9');
    await until(async () => (await citizen.heard()).length > 0, 'the welcome is heard');
    for (const act of [() => citizen.press('ArrowDown'), () => citizen.page.touchscreen.tap(5, 1_500)]) {
      const running = await citizen.heard();
      const before = await citizen.page.evaluate(() => performance.now());
      await act();
      await until(async () => (await citizen.heard())[running.length - 1]?.stoppedAt !== null, 'the clip was stopped');
      const stopped = (await citizen.heard())[running.length - 1]?.stoppedAt ?? Number.POSITIVE_INFINITY;
      expect(stopped - before).toBeLessThan(200);
      await citizen.press('ArrowRight');
      await until(async () => (await citizen.heard()).at(-1)?.stoppedAt === null, 'the repetition is heard');
    }
    const isPaused = (): Promise<boolean> => citizen.page.evaluate(() => (Reflect.get(globalThis, 'heardAudio') as { isPaused: () => boolean }).isPaused());
    await citizen.press('F8');
    expect(await isPaused()).toBe(true);
    await citizen.press('F8');
    expect(await isPaused()).toBe(false);
    await citizen.close();
  });

  it('hears the language it changes to, turns the volume in steps over silent films, and leaves neither behind (E056, E057, E058, E059, E065, E075)', async () => {
    const citizen = await ListeningCitizen.open(await openBrowser(), stack.kioskUrl);
    await citizen.hear('F9');
    expect(await citizen.hear('F6')).toContain('Online public services');
    expect(await citizen.hear('PageUp')).toEqual(['Volume', '6', 'of', '8']);
    const louder = (await citizen.heard()).at(-1)?.gain ?? 0;
    expect(await citizen.hear('PageDown')).toEqual(['Volume', '5', 'of', '8']);
    expect((await citizen.heard()).at(-1)?.gain ?? 1).toBeLessThan(louder);
    const toggle = await citizen.goTo('English');
    expect(toggle).toContain('chosen');
    expect(await citizen.hear('F10')).toEqual(['Reading aloud is off']);
    const films = await citizen.page.evaluate(() => [...document.querySelectorAll('video')].every((film) => film.muted));
    expect(films).toBe(true);
    await citizen.close();
  });

  it('is used with other keys where the kiosk\'s settings name them (E052)', async () => {
    const citizen = await ListeningCitizen.open(await openBrowser(), stack.kioskUrl);
    await citizen.page.route('**/kiosk/boot', async (route) => {
      const answer = await route.fetch();
      const body = (await answer.json()) as { value: { settings: object } };
      await route.fulfill({ json: { ...body, value: { ...body.value, settings: { ...body.value.settings, speechKeys: { start: ['KeyS'], next: ['KeyN'] } } } } });
    });
    await citizen.page.reload();
    await citizen.page.locator('main.attract').waitFor();
    expect(await citizen.hear('s')).toContain('Dịch vụ công trực tuyến');
    const said = await citizen.hear('n');
    expect(said).toContain('Hôm nay ông/bà thấy thế nào');
    const before = (await citizen.heard()).length;
    await citizen.press('ArrowDown');
    await citizen.page.clock.runFor(500);
    expect((await citizen.heard()).length).toBe(before);
    await citizen.close();
  });

  it('touches “Nghe” on any screen and has this one and the next read, until “Nghe” is touched again (E055, E062)', async () => {
    const citizen = await ListeningCitizen.open(await openBrowser(), stack.kioskUrl);
    await citizen.page.locator('.attract-start').tap();
    await citizen.page.locator('.frame-home').waitFor();
    await citizen.page.clock.runFor(500);
    await citizen.page.locator('.bar-listen').tap();
    await citizen.quiet(0);
    const first = (await citizen.heard()).map(({ text }) => text);
    expect(first).toContain('Máy đọc từng màn hình');
    expect(first).toContain('Ông/bà cần làm việc gì');
    expect(await citizen.page.locator('.speech-strip').innerText()).toContain('Giọng máy');
    await citizen.page.getByRole('button', { name: 'Đăng ký khai sinh' }).tap();
    await citizen.quiet(first.length);
    const second = (await citizen.heard()).slice(first.length).map(({ text }) => text);
    expect(second).toContain('Giấy tờ cần có');
    await citizen.page.locator('.bar-listen').tap();
    await citizen.quiet(first.length + second.length);
    expect((await citizen.heard()).at(-1)?.text).toBe('Đã tắt chế độ nghe');
    expect(await citizen.page.locator('.speech-strip').count()).toBe(0);
    await citizen.close();
  });
});

describe('the clips of the pack', () => {
  it('are sound that this browser really decodes, one of every bundle', async () => {
    const page = await (await openBrowser()).newPage();
    await page.goto(stack.kioskUrl);
    const sounds = await page.evaluate(async () => {
      type Index = { bundles: string[]; machine: Record<string, [number, number, number]> };
      const found: { seconds: number; peak: number }[] = [];
      for (const language of ['vi', 'en']) {
        const index = (await (await fetch(`/media/speech/${language}/index.json`)).json()) as Index;
        for (const [number, bundle] of index.bundles.entries()) {
          const [, from, bytes] = Object.values(index.machine).find(([at]) => at === number) ?? [0, 0, 0];
          const part = await fetch(`/media/speech/${language}/${bundle}`, { headers: { range: `bytes=${from}-${from + bytes - 1}` } });
          const sound = await new OfflineAudioContext(1, 48_000, 48_000).decodeAudioData(await part.arrayBuffer());
          found.push({ seconds: sound.duration, peak: sound.getChannelData(0).reduce((peak, value) => Math.max(peak, value), 0) });
        }
      }
      return found;
    });
    expect(sounds).toHaveLength(32);
    expect(sounds.filter(({ seconds, peak }) => seconds < 0.05 || seconds > 40 || peak < 0.05)).toEqual([]);
    await page.close();
  });
});
