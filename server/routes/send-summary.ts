import type { FastifyReply } from 'fastify';
import { printPolicyOf } from '../services/files/print-policy.ts';
import type { FileWords } from '../services/files/file-words.ts';
import { buildFile, type AnySummary, type SummaryFile } from '../services/files/summary-file.ts';

export type FileWish = { readonly format?: 'json' | 'csv' | 'xlsx' | 'html' | undefined; readonly lang?: 'vi' | 'en' | undefined; readonly audience?: 'internal' | 'public' | undefined };

/** A summary as JSON, or as the file that was asked for; its words are asked for only then. */
export async function sendSummary(reply: FastifyReply, { format, lang, audience }: FileWish, summary: AnySummary, askWords: () => Promise<FileWords>): Promise<FastifyReply> {
  // As bytes: of a text, its length in bytes would be counted first.
  if (format === undefined || format === 'json') return reply.type('application/json; charset=utf-8').send(Buffer.from(JSON.stringify(summary.value)));
  return sendFile(reply, await buildFile(summary, format, { lang: lang ?? null, audience: audience ?? 'internal', words: await askWords() }));
}

/** Pages open in the browser, to be printed; everything else is saved. */
export function sendFile(reply: FastifyReply, { name, type, body }: SummaryFile): FastifyReply {
  const isPage = type.startsWith('text/html');
  if (isPage && typeof body === 'string') reply.header('content-security-policy', printPolicyOf(body));
  return reply
    .header('content-disposition', `${isPage ? 'inline' : 'attachment'}; filename="${name}"`)
    .type(type)
    .send(typeof body === 'string' ? body : Buffer.from(body));
}
