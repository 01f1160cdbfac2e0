/**
 * The one table of expected failures: code → what it means, how bad it is, what staff should do.
 * docs/error-codes.md and the kiosk's texts hold the same codes; tests/architecture compares them.
 */
export type Severity = 'info' | 'warning' | 'fault';

type ErrorEntry = {
  /** HTTP status when the centre answers with it. */
  readonly status: number;
  readonly severity: Severity;
  readonly message: string;
  /** What staff should do, one sentence. */
  readonly remedy: string;
};

export const ERRORS = {
  REQUEST_INVALID: { status: 400, severity: 'warning', message: 'The request does not have the expected form.', remedy: 'Compare the request with docs/protocol.md; update the kiosk when it is older than the centre.' },
  REQUEST_TOO_LARGE: { status: 413, severity: 'warning', message: 'The body is over 2 MiB inflated or holds more than 5,000 entries.', remedy: 'Send smaller batches from the mark.' },
  REQUEST_NOT_FOUND: { status: 404, severity: 'info', message: 'There is nothing at this address.', remedy: 'Check the address.' },
  REQUEST_FOREIGN_ORIGIN: { status: 403, severity: 'warning', message: 'A change was asked for from another site.', remedy: 'Open the dashboard at its own address and try again.' },
  REQUEST_TOO_MANY: { status: 429, severity: 'warning', message: 'Too many tries.', remedy: 'Wait as long as Retry-After says.' },
  SERVER_BUSY: { status: 503, severity: 'warning', message: 'The centre has more to do than it can take in at once.', remedy: 'Nothing: kiosks wait and send again by themselves.' },
  SERVER_DISK_FULL: { status: 503, severity: 'fault', message: 'The centre has no room left to write to.', remedy: 'Make room on the centre\'s disk. Kiosks keep what they have, wait and send again by themselves.' },
  SERVER_FAILED: { status: 500, severity: 'fault', message: 'The centre met an error of its own.', remedy: 'Look at the centre\'s log and report it.' },
  ENROL_CODE_UNKNOWN: { status: 404, severity: 'warning', message: 'This pairing code is not known, was used before, or is older than 15 minutes.', remedy: 'Make a new pairing code in the centre and enter it within 15 minutes.' },
  ENROL_STREAM_TAKEN: { status: 409, severity: 'warning', message: 'This ledger belongs to another device already.', remedy: 'Start the kiosk with a new, empty data folder.' },
  DEVICE_UNKNOWN: { status: 401, severity: 'fault', message: 'The token is missing or not known.', remedy: 'Pair the kiosk with the centre again.' },
  DEVICE_REVOKED: { status: 403, severity: 'fault', message: 'The device was revoked.', remedy: 'Pair the kiosk again if it should go on working.' },
  LEDGER_GAP: { status: 409, severity: 'info', message: 'The batch starts beyond the mark; send again from there.', remedy: 'Nothing: the kiosk sends again from the mark.' },
  LEDGER_FOREIGN_STREAM: { status: 403, severity: 'fault', message: 'The stream belongs to another device.', remedy: 'Two kiosks share one disk image: give one of them a new, empty data folder.' },
  LEDGER_ENTRY_INVALID: { status: 400, severity: 'warning', message: 'A ledger entry does not parse; it is kept in quarantine.', remedy: 'Update the centre, then look at the quarantine.' },
  LEDGER_DISK_FULL: { status: 507, severity: 'fault', message: 'The kiosk\'s disk is full: taps cannot be stored.', remedy: 'Free disk space on the kiosk.' },
  LEDGER_LOCKED: { status: 503, severity: 'fault', message: 'The ledger file is locked by another program.', remedy: 'Close the other program that opened the kiosk\'s data folder.' },
  LEDGER_UNAVAILABLE: { status: 500, severity: 'fault', message: 'The ledger cannot be written.', remedy: 'Check the kiosk\'s disk; the kiosk tries to reopen the ledger by itself.' },
  LEDGER_SET_ASIDE: { status: 500, severity: 'fault', message: 'The ledger file was damaged or outdated; it was set aside, and what could be read of it goes on.', remedy: 'Keep the file named beside it and report it: what else it holds may be read out by hand. Check the kiosk\'s disk.' },
  UPLOAD_OFFLINE: { status: 503, severity: 'warning', message: 'The centre cannot be reached; taps wait on the kiosk.', remedy: 'Check the network; nothing is lost meanwhile.' },
  UPLOAD_REFUSED: { status: 502, severity: 'fault', message: 'The centre refuses the kiosk\'s entries.', remedy: 'Look at the code beside it; the kiosk keeps everything and tries again.' },
  CONTENT_INVALID: { status: 422, severity: 'fault', message: 'The content pack does not pass its checks.', remedy: 'Run npm run content:check on the pack and mend what it names.' },
  CONTENT_CLIP_FAILED: { status: 422, severity: 'warning', message: 'A clip cannot be played and is skipped.', remedy: 'Replace the clip in the content pack.' },
  CONTENT_SIGNATURE_WRONG: { status: 502, severity: 'fault', message: 'The manifest is not signed with the content key of this kiosk\'s centre.', remedy: 'Check that the kiosk reaches its own centre; pair it again when the centre has a new content key.' },
  CONTENT_FORMAT_UNKNOWN: { status: 502, severity: 'fault', message: 'The manifest has a format that this kiosk does not know.', remedy: 'Update the kiosk; it keeps its present content meanwhile.' },
  CONTENT_SEQUENCE_OLD: { status: 409, severity: 'fault', message: 'The manifest is older than one this kiosk has followed already.', remedy: 'Publish again, also after the centre was restored from a backup.' },
  CONTENT_OFFLINE: { status: 503, severity: 'info', message: 'The line was cut while new content was loaded.', remedy: 'Nothing: the kiosk goes on where it stopped.' },
  CONTENT_FILE_MISSING: { status: 404, severity: 'warning', message: 'The centre does not have a file that its manifest names.', remedy: 'Check the centre\'s data folder or the file server in front of it; the kiosk asks again.' },
  CONTENT_FILE_WRONG: { status: 502, severity: 'warning', message: 'A file that was loaded is not what the manifest says.', remedy: 'Nothing at first: the kiosk loads it again. When it stays, look at what stands between kiosk and centre.' },
  CONTENT_FILE_REFUSED: { status: 422, severity: 'warning', message: 'A clip or picture of the new content is not shown: it cannot be decoded or its bytes are wrong.', remedy: 'Replace the file in the content library and publish again.' },
  CONTENT_DISK_FULL: { status: 507, severity: 'fault', message: 'There is no room on the kiosk\'s disk for the new content; the present one stays.', remedy: 'Free disk space on the kiosk, or publish less.' },
  CONTENT_DISK_FAILED: { status: 500, severity: 'fault', message: 'The kiosk cannot write or read its content folder.', remedy: 'Check the kiosk\'s disk; the kiosk tries again by itself.' },
  CONTENT_ROLLED_BACK: { status: 500, severity: 'fault', message: 'The page failed on the new content; the kiosk shows what it had before.', remedy: 'Look at what was published last, mend it and publish again.' },
  SETTINGS_DAMAGED: { status: 500, severity: 'fault', message: 'The file with the kiosk\'s settings and its place in the centre was damaged; its copy was taken, if that could be read.', remedy: 'Check the kiosk\'s disk. When the kiosk is not paired any more, pair it again on its staff page.' },
  STAFF_PIN_WRONG: { status: 401, severity: 'info', message: 'The PIN is not right.', remedy: 'Try again.' },
  STAFF_PIN_LOCKED: { status: 429, severity: 'warning', message: 'Too many wrong PINs; the staff page is closed for a while.', remedy: 'Wait until the time shown has passed.' },
  STAFF_PIN_WEAK: { status: 400, severity: 'info', message: 'A PIN has 6 to 12 digits and is not a row or a repetition.', remedy: 'Choose another PIN.' },
  STAFF_PIN_SET: { status: 409, severity: 'info', message: 'A PIN is set already.', remedy: 'Open the staff page with the present PIN to change it.' },
  STAFF_PIN_CLOSED: { status: 403, severity: 'info', message: 'This kiosk has no PIN, and one can only be chosen in the ten minutes after a start.', remedy: 'Start the kiosk again and choose a PIN within ten minutes.' },
  STAFF_RECORD_DAMAGED: { status: 500, severity: 'warning', message: 'The file with the staff PIN cannot be read; the staff page stays closed.', remedy: 'Stop the kiosk, delete data/kiosk/staff.json, start it and choose a new PIN within ten minutes.' },
  STAFF_LOCKED: { status: 401, severity: 'info', message: 'The staff page is locked.', remedy: 'Enter the PIN.' },
  SHELL_CANNOT_LEAVE: { status: 501, severity: 'info', message: 'This shell cannot leave kiosk mode by itself.', remedy: 'Press Alt+F4 on a keyboard or close the browser from the system.' },
  SHELL_CANNOT_PRINT: { status: 501, severity: 'info', message: 'This shell prints through its page, or no printer is set.', remedy: 'Choose the printer on the staff page; see docs/installers-guide.md.' },
  SHELL_PRINT_FAILED: { status: 500, severity: 'warning', message: 'The printer did not take the sheet.', remedy: 'Check paper, cable and power, and that it is the system\'s standard printer.' },
  SHELL_PAGE_SILENT: { status: 504, severity: 'fault', message: 'The kiosk\'s page gave no sign of life and was loaded anew.', remedy: 'Look at the screen; restart the kiosk when the picture does not move.' },
  SHELL_PAGE_CRASHED: { status: 500, severity: 'fault', message: 'The kiosk\'s page crashed again and again; the safe page is shown.', remedy: 'Restart the kiosk and report its log.' },
  KIOSK_HOST_AWAY: { status: 503, severity: 'fault', message: 'The kiosk\'s page cannot reach its host.', remedy: 'Start the kiosk again; taps that were thanked for are stored.' },
  KIOSK_FORBIDDEN: { status: 403, severity: 'warning', message: 'Only the kiosk\'s own page may ask the kiosk\'s host.', remedy: 'Open the address that the kiosk printed at start.' },
  STAFF_SIGN_IN_FAILED: { status: 401, severity: 'info', message: 'The e-mail or the password is not right.', remedy: 'Try again, or ask an administrator for a new password.' },
  STAFF_SIGNED_OUT: { status: 401, severity: 'info', message: 'Nobody is signed in.', remedy: 'Sign in.' },
  STAFF_NOT_ALLOWED: { status: 403, severity: 'info', message: 'This role or unit may not do that.', remedy: 'Ask an administrator.' },
  STAFF_LINK_USED: { status: 410, severity: 'info', message: 'This sign-in link was used before or is too old.', remedy: 'Sign in with e-mail and password, or start the centre again for a new link.' },
  STAFF_PASSWORD_WEAK: { status: 400, severity: 'info', message: 'This password is among the most common ones or holds the e-mail address.', remedy: 'Choose another one: a few words that only you would put together.' },
  USER_UNKNOWN: { status: 404, severity: 'info', message: 'There is no such user.', remedy: 'Load the list of users again.' },
  USER_LAST_ADMIN: { status: 409, severity: 'info', message: 'This is the last active administrator of the whole centre.', remedy: 'Make another person administrator of the whole centre first.' },
  UNIT_UNKNOWN: { status: 404, severity: 'info', message: 'There is no such unit.', remedy: 'Check the id with npm run manage -- unit list.' },
  TOKEN_UNKNOWN: { status: 404, severity: 'info', message: 'There is no such read token.', remedy: 'Load the list of read tokens again.' },
  MAIL_OFF: { status: 409, severity: 'warning', message: 'This centre cannot send e-mail.', remedy: 'Set SMTP_URL and SMTP_FROM, or hand the link over yourself.' },
  MAIL_FAILED: { status: 502, severity: 'warning', message: 'The mail server did not take the message.', remedy: 'Check SMTP_URL and the mail server\'s log.' },
  NOTICE_UNKNOWN: { status: 404, severity: 'info', message: 'There is no such subscription.', remedy: 'Load the list of subscriptions again.' },
  NOTICE_TARGET_REFUSED: { status: 422, severity: 'info', message: 'Messages cannot be sent to this address.', remedy: 'Give an e-mail address or an https address; hosts of a private network stand in WEBHOOK_HOSTS.' },
  OIDC_OFF: { status: 404, severity: 'info', message: 'This centre has no OpenID Connect provider.', remedy: 'Set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.' },
  OIDC_AWAY: { status: 502, severity: 'warning', message: 'The OpenID Connect provider does not answer as it should.', remedy: 'Sign in with a password meanwhile; check OIDC_ISSUER and the provider.' },
  OIDC_REFUSED: { status: 401, severity: 'info', message: 'The OpenID Connect provider did not confirm the sign-in.', remedy: 'Try again; when it stays so, look at the centre\'s log.' },
  OIDC_NOT_INVITED: { status: 403, severity: 'info', message: 'Nobody with this verified e-mail was invited.', remedy: 'Ask an administrator for an invitation.' },
  UNIT_EXISTS: { status: 409, severity: 'info', message: 'A unit with this id exists already.', remedy: 'Choose another id.' },
  UNIT_LOOP: { status: 409, severity: 'info', message: 'A unit cannot lie below itself.', remedy: 'Choose a unit that does not lie below it.' },
  POINT_CLOSED: { status: 409, severity: 'info', message: 'The service point is closed.', remedy: 'Open it again in the dashboard, or choose another one.' },
  POINT_IN_USE: { status: 409, severity: 'info', message: 'Kiosks still stand at this service point.', remedy: 'Move or revoke its kiosks first.' },
  DEVICE_TWIN: { status: 409, severity: 'fault', message: 'Two machines report as this kiosk.', remedy: 'Two kiosks share one disk image: give one of them a new, empty data folder and pair it.' },
  KIOSK_UNKNOWN: { status: 404, severity: 'info', message: 'There is no such kiosk.', remedy: 'Check the id with npm run manage -- device list.' },
  COMMAND_UNKNOWN: { status: 404, severity: 'info', message: 'There is no such command, or what it brought was deleted after seven days.', remedy: 'Ask the kiosk again.' },
  POINT_UNKNOWN: { status: 404, severity: 'info', message: 'There is no such service point.', remedy: 'Check the id with npm run manage -- point list.' },
  POINT_EXISTS: { status: 409, severity: 'info', message: 'A service point with this id exists already.', remedy: 'Choose another id.' },
  USER_EXISTS: { status: 409, severity: 'info', message: 'A user with this e-mail exists already.', remedy: 'Choose another e-mail.' },
  ALERT_UNKNOWN: { status: 404, severity: 'info', message: 'There is no such alert.', remedy: 'Load the list of alerts again.' },
  CONTENT_NONE: { status: 404, severity: 'info', message: 'Nothing is published for this kiosk.', remedy: 'Publish an edition to a ring that the kiosk is in; until then it shows the pack it came with.' },
  BLOB_UNKNOWN: { status: 404, severity: 'info', message: 'There is no file of this hash.', remedy: 'Load the manifest again; put the blob folder back when it was lost.' },
  LIBRARY_UNKNOWN: { status: 404, severity: 'info', message: 'There is no such thing in the library.', remedy: 'Load the library again.' },
  LIBRARY_STATE: { status: 409, severity: 'info', message: 'This cannot be done in the present state.', remedy: 'Load the library again and look at the state.' },
  LIBRARY_CHANGED: { status: 409, severity: 'info', message: 'Somebody else has changed this meanwhile.', remedy: 'Load it again and make the change once more.' },
  LIBRARY_FOUR_EYES: { status: 403, severity: 'info', message: 'Another person has to do this.', remedy: 'Ask somebody who changed nothing in it.' },
  LIBRARY_PROBLEMS: { status: 422, severity: 'info', message: 'The edition does not pass the checks.', remedy: 'Mend what the list of problems names.' },
  LIBRARY_FILE_REFUSED: { status: 422, severity: 'info', message: 'The file is not one that a kiosk can show.', remedy: 'Make it again as docs/clips.md says.' },
  LIBRARY_CLIP_USED: { status: 409, severity: 'info', message: 'The clip is in an edition that is still needed.', remedy: 'Take it out of the playlist first.' },
  LIBRARY_EXISTS: { status: 409, severity: 'info', message: 'There is one of this name already.', remedy: 'Choose another name.' },
  LIBRARY_DISK_FULL: { status: 507, severity: 'fault', message: 'The disk for library files is full.', remedy: 'Free space where BLOB_DIR (or DATA_DIR) lies; nothing was changed.' },
  REPHRASE_OFF: { status: 404, severity: 'info', message: 'This centre has no endpoint that says texts in other words.', remedy: 'Nothing: the text stands as it is. REPHRASE_URL and REPHRASE_MODEL would turn it on.' },
  REPHRASE_FOREIGN_TEXT: { status: 422, severity: 'warning', message: 'A passage is none of the texts that were published.', remedy: 'Nothing while new content is on its way to the kiosk; otherwise look at who has its token.' },
  REPHRASE_AWAY: { status: 503, severity: 'info', message: 'There are no other words for this text now: the endpoint is away or slow, or what it wrote did not pass the checks.', remedy: 'Nothing: the text stands as it is. When it stays so, look at the endpoint.' },
  GUIDE_UNKNOWN: { status: 404, severity: 'info', message: 'There is no such guide.', remedy: 'Check the code on the kiosk.' },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERRORS;
export const ERROR_CODES = Object.keys(ERRORS) as readonly ErrorCode[];

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(ERRORS, value);
}
