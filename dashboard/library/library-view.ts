import type { Clip, ClipSlot, CoverageKiosk, Edition, EditionState, HistoryLine, Notice, ProbeReport, Ring } from '#contract/library.ts';
import type { Unit } from '../areas.ts';
import type { WordKey, Words } from '../i18n/words.ts';
import type { Status } from '../ui/status-mark.tsx';

const SLOT_WORDS: Readonly<Record<ClipSlot, WordKey>> = { tall: 'libSlotTall', wide: 'libSlotWide', 'poster-tall': 'libSlotPosterTall', 'poster-wide': 'libSlotPosterWide', 'captions-vi': 'libSlotCaptionsVi', 'captions-en': 'libSlotCaptionsEn' };
const PICTURE_WORDS: Readonly<Partial<Record<ClipSlot, WordKey>>> = { 'poster-tall': 'libSlotPictureTall', 'poster-wide': 'libSlotPictureWide' };

/** A still has pictures where a film has posters. */
export function slotWord(slot: ClipSlot, { still }: Pick<Clip, 'still'>): WordKey {
  return (still === undefined ? undefined : PICTURE_WORDS[slot]) ?? SLOT_WORDS[slot];
}

export const STATE_WORDS: Readonly<Record<EditionState, WordKey>> = { draft: 'libStateDraft', review: 'libStateReview', ready: 'libStateReady', dropped: 'libStateDropped' };
export const STATE_MARKS: Readonly<Record<EditionState, Status>> = { draft: 'calm', review: 'attention', ready: 'good', dropped: 'off' };
export const COVERAGE_MARKS: Readonly<Record<CoverageKiosk['state'], Status>> = { current: 'good', loading: 'calm', behind: 'attention', silent: 'bad', none: 'off' };

const DID: Readonly<Record<HistoryLine['action'], WordKey>> = {
  began: 'libDidBegan', saved: 'libDidSaved', removed: 'libDidRemoved', submitted: 'libDidSubmitted', returned: 'libDidReturned', approved: 'libDidApproved', dropped: 'libDidDropped', commented: 'libDidCommented', published: 'libDidPublished', ended: 'libDidEnded',
};
const FINDINGS: Readonly<Record<string, WordKey>> = {
  codec: 'libFindCodec', 'no-film': 'libFindNoFilm', length: 'libFindLength', 'pixel-format': 'libFindPixel', shape: 'libFindShape', 'picture-size': 'libFindSize', sound: 'libFindSound', 'frame-rate': 'libFindRate', 'bit-rate': 'libFindBits', 'index-last': 'libFindIndex', 'not-probed': 'libFindNotProbed', broken: 'libFindBroken', 'no-picture': 'libFindNoPicture', 'no-text': 'libFindNoText', captions: 'libFindCaptions',
};
const MISSING: Readonly<Record<string, WordKey>> = { 'no-film': 'libMissingFilm', 'no-length': 'libMissingLength', 'no-poster': 'libMissingPoster', 'no-captions': 'libMissingCaptions', 'no-picture-tall': 'libMissingTall', 'no-picture-wide': 'libMissingWide' };

export function ringWords(ring: Ring, units: readonly Unit[], kioskName: (id: string) => string | undefined, { say }: Words): string {
  if (ring.kind === 'all') return say('libRingAll');
  if (ring.kind === 'unit') return say('libRingUnit', { name: units.find((unit) => unit.id === ring.id)?.name ?? ring.id });
  return say('libRingKiosk', { name: kioskName(ring.id) ?? ring.id });
}

/** Who did it: people by their e-mail. */
export function actorWords(actor: string, { say }: Words): string {
  if (actor === 'system') return say('libSystem');
  return actor === 'command-line' ? say('libCommandLine') : actor;
}

export function didWords({ action, path }: HistoryLine, { say }: Words): string {
  return say(DID[action], { path: path ?? '' });
}

export function findingWords({ id, value }: ProbeReport['findings'][number], { say }: Words): string {
  const key = FINDINGS[id];
  return key === undefined ? `${id} ${value}`.trim() : say(key, { value });
}

export function missingWords(clip: Clip, { say }: Words): string {
  return clip.missing.map((id) => (MISSING[id] === undefined ? id : say(MISSING[id]))).join(', ');
}

export type NoticePhase = { readonly word: WordKey; readonly mark: Status; readonly isOpen: boolean };

/** Where a notice is at an instant (ms); it ends by itself. */
export function noticePhase(notice: Pick<Notice, 'state' | 'from' | 'until'>, now: number): NoticePhase {
  if (notice.state === 'cancelled') return { word: 'libNoticeCancelled', mark: 'off', isOpen: false };
  if (notice.until <= now) return { word: 'libNoticeOver', mark: 'off', isOpen: false };
  if (notice.state === 'review') return { word: 'libNoticeReview', mark: 'calm', isOpen: true };
  return notice.from > now ? { word: 'libNoticeComing', mark: 'calm', isOpen: true } : { word: 'libNoticeLive', mark: 'attention', isOpen: true };
}

/** Day and time of an instant, for lines of a list. */
export function stamp(at: number, { day, time }: Words, timeZone = 'Asia/Ho_Chi_Minh'): string {
  const local = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
  return `${time(at)} ${day(local)}`;
}

export function isAuthor(edition: Pick<Edition, 'authors'>, user: { readonly id: string }): boolean {
  return edition.authors.includes(user.id);
}
