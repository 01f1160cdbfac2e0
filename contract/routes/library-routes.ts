import { Type } from 'typebox';
import {
  ChangeClip,
  Clip,
  ClipList,
  Coverage,
  DocumentAnswer,
  Edition,
  EditionDetail,
  EditionList,
  EditionStep,
  NewClip,
  NewEdition,
  NewNotice,
  NewPublication,
  Notice,
  NoticeList,
  NoticeStep,
  PlayList,
  Publication,
  PublicationList,
  SaveAnswer,
  SaveDocument,
  SyncSettings,
} from '../library.ts';
import { DailySummaryQuery } from '../summaries.ts';

const Nothing = Type.Null();

/** The content library: editions, clips, notices, publications, coverage, proof of play. */
export const LIBRARY_ROUTES = {
  editions: { method: 'GET', path: '/api/v1/library/editions', access: 'staff', request: Nothing, answer: EditionList, status: 200 },
  beginEdition: { method: 'POST', path: '/api/v1/library/editions', access: 'staff', request: NewEdition, answer: Edition, status: 201 },
  edition: { method: 'GET', path: '/api/v1/library/editions/:id', access: 'staff', request: Nothing, answer: EditionDetail, status: 200 },
  editionStep: { method: 'POST', path: '/api/v1/library/editions/:id/steps', access: 'staff', request: EditionStep, answer: Edition, status: 200 },
  document: { method: 'GET', path: '/api/v1/library/editions/:id/documents', access: 'staff', request: Type.Object({ path: Type.String() }), answer: DocumentAnswer, status: 200 },
  saveDocument: { method: 'PUT', path: '/api/v1/library/editions/:id/documents', access: 'staff', request: SaveDocument, answer: SaveAnswer, status: 200 },
  publications: { method: 'GET', path: '/api/v1/library/publications', access: 'staff', request: Nothing, answer: PublicationList, status: 200 },
  publish: { method: 'POST', path: '/api/v1/library/publications', access: 'staff', request: NewPublication, answer: Publication, status: 201 },
  endPublication: { method: 'POST', path: '/api/v1/library/publications/:id/end', access: 'staff', request: Nothing, answer: Publication, status: 200 },
  coverage: { method: 'GET', path: '/api/v1/library/coverage', access: 'staff', request: Nothing, answer: Coverage, status: 200 },
  clips: { method: 'GET', path: '/api/v1/library/clips', access: 'staff', request: Nothing, answer: ClipList, status: 200 },
  addClip: { method: 'POST', path: '/api/v1/library/clips', access: 'staff', request: NewClip, answer: Clip, status: 201 },
  changeClip: { method: 'PUT', path: '/api/v1/library/clips/:id', access: 'staff', request: ChangeClip, answer: Clip, status: 200 },
  /** The body is the file itself; `licence` says who made it and under which terms. */
  uploadClipFile: { method: 'PUT', path: '/api/v1/library/clips/:id/files/:slot', access: 'staff', request: Type.Object({ licence: Type.String() }), answer: Clip, status: 200 },
  removeClip: { method: 'DELETE', path: '/api/v1/library/clips/:id', access: 'staff', request: Nothing, answer: Nothing, status: 204 },
  notices: { method: 'GET', path: '/api/v1/library/notices', access: 'staff', request: Nothing, answer: NoticeList, status: 200 },
  addNotice: { method: 'POST', path: '/api/v1/library/notices', access: 'staff', request: NewNotice, answer: Notice, status: 201 },
  noticeStep: { method: 'POST', path: '/api/v1/library/notices/:id/steps', access: 'staff', request: NoticeStep, answer: Notice, status: 200 },
  syncSettings: { method: 'GET', path: '/api/v1/library/sync', access: 'staff', request: Nothing, answer: SyncSettings, status: 200 },
  saveSyncSettings: { method: 'PUT', path: '/api/v1/library/sync', access: 'staff', request: SyncSettings, answer: SyncSettings, status: 200 },
  plays: { method: 'GET', path: '/api/v1/summaries/plays', access: 'staff', request: DailySummaryQuery, answer: PlayList, status: 200 },
} as const;
