import { unzipSync } from 'fflate';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { argon2Passwords } from '#server/adapters/argon2-passwords.ts';
import { smtpMailer } from '#server/adapters/smtp-mailer.ts';
import { webhookPoster } from '#server/adapters/webhook-poster.ts';
import { buildCsv } from '#server/services/csv.ts';
import { buildLinkMail, buildNoticeMail } from '#server/services/notify-texts.ts';
import { signIn } from '#server/services/sign-in.ts';
import { nodeSecrets } from '#server/adapters/node-secrets.ts';
import { openCentre, tap, TODAY, type Centre } from './open-centre.ts';

/** What somebody may call a service point, a unit, a person or a field. */
const NAMES = ['=1+1', '+cmd|x', '-2+3', '@SUM(A1)', '＝1+1', '<img src=x onerror=alert(1)>', '"><script>alert(1)</script>', 'x\r\nBcc: a@evil.vn', "';DROP TABLE tap;--"];
let centre: Centre;
let cookie: string;

beforeAll(async () => {
  centre = await openCentre();
  const { points } = centre.repositories;
  await points.addUnit({ id: 'xa', name: NAMES[6] ?? '', parent: null });
  for (const [index, name] of NAMES.entries()) await points.add({ id: `p${index}`, name, kind: 'one-stop', timezone: 'Asia/Ho_Chi_Minh', unit: 'xa' }, 0);
  await centre.addUser('an@xa.vn', 'admin');
  cookie = await centre.cookieOf('an@xa.vn');
  const kiosk = await centre.enrol('p0');
  await centre.send(kiosk, { first: 1, entries: NAMES.flatMap((field) => Array.from({ length: 12 }, (_, at) => tap(4, at * 60_000, { field, procedure: field.slice(0, 30) }))) });
});
afterAll(() => centre.close());

const file = async (name: string, format: string): Promise<{ readonly text: string; readonly bytes: Buffer }> => {
  const answer = await centre.getAs(cookie, `/api/v1/summaries/${name}?from=${TODAY}&to=${TODAY}&format=${format}&lang=vi`);
  expect([name, format, answer.statusCode]).toEqual([name, format, 200]);
  return { text: answer.body, bytes: answer.rawPayload };
};
const KINDS = ['daily', 'hourly', 'procedures', 'fields', 'week'] as const;

describe('a hostile name', () => {
  test('runs in no table for spreadsheets, and breaks none of its rows', async () => {
    for (const kind of KINDS) {
      const cells = (await file(kind, 'csv')).text.split(/\r\n|,/);
      expect(cells.filter((cell) => /^"?[=+@＝]/.test(cell))).toEqual([]);
    }
    expect(buildCsv(['a'], NAMES.map((name) => [name])).split('\r\n')[1]).toBe("'=1+1");
    expect(buildCsv(['a'], [['\0=1'], ['\n=1'], ['＠x']])).toBe('\uFEFFa\r\n\'\0=1\r\n"\'\n=1"\r\n\'＠x\r\n');
  });

  test('is a text in a workbook, never a formula', async () => {
    for (const kind of KINDS) {
      const parts = unzipSync((await file(kind, 'xlsx')).bytes);
      const text = Object.entries(parts).filter(([name]) => name.endsWith('.xml')).map(([, bytes]) => new TextDecoder().decode(bytes)).join('');
      expect(text).not.toMatch(/<f[ >]/);
      expect(text).not.toContain('<img');
    }
  });

  test('is a text in a page to print', async () => {
    for (const kind of KINDS) expect((await file(kind, 'html')).text).not.toMatch(/<img|<script/);
  });

  test('is a text in a mail', () => {
    for (const name of NAMES) {
      const notice = { key: 'k', kind: 'kiosk-silent', state: 'open', unit: null, servicePoint: { id: 'p', name }, kiosk: { id: 'k', name }, field: name, at: 0, figures: {} } as const;
      const mails = [buildNoticeMail([notice], { publicUrl: null, urgent: true }), buildLinkMail({ name, url: 'https://c.vn/link#x', kind: 'invitation', expiresAt: 0 })];
      for (const { html } of mails) expect(html).not.toMatch(/<img|<script/);
    }
  });

  test('adds no line to a mail\'s head and no receiver', async () => {
    const heard: { readonly to: readonly string[]; readonly raw: string }[] = [];
    const smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      logger: false,
      onData(stream, session, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => void chunks.push(chunk));
        stream.on('end', () => {
          heard.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks).toString() });
          done();
        });
      },
    });
    const port = await new Promise<number>((done) => {
      const server = smtp.listen(0, '127.0.0.1', () => {
        const bound = server.address();
        done(typeof bound === 'object' && bound !== null ? bound.port : 0);
      });
    });
    const mailer = smtpMailer({ url: `smtp://127.0.0.1:${port}`, from: 'a@b.vn' });
    for (const hostile of NAMES) await mailer.send({ to: 'an@xa.vn', subject: hostile, text: hostile, html: hostile, key: 'k' });
    for (const to of ['an@xa.vn,b@evil.vn', 'an@xa.vn\r\nBcc: b@evil.vn', '"x" <an@xa.vn>, b@evil.vn']) await mailer.send({ to, subject: 's', text: 't', html: 'h', key: 'k' });
    await new Promise<void>((done) => smtp.close(() => done()));
    expect(heard.length).toBeGreaterThanOrEqual(NAMES.length);
    for (const { to, raw } of heard) {
      expect(to.length).toBe(1);
      expect(raw.split('\r\n\r\n')[0]).not.toMatch(/^bcc:/im);
    }
  });
});

test('a webhook reaches no machine of a house, however its address is written', async () => {
  const { judge } = webhookPoster([]);
  const inside = [
    '127.0.0.1', '127.1', '2130706433', '0x7f.1', '0177.0.0.1', '0.0.0.0', '10.0.0.1', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '198.18.0.1', '224.0.0.1', '255.255.255.255', 'localhost', 'x.localhost', 'localhost.', 'db.internal', 'nas.local',
    '[::1]', '[::]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::127.0.0.1]', '[fd00::1]', '[fe80::1]', '[fec0::1]', '[64:ff9b::7f00:1]', '[64:ff9b:1::1]', '[2002:7f00:1::]', '[2001::1]', '[ff02::1]',
  ];
  for (const host of inside) expect([host, judge(`https://${host}/hook`)]).toEqual([host, 'The address lies in a private network.']);
  for (const address of ['http://example.vn/', 'ftp://example.vn/', 'file:///etc/passwd', 'javascript:alert(1)', 'gopher://x', 'https://u:p@example.vn/', 'nothing']) expect([address, judge(address) === null]).toEqual([address, false]);
  expect(judge('https://bao-cao.tinh.vn/hook')).toBeNull();
  const rebound = webhookPoster([], (_name, done) => done(null, [{ address: '93.184.216.34', family: 4 }, { address: '127.0.0.1', family: 4 }]));
  expect(await rebound.post({ address: 'https://changes-its-mind.vn/', body: '{}', headers: {} })).toBe('the address lies in a private network');
});

describe('a password', () => {
  test('is hashed with at least what OWASP asks: argon2id, 19 MiB, two passes, 128 bits of salt', async () => {
    const [, memory, passes, salt] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$([^$]+)\$/.exec(await argon2Passwords.hash('x')) ?? [];
    expect(Number(memory)).toBeGreaterThanOrEqual(19 * 1024);
    expect(Number(passes)).toBeGreaterThanOrEqual(2);
    expect(Buffer.from(salt ?? '', 'base64').length).toBeGreaterThanOrEqual(16);
  });

  test('costs as much to check for nobody, for somebody disabled and for somebody without one as for anybody', async () => {
    const { staff } = centre.repositories;
    await staff.addUser({ id: 'off', email: 'off@xa.vn', passwordHash: await argon2Passwords.hash('x'), role: 'viewer', unit: null }, 0);
    await staff.change('off', { disabledAt: 1 });
    await staff.addUser({ id: 'none', email: 'none@xa.vn', passwordHash: null, role: 'viewer', unit: null }, 0);
    const checked: string[] = [];
    const passwords = { ...argon2Passwords, verify: async (password: string, hash: string) => (checked.push(hash), argon2Passwords.verify(password, hash)) };
    const service = signIn({ clock: centre.clock, secrets: nodeSecrets, passwords, repositories: centre.repositories });
    const heard = [];
    for (const email of ['an@xa.vn', 'nobody@xa.vn', 'off@xa.vn', 'none@xa.vn']) heard.push(await service.withPassword(email, 'wrong', { address: '10.9.8.7', agent: '', session: null }));
    expect(checked.map((hash) => hash.split('$').slice(0, 4).join('$'))).toEqual(Array.from({ length: 4 }, () => '$argon2id$v=19$m=19456,t=2,p=1'));
    expect(new Set(heard.map((each) => JSON.stringify(each))).size).toBe(1);
  });
});
