import { dayOf } from '#domain/calendar-day.ts';
import { goHome, SURFACES, visit, type Studio } from './visit.ts';

const WRITER = { email: 'thong-bao@example.vn', password: 'chi-de-chup-anh' } as const;
const DAY = 86_400_000;

/** An urgent notice that staff send out at the centre, over the waiting screen and on the first one with choices. */
export async function takeUrgent(studio: Studio): Promise<void> {
  const { stack } = studio;
  await stack.manage('user', 'add', '--email', WRITER.email, '--role', 'admin', '--password', WRITER.password);
  await sendNotice(stack.centreUrl);
  // A kiosk asks the centre when it starts; the next time is a minute away.
  await stack.killKiosk();
  await stack.startKiosk();
  for (const surface of SURFACES) {
    await visit(studio, { surface, lang: 'vi' }, async (of) => {
      await of.page.locator('.urgent-sheet').waitFor({ state: 'visible' });
      await of.take('urgent-notice');
      if (surface.surface !== 'kiosk-portrait') return;
      await goHome(of);
      await of.page.locator('.header-urgent').waitFor();
      await of.take('urgent-notice-home');
    });
  }
}

async function sendNotice(centreUrl: string): Promise<void> {
  const post = async (path: string, body: unknown, cookie = ''): Promise<Response> => {
    const answer = await fetch(centreUrl + path, { method: 'POST', headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', cookie }, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  const signedIn = await post('/api/v1/sign-in', WRITER);
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const from = Date.parse(`${dayOf(Date.now())}T00:00:00+07:00`);
  await post(
    '/api/v1/library/notices',
    {
      rings: [{ kind: 'all' }],
      // The whole day: the page's clock is set to a quiet hour of it.
      from,
      until: from + DAY,
      title: { vi: 'Nghỉ buổi chiều nay', en: 'Closed this afternoon' },
      text: { vi: 'Mời ông/bà quay lại sáng mai, hoặc nộp hồ sơ trực tuyến.', en: 'Please come back tomorrow morning, or file online.' },
      emergency: 'Mất điện cả khu vực từ 13 giờ.',
    },
    cookie,
  );
}
