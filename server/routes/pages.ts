import type { FastifyReply, FastifyRequest } from 'fastify';

export type PageSource = {
  /** The text of a built hand-off page, such as `404.html`; null when it is not built. */
  readPage(this: void, name: string): Promise<string | null>;
};

/** The page to type a code on. */
export async function sendCodePage(reply: FastifyReply, { readPage }: PageSource): Promise<FastifyReply> {
  return html(reply, 200, (await readPage('c.html')) ?? CODE_PAGE);
}

export async function sendGuideUnknownPage(reply: FastifyReply, { readPage }: PageSource): Promise<FastifyReply> {
  return html(reply, 404, (await readPage('404.html')) ?? GUIDE_UNKNOWN_PAGE);
}

export async function sendTooManyPage(reply: FastifyReply, wait: number): Promise<FastifyReply> {
  return html(reply.header('retry-after', String(Math.ceil(wait / 1_000))), 429, TOO_MANY_PAGE);
}

/** The page for an address that leads nowhere, in the words of whom it was meant for. */
export async function sendNotFoundPage(request: FastifyRequest, reply: FastifyReply, source: PageSource): Promise<FastifyReply> {
  if (/^\/[gc]\//.test(request.url)) return sendGuideUnknownPage(reply, source);
  if (/^\/((first|overview|day|alerts|reports|fleet|library|people|audit|settings)(\/[^?#]*)?)?([?#].*)?$/.test(request.url)) return html(reply, 503, NOT_BUILT_PAGE);
  return html(reply, 404, NOT_FOUND_PAGE);
}

function html(reply: FastifyReply, status: number, text: string): FastifyReply {
  return reply.code(status).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(text);
}

// Plain pages for a centre whose hand-off or dashboard is not built: they must not depend on a build.
function page(title: string, body: string): string {
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title} · Một Chạm</title><body><main><h1>${title}</h1>${body}</main></body></html>`;
}

const CODE_FORM =
  '<form action="/c" method="get"><p><label for="code">Mã 6 ký tự trên màn hình kiosk</label></p><p><input id="code" name="code" required maxlength="12" autocomplete="off" autocapitalize="characters" spellcheck="false"> <button>Mở hướng dẫn</button></p></form>';
const CODE_PAGE = page('Mở hướng dẫn trên điện thoại', `<p>Ông/bà nhập mã đang hiện trên màn hình kiosk.</p>${CODE_FORM}`);
const GUIDE_UNKNOWN_PAGE = page(
  'Không tìm thấy hướng dẫn này',
  `<p>Có thể mã hoặc địa chỉ bị gõ nhầm. Ông/bà xem lại màn hình kiosk rồi nhập lại mã; mã không dùng số 0, số 1 và các chữ O, I, L.</p>${CODE_FORM}`,
);
const TOO_MANY_PAGE = page('Xin thử lại sau ít phút', '<p>Có quá nhiều lượt nhập mã từ cùng một mạng. Ông/bà vui lòng chờ ít phút rồi nhập lại.</p>');
const NOT_FOUND_PAGE = page('Không tìm thấy trang này', '<p>Ông/bà kiểm tra lại địa chỉ.</p><p lang="en">There is no page at this address.</p>');
const NOT_BUILT_PAGE = page(
  'Trang này chưa được dựng',
  '<p lang="en">The dashboard is not built yet. Run <code>npm run build</code>, then load this page again.</p>',
);
