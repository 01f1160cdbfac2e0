import type { FastifyReply, FastifyRequest } from 'fastify';

/** The few pages that the centre writes itself. Their style is one file, because no inline style is let through. */
export const PAGE_STYLE = `:root{color-scheme:light dark}
body{font:1.125rem/1.5 system-ui,sans-serif;max-width:34rem;margin:12vh auto 0;padding:0 1.25rem}
h1{font-size:1.6rem;line-height:1.25}
label{display:block;font-weight:600;margin:1.5rem 0 .5rem}
input,button{font:inherit;padding:.75rem 1rem;border-radius:.5rem;border:2px solid currentColor;box-sizing:border-box}
input{width:100%;text-transform:uppercase;letter-spacing:.15em}
button{margin-top:1rem;font-weight:600;cursor:pointer}
:focus-visible{outline:3px solid;outline-offset:3px}`;

function page(title: string, body: string): string {
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title} · Một Chạm</title><link rel="stylesheet" href="/page.css"><body><main>${body}</main></body></html>`;
}

const CODE_FORM = `<form action="/c" method="get"><label for="code">Mã 6 ký tự trên màn hình kiosk</label><input id="code" name="code" required maxlength="12" autocomplete="off" autocapitalize="characters" spellcheck="false"><button>Mở hướng dẫn</button></form>`;

const CODE_PAGE = page('Nhập mã hướng dẫn', `<h1>Mở hướng dẫn trên điện thoại</h1><p>Ông/bà nhập mã đang hiện trên màn hình kiosk.</p>${CODE_FORM}`);
const GUIDE_UNKNOWN_PAGE = page(
  'Không tìm thấy hướng dẫn',
  `<h1>Không tìm thấy hướng dẫn này</h1><p>Có thể mã hoặc địa chỉ bị gõ nhầm. Ông/bà xem lại màn hình kiosk rồi nhập lại mã; mã không dùng số 0, số 1 và các chữ O, I, L.</p>${CODE_FORM}`,
);
const NOT_FOUND_PAGE = page('Không tìm thấy trang', '<h1>Không tìm thấy trang này</h1><p>Ông/bà kiểm tra lại địa chỉ.</p><p lang="en">There is no page at this address.</p>');
const NOT_BUILT_PAGE = page(
  'Chưa có trang',
  '<h1>Trang này chưa được dựng</h1><p lang="en">The dashboard is not built yet. Run <code>npm run build</code>, then load this page again.</p>',
);

export function sendCodePage(reply: FastifyReply): FastifyReply {
  return html(reply, 200, CODE_PAGE);
}

export function sendGuideUnknownPage(reply: FastifyReply): FastifyReply {
  return html(reply, 404, GUIDE_UNKNOWN_PAGE);
}

/** The page for an address that leads nowhere, in the words of whom it was meant for. */
export function sendNotFoundPage(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (/^\/[gc]\//.test(request.url)) return sendGuideUnknownPage(reply);
  if (/^\/(first)?([?#].*)?$/.test(request.url)) return html(reply, 503, NOT_BUILT_PAGE);
  return html(reply, 404, NOT_FOUND_PAGE);
}

function html(reply: FastifyReply, status: number, text: string): FastifyReply {
  return reply.code(status).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(text);
}
