import { ERRORS, type ErrorCode } from '#contract/errors.ts';
import type { WordKey, Words } from '../i18n/words.ts';
import type { CentreFailure } from './centre-client.ts';

const REFUSALS: Partial<Readonly<Record<ErrorCode, WordKey>>> = {
  LIBRARY_UNKNOWN: 'errorLibraryUnknown',
  LIBRARY_STATE: 'errorLibraryState',
  LIBRARY_CHANGED: 'errorLibraryChanged',
  LIBRARY_FOUR_EYES: 'errorFourEyes',
  LIBRARY_PROBLEMS: 'errorLibraryProblems',
  LIBRARY_FILE_REFUSED: 'errorFileRefused',
  LIBRARY_CLIP_USED: 'errorClipUsed',
  LIBRARY_EXISTS: 'errorLibraryExists',
  LIBRARY_DISK_FULL: 'errorLibraryDisk',
  REQUEST_TOO_LARGE: 'errorTooLarge',
  STAFF_SIGN_IN_FAILED: 'errorSignIn',
  STAFF_LINK_USED: 'errorLinkUsed',
  STAFF_NOT_ALLOWED: 'errorNotAllowed',
  POINT_EXISTS: 'errorPointExists',
  USER_EXISTS: 'errorUserExists',
  REQUEST_INVALID: 'errorInvalid',
  STAFF_PASSWORD_WEAK: 'errorPasswordWeak',
  USER_LAST_ADMIN: 'errorLastAdmin',
  UNIT_UNKNOWN: 'errorUnitUnknown',
  MAIL_OFF: 'errorMailOff',
  MAIL_FAILED: 'errorMailFailed',
  NOTICE_TARGET_REFUSED: 'errorTarget',
  OIDC_AWAY: 'errorOidcAway',
  OIDC_REFUSED: 'errorOidcRefused',
  OIDC_NOT_INVITED: 'errorOidcNotInvited',
  POINT_IN_USE: 'errorPointInUse',
  POINT_CLOSED: 'errorPointClosed',
  UNIT_LOOP: 'errorUnitLoop',
  UNIT_EXISTS: 'errorUnitExists',
  DEVICE_REVOKED: 'errorKioskRevoked',
  COMMAND_UNKNOWN: 'errorCommandGone',
};

/** What to tell staff about an answer that did not come, and what they can do. */
export function failureWords(failure: CentreFailure, { say, number }: Words): string {
  switch (failure.kind) {
    case 'offline':
      return say('errorOffline');
    case 'strange':
      return say('errorStrange');
    case 'refused': {
      if (failure.code === 'REQUEST_TOO_MANY') {
        const seconds = failure.retryAfterSeconds ?? 60;
        const time = seconds < 90 ? say('seconds', { count: number(seconds) }) : say('minutes', { count: number(Math.ceil(seconds / 60)) });
        return say('errorTooMany', { time });
      }
      const key = REFUSALS[failure.code];
      return key === undefined ? say('errorRefused', { code: failure.code }) : say(key);
    }
  }
}

const FAULTS: Partial<Readonly<Record<ErrorCode, WordKey>>> = {
  LEDGER_DISK_FULL: 'faultDiskFull',
  LEDGER_LOCKED: 'faultLocked',
  LEDGER_UNAVAILABLE: 'faultLedger',
  UPLOAD_OFFLINE: 'faultOffline',
  UPLOAD_REFUSED: 'faultRefused',
  CONTENT_INVALID: 'faultContent',
  CONTENT_CLIP_FAILED: 'faultClip',
  LEDGER_SET_ASIDE: 'faultSetAside',
  DEVICE_UNKNOWN: 'faultUnpaired',
  SHELL_PAGE_SILENT: 'faultPageSilent',
  SHELL_PAGE_CRASHED: 'faultPageCrashed',
  DEVICE_TWIN: 'troubleTwinHelp',
};

/** A kiosk's fault with its remedy; a code of a newer kiosk is shown as it came. */
export function faultWords(code: string, { say }: Words): string {
  const known = Object.entries(ERRORS).find(([each]) => each === code);
  const key = Object.entries(FAULTS).find(([each]) => each === code)?.[1];
  if (key !== undefined) return say(key);
  return say('faultOther', { code, remedy: known?.[1].remedy ?? '' });
}
