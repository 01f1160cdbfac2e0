import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type, type Static, type TSchema } from 'typebox';
import type { ErrorCode } from '#contract/errors.ts';
import { HTTP_ROUTES } from '#contract/http-routes.ts';
import { ChangeClip, ClipSlot, EditionStep, NewClip, NewEdition, NewNotice, NewPublication, NoticeStep, SaveDocument, SyncSettings } from '#contract/library.ts';
import { knownParserOf } from '#contract/parse-known.ts';
import type { Parse } from '#contract/parse.ts';
import type { Role } from '#contract/staff.ts';
import { DailySummaryQuery } from '#contract/summaries.ts';
import { success, type Result } from '#domain/result.ts';
import type { Library } from '../services/library/library.ts';
import type { Staff } from '../services/staff-access.ts';
import { sendFailure } from './error-answer.ts';
import type { Gates } from './gates.ts';

/** A guide has some 15 kB, a playlist of a hundred clips some 100. */
const DOCUMENT_LIMIT = 2 * 1024 * 1024;

export type LibraryRoutes = { readonly gates: Gates; readonly library: Library };
type Named = { readonly id: string };
type Ask<Value> = (who: Staff, body: Value, params: Named) => Promise<Result<unknown, ErrorCode>>;

const Nothing = Type.Unknown();
const parseId = knownParserOf(Type.Object({ id: Type.String({ maxLength: 64 }) }));
const noParams = success({ id: '' });

/** True for addresses that take whole films. */
export function isUploadAddress(url: string): boolean {
  return /^\/api\/v1\/library\/clips\/[^/]+\/files\//.test(url);
}

export function libraryRoutes(app: FastifyInstance, routes: LibraryRoutes): void {
  editionRoutes(app, routes);
  publicationRoutes(app, routes);
  clipRoutes(app, routes);
  noticeRoutes(app, routes);
  void app.register(async (scope) => uploadRoute(scope, routes));
}

function editionRoutes(app: FastifyInstance, { gates, library }: LibraryRoutes): void {
  const { editions, documents } = library;
  const step = knownParserOf(EditionStep);
  const save = knownParserOf(SaveDocument);
  const begin = knownParserOf(NewEdition);
  app.get(HTTP_ROUTES.editions.path, (request, reply) => read(gates, request, reply, async (who) => success({ editions: await editions.list(who) })));
  app.post(HTTP_ROUTES.beginEdition.path, (request, reply) => change(gates, request, reply, { parse: begin, status: 201, ask: (who, { title, from }) => editions.begin(who, title, from ?? null) }));
  app.get(HTTP_ROUTES.edition.path, (request, reply) => read(gates, request, reply, (who, { id }) => editions.detail(who, id)));
  app.post(HTTP_ROUTES.editionStep.path, (request, reply) => change(gates, request, reply, { parse: step, ask: (who, body, { id }) => editions.step(who, id, body) }));
  const parsePath = knownParserOf(Type.Object({ path: Type.String({ maxLength: 120 }) }));
  app.get(HTTP_ROUTES.document.path, (request, reply) =>
    read(gates, request, reply, async (who, { id }) => {
      const query = parsePath(request.query);
      return query.ok ? documents.read(who, id, query.value.path) : query;
    }),
  );
  app.put(HTTP_ROUTES.saveDocument.path, { bodyLimit: DOCUMENT_LIMIT }, (request, reply) => change(gates, request, reply, { parse: save, ask: (who, body, { id }) => documents.save(who, id, body) }));
}

function publicationRoutes(app: FastifyInstance, { gates, library }: LibraryRoutes): void {
  const { publications } = library;
  const publish = knownParserOf(NewPublication);
  const settings = knownParserOf(SyncSettings);
  const query = knownParserOf(DailySummaryQuery);
  app.get(HTTP_ROUTES.publications.path, (request, reply) => read(gates, request, reply, async (who) => success({ publications: await publications.list(who) })));
  app.post(HTTP_ROUTES.publish.path, (request, reply) => change(gates, request, reply, { parse: publish, status: 201, ask: (who, body) => publications.publish(who, body) }));
  app.post(HTTP_ROUTES.endPublication.path, (request, reply) => change(gates, request, reply, { parse: knownParserOf(Nothing), ask: (who, _body, { id }) => publications.end(who, id) }));
  app.get(HTTP_ROUTES.coverage.path, (request, reply) => read(gates, request, reply, async (who) => success({ kiosks: await library.coverage(who) })));
  app.get(HTTP_ROUTES.syncSettings.path, (request, reply) => read(gates, request, reply, async () => success(await library.syncSettings())));
  app.put(HTTP_ROUTES.saveSyncSettings.path, (request, reply) => change(gates, request, reply, { parse: settings, role: 'admin', ask: (who, body) => library.saveSyncSettings(who, body) }));
  app.get(HTTP_ROUTES.plays.path, (request, reply) =>
    read(gates, request, reply, async (who) => {
      const asked = query(request.query);
      if (!asked.ok) return asked;
      return library.plays(who, asked.value);
    }),
  );
}

function clipRoutes(app: FastifyInstance, { gates, library }: LibraryRoutes): void {
  const { clips, largestUpload } = library;
  const add = knownParserOf(NewClip);
  const alter = knownParserOf(ChangeClip);
  app.get(HTTP_ROUTES.clips.path, (request, reply) => read(gates, request, reply, async (who) => success({ clips: await clips.list(who), largestUpload })));
  app.post(HTTP_ROUTES.addClip.path, (request, reply) => change(gates, request, reply, { parse: add, status: 201, ask: (who, body) => clips.add(who, body) }));
  app.put(HTTP_ROUTES.changeClip.path, (request, reply) => change(gates, request, reply, { parse: alter, ask: (who, body, { id }) => clips.change(who, id, body) }));
  app.delete(HTTP_ROUTES.removeClip.path, (request, reply) => change(gates, request, reply, { parse: knownParserOf(Nothing), status: 204, ask: (who, _body, { id }) => clips.remove(who, id) }));
}

function noticeRoutes(app: FastifyInstance, { gates, library }: LibraryRoutes): void {
  const { notices } = library;
  const add = knownParserOf(NewNotice);
  const step = knownParserOf(NoticeStep);
  app.get(HTTP_ROUTES.notices.path, (request, reply) => read(gates, request, reply, async (who) => success({ notices: await notices.list(who) })));
  app.post(HTTP_ROUTES.addNotice.path, (request, reply) => change(gates, request, reply, { parse: add, status: 201, ask: (who, body) => notices.add(who, body) }));
  app.post(HTTP_ROUTES.noticeStep.path, (request, reply) => change(gates, request, reply, { parse: step, ask: (who, { action }, { id }) => notices.step(who, id, action) }));
}

/** The body goes from the line to the disk; nobody unknown gets a byte of it there. */
function uploadRoute(app: FastifyInstance, { gates, library }: LibraryRoutes): void {
  const parsePlace = knownParserOf(Type.Object({ id: Type.String({ maxLength: 64 }), slot: ClipSlot }));
  const parseQuery = knownParserOf(Type.Object({ licence: Type.String({ minLength: 3, maxLength: 300 }) }));
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  app.put(HTTP_ROUTES.uploadClipFile.path, { bodyLimit: library.largestUpload + 1 }, async (request, reply) => {
    const staff = await gates.staff(request, 'editor');
    if (!staff.ok) return sendFailure(reply, staff.error);
    const place = parsePlace(request.params);
    const query = parseQuery(request.query);
    if (!place.ok || !query.ok) return sendFailure(reply, { code: 'REQUEST_INVALID', message: 'Say which file of the clip it is, and who made it under which terms.' });
    const { body } = request;
    if (!isByteStream(body)) return sendFailure(reply, { code: 'REQUEST_INVALID', message: 'There is no file.' });
    const { id, slot } = place.value;
    return answer(reply, 200, await library.clips.upload(staff.value, { clip: id, slot, licence: query.value.licence, bytes: body }));
  });
}

function isByteStream(value: unknown): value is AsyncIterable<Uint8Array> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

async function read(gates: Gates, request: FastifyRequest, reply: FastifyReply, ask: (who: Staff, params: Named) => Promise<Result<unknown, ErrorCode>>): Promise<FastifyReply> {
  const staff = await gates.staff(request, 'viewer');
  if (!staff.ok) return sendFailure(reply, staff.error);
  const params = paramsOf(request);
  return params.ok ? answer(reply, 200, await ask(staff.value, params.value)) : sendFailure(reply, params.error);
}

type Change<Schema extends TSchema> = { readonly parse: Parse<Schema>; readonly ask: Ask<Static<Schema>>; readonly role?: Role; readonly status?: number };

async function change<Schema extends TSchema>(gates: Gates, request: FastifyRequest, reply: FastifyReply, { parse, ask, role = 'editor', status = 200 }: Change<Schema>): Promise<FastifyReply> {
  const staff = await gates.staff(request, role);
  if (!staff.ok) return sendFailure(reply, staff.error);
  const params = paramsOf(request);
  if (!params.ok) return sendFailure(reply, params.error);
  const body = parse(request.body ?? null);
  if (!body.ok) return sendFailure(reply, body.error);
  return answer(reply, status, await ask(staff.value, body.value, params.value));
}

function paramsOf(request: FastifyRequest): Result<Named, ErrorCode> {
  return typeof request.params === 'object' && request.params !== null && 'id' in request.params ? parseId(request.params) : noParams;
}

function answer(reply: FastifyReply, status: number, result: Result<unknown, ErrorCode>): FastifyReply {
  if (!result.ok) return sendFailure(reply, result.error);
  return status === 204 ? reply.code(204).send() : reply.code(status).send(result.value);
}
