import type { HTTP_ROUTES, HttpRouteName } from '#contract/http-routes.ts';
import type { Role } from '#contract/staff.ts';
import { clockAt, entry, tap, TEN_O_CLOCK, TODAY } from './open-centre.ts';

/** Staff of this suite work in `xa`. `thon` lies below it, `khac` beside it, `tren` above both. */
export const PLACES = ['xa', 'thon', 'khac', 'tren'] as const;
export type Place = (typeof PLACES)[number];

export const CALLERS = ['nobody', 'guess', 'device', 'revoked device', 'read token', 'viewer', 'editor', 'admin', 'chief'] as const;
/** chief: an administrator of the whole centre. guess: a token and a cookie that nobody gave out. */
export type Caller = (typeof CALLERS)[number];

export type Stage = {
  readonly kiosks: Readonly<Record<Place, { readonly id: string; readonly lost: string; readonly stream: string; readonly command: string }>>;
  /** A fresh name a call. */
  readonly fresh: () => string;
  readonly emailOf: (caller: Caller) => string;
};
export type Asking = { readonly params?: Readonly<Record<string, string>>; readonly query?: Readonly<Record<string, string>>; readonly body?: unknown };
type Ask = (place: Place, stage: Stage, caller: Caller) => Asking;
/** Several: what the first who may hears, the second, and so on. */
type Status = number | readonly number[];

/** Of a unit: `ok` in one's own and below; `other` beside and above, unless `above` says otherwise. */
type OfUnit = { readonly role: Role; readonly ask: Ask; readonly ok: Status; readonly other?: number; readonly above?: number };
/** Names no unit: all of it is one's own. `refused`: also for those whose role reaches, unless they are of the whole centre. */
type Plain = { readonly role: Role; readonly plain: Status; readonly ask?: Ask; readonly refused?: number };
/** Shows what lies in one's unit and below, and not a word of another. `above`: what stands above is shown below. */
type Listed = { readonly role: Role; readonly list: string | null; readonly above?: true; readonly query?: Readonly<Record<string, string>> };
/** A kiosk's own, and somebody else's. */
type OfDevice = { readonly device: number; readonly foreign?: number; readonly ask?: Ask };
/** The same for everybody. */
type Open = { readonly open: Status; readonly ask?: Ask };
export type Row = OfUnit | Plain | Listed | OfDevice | Open;

type RowOf = { staff: OfUnit | Plain | Listed; device: OfDevice; anyone: Open };
type Table = { readonly [Name in HttpRouteName]: Name extends 'signOut' ? Open : RowOf[(typeof HTTP_ROUTES)[Name]['access']] };

const point: Ask = (place) => ({ query: { from: TODAY, to: TODAY, servicePoint: `p-${place}` } });
const unit: Ask = (place) => ({ query: { unit: place } });
const kiosk = (body?: unknown): Ask => (place, { kiosks }) => ({ params: { id: kiosks[place].id }, ...(body === undefined ? {} : { body }) });
const called = (prefix: string, body?: unknown): Ask => (place) => ({ params: { id: `${prefix}-${place}` }, ...(body === undefined ? {} : { body }) });
const bodied = (make: (place: Place, stage: Stage, caller: Caller) => unknown): Ask => (place, stage, caller) => ({ body: make(place, stage, caller) });
const empty: Ask = () => ({ body: {} });
const figures: OfUnit = { role: 'viewer', ask: point, ok: 200 };
const HEADING = { parentAgency: '', agency: '', numberSign: '', place: '', signerTitle: '', signer: '', recipients: [] };
const TEXTS = { title: { vi: 'Một', en: 'One' }, description: { vi: 'Một', en: 'One' }, guide: null, waiver: null };
const RING = (place: Place): unknown => ({ kind: 'unit', id: place });
const NOTICE = { from: TEN_O_CLOCK, until: TEN_O_CLOCK + 3_600_000, title: { vi: 'Tin', en: 'News' }, text: { vi: 'Tin', en: 'News' } };
const GUESS = 'g'.repeat(43);

/** Who may do what. A route without a row does not compile. */
export const TABLE: Table = {
  enrol: { open: 404, ask: bodied((_place, stage) => ({ pairingCode: 'K7P4-2MXQ', stream: stage.kiosks.xa.stream, device: { name: 'K', platform: 'linux', appVersion: '1', shell: 'browser' } })) },
  ledger: { device: 200, foreign: 403, ask: bodied((place, { kiosks }) => ({ stream: kiosks[place].stream, first: 1, clock: clockAt(TEN_O_CLOCK), entries: [tap(5, 1_000), entry('wake', 500, { clip: 'c' })] })) },
  heartbeat: { device: 200, foreign: 403, ask: bodied((place, { kiosks }) => ({ clock: clockAt(TEN_O_CLOCK), ledger: { stream: kiosks[place].stream, head: 2, days: {} }, health: {} })) },
  manifest: { device: 200 },
  commandResult: { device: 204, foreign: 404, ask: (place, { kiosks }) => ({ params: { id: kiosks[place].command }, body: { outcome: 'done' } }) },
  rephrase: { device: 404, ask: () => ({ body: { question: 'gì', passages: ['x'], lang: 'vi' } }) },

  signInOptions: { open: 200 },
  signIn: { open: 401, ask: bodied((_place, { fresh }) => ({ email: `${fresh()}@vi.vn`, password: 'not the one' })) },
  signInOnce: { open: 410, ask: () => ({ body: { token: GUESS } }) },
  openLink: { open: 410, ask: () => ({ body: { token: GUESS } }) },
  useLink: { open: 410, ask: () => ({ body: { token: GUESS, password: 'mot mat ma that dai' } }) },
  // Of nobody's session it ends none.
  signOut: { open: 204 },
  claim: { role: 'admin', plain: 400, ask: empty },
  me: { role: 'viewer', plain: 200 },
  changePassword: { role: 'viewer', plain: 400, ask: empty },
  sessions: { role: 'viewer', plain: 200 },
  // One's own only, and whoever names another's ends nothing.
  endSession: { role: 'viewer', plain: 204, ask: called('session') },
  users: { role: 'admin', list: 'u-thon' },
  inviteUser: { role: 'admin', ok: 201, ask: bodied((place, { fresh }) => ({ email: `${fresh()}@vi.vn`, name: 'Mới', role: 'admin', mail: false, unit: place })) },
  changeUser: { role: 'admin', ok: 200, ask: called('u', { name: 'An' }) },
  linkUser: { role: 'admin', ok: 201, ask: called('u', { mail: false }) },
  readTokens: { role: 'admin', list: 't-thon' },
  addReadToken: { role: 'admin', ok: 201, ask: bodied((place) => ({ name: 'x', unit: place, expiresAt: null })) },
  revokeReadToken: { role: 'admin', ok: 204, ask: called('t') },
  audit: { role: 'admin', list: 'p-thon' },
  rawEntries: { role: 'admin', ok: 200, ask: (place) => ({ query: { servicePoint: `p-${place}`, day: TODAY, reason: 'phản ánh của công dân' } }) },
  subscriptions: { role: 'viewer', list: null },
  addSubscription: { role: 'viewer', ok: 201, ask: bodied((place, { emailOf }, caller) => ({ unit: place, kinds: ['kiosk-silent'], channel: 'mail', target: emailOf(caller) })) },
  // Of somebody else: an administrator's. One's own: tests/integration/server/notify.test.ts.
  removeSubscription: { role: 'admin', ok: [204, 404], ask: called('s') },
  testSubscription: { role: 'admin', ok: 200, ask: called('s2') },

  // With the id of the one above, by which one's own hangs in the tree.
  units: { role: 'viewer', list: 'thon', above: true },
  addUnit: { role: 'admin', ok: 204, ask: bodied((place, { fresh }) => ({ id: fresh(), name: 'Tổ', parent: place })) },
  // Nobody renames what he stands in; the whole centre's administrator does.
  changeUnit: { role: 'admin', ok: 204, ask: called('child-of', { name: 'Tổ một' }) },
  servicePoints: { role: 'viewer', list: 'p-thon' },
  addServicePoint: { role: 'admin', ok: 201, ask: bodied((place, { fresh }) => ({ id: fresh(), name: 'Mới', unit: place })) },
  changeServicePoint: { role: 'admin', ok: 204, ask: called('p', { name: 'Điểm' }) },
  pair: { role: 'editor', ok: 201, ask: bodied((place) => ({ servicePoint: `p-${place}` })) },
  kiosks: { role: 'viewer', list: 'p-thon' },
  kiosk: { role: 'viewer', ok: 200, ask: kiosk() },
  changeKiosk: { role: 'admin', ok: 204, ask: kiosk({ name: 'Kiosk' }) },
  replaceKiosk: { role: 'editor', ok: 201, ask: (place, { kiosks }) => ({ params: { id: kiosks[place].lost } }) },
  revokeKiosk: { role: 'admin', ok: 204, ask: (place, { kiosks }) => ({ params: { id: kiosks[place].lost } }) },
  kioskCommands: { role: 'viewer', ok: 200, ask: kiosk() },
  askCommand: { role: 'editor', ok: 201, ask: kiosk({ kind: 'reload' }) },
  commandAnswer: { role: 'viewer', ok: 200, ask: called('answered') },

  daily: figures,
  hourly: figures,
  procedures: figures,
  steps: figures,
  week: figures,
  heatMap: figures,
  reasons: figures,
  fields: figures,
  stuckSteps: figures,
  // It does not even say that there is one.
  plays: { ...figures, other: 404 },
  // Answers from phones belong to no unit.
  phoneSummary: { role: 'viewer', plain: 200, ask: () => ({ query: { from: TODAY, to: TODAY } }) },
  phoneAnswer: { open: 204, ask: bodied((_place, { fresh }) => ({ once: fresh().padEnd(22, 'x'), slug: 'khai-sinh', outcome: 'managed', scale: 'five-v1', lang: 'vi' })) },
  overview: { role: 'viewer', ok: 200, ask: unit },
  targets: { role: 'viewer', ok: 200, ask: unit },
  setTarget: { role: 'admin', ok: 200, ask: bodied((place) => ({ unit: place, field: null, target: 0.9, from: TODAY })) },
  alerts: { role: 'viewer', ok: 200, ask: unit },
  acknowledgeAlert: { role: 'editor', ok: 200, other: 404, ask: called('a', { note: 'đã xem' }) },
  annex: { role: 'viewer', ok: 200, ask: (place) => ({ query: { from: TODAY, to: TODAY, unit: place } }) },
  reportHeading: { role: 'viewer', ok: 200, ask: unit },
  setReportHeading: { role: 'editor', ok: 200, ask: bodied((place) => ({ unit: place, heading: HEADING })) },

  editions: { role: 'viewer', list: 'e-thon', above: true },
  beginEdition: { role: 'editor', plain: 201, ask: bodied(() => ({ title: 'Mới', from: 'published' })) },
  edition: { role: 'viewer', ok: 200, ask: called('e') },
  editionStep: { role: 'editor', ok: 200, ask: called('e', { action: 'comment', note: 'xem lại' }) },
  document: { role: 'viewer', ok: 200, ask: (place) => ({ params: { id: `e-${place}` }, query: { path: 'pack.json' } }) },
  saveDocument: { role: 'editor', ok: 200, ask: (place, { fresh }) => ({ params: { id: `e-${place}` }, body: { path: `guides/${fresh()}.json`, document: {}, seen: null } }) },
  publications: { role: 'viewer', list: 'thon', above: true },
  publish: { role: 'editor', ok: 201, ask: bodied((place) => ({ edition: 'published', ring: RING(place) })) },
  endPublication: { role: 'editor', ok: [200, 409], ask: called('pub') },
  coverage: { role: 'viewer', list: 'p-thon', above: true },
  clips: { role: 'viewer', list: 'clip-thon', above: true },
  addClip: { role: 'editor', plain: 201, ask: bodied((_place, { fresh }) => ({ id: fresh(), ...TEXTS })) },
  changeClip: { role: 'editor', ok: 200, ask: called('clip', TEXTS) },
  uploadClipFile: { role: 'editor', ok: 422, ask: (place) => ({ params: { id: `clip-${place}`, slot: 'poster-tall' }, query: { licence: 'của xã' }, body: Buffer.from('no picture') }) },
  removeClip: { role: 'editor', ok: [204, 404], ask: called('old') },
  notices: { role: 'viewer', list: 'n-thon', above: true },
  addNotice: { role: 'editor', ok: 201, ask: bodied((place) => ({ ...NOTICE, rings: [RING(place)] })) },
  noticeStep: { role: 'editor', ok: [200, 409], ask: called('n', { action: 'approve' }) },
  syncSettings: { role: 'viewer', plain: 200 },
  // The whole centre's: an administrator of a unit is refused too.
  saveSyncSettings: { role: 'admin', plain: 200, refused: 403, ask: () => ({ body: { bytesPerSecond: null, quietHours: null } }) },
};

const everybody = (status: number): Readonly<Record<Caller, number>> => ({ nobody: status, guess: status, device: status, 'revoked device': status, 'read token': status, viewer: status, editor: status, admin: status, chief: status });
const known = { ...everybody(404), nobody: 401, guess: 401, 'revoked device': 401 };

/** What is no JSON of the contract: each route that the program has, by its pattern, with an address and what each caller hears. */
export const OTHER_ROUTES: Readonly<Record<string, { readonly url: string; readonly status: Readonly<Record<Caller, number>> }>> = {
  '/api/v1/blobs/:sha256': { url: `/api/v1/blobs/${'0'.repeat(64)}`, status: known },
  '/api/docs': { url: '/api/docs', status: everybody(200) },
  '/api/docs/openapi.json': { url: '/api/docs/openapi.json', status: everybody(200) },
  '/api/docs/style.css': { url: '/api/docs/style.css', status: everybody(200) },
  '/oidc/start': { url: '/oidc/start', status: everybody(302) },
  '/oidc/callback': { url: '/oidc/callback?code=x', status: everybody(302) },
  '/healthz': { url: '/healthz', status: everybody(200) },
  '/readyz': { url: '/readyz', status: everybody(200) },
  '/': { url: '/', status: everybody(200) },
  '/first': { url: '/first', status: everybody(200) },
  '/link': { url: '/link', status: everybody(200) },
  '/g/:slug': { url: '/g/khai-sinh', status: everybody(200) },
  '/g/worker.js': { url: '/g/worker.js', status: everybody(404) },
  '/assets/*': { url: '/assets/app-1.js', status: everybody(200) },
  '/h/*': { url: '/h/style-1.css', status: everybody(200) },
  '/c': { url: '/c', status: everybody(200) },
  '/c/:code': { url: '/c/AAAAAA', status: everybody(404) },
};
