import type { AuditEntry } from '#contract/people.ts';
import type { Role } from '#contract/staff.ts';
import type { WordKey, Words } from '../i18n/words.ts';

/** What the centre writes down, and the sentence for it; an action of a newer centre is shown by its own name. */
const SENTENCES: Readonly<Record<string, WordKey>> = {
  'sign-in': 'didSignIn',
  'sign-in failed': 'didSignInFailed',
  'claim': 'didClaim',
  'change password': 'didChangePassword',
  'reset password': 'didResetPassword',
  'accept invitation': 'didAcceptInvitation',
  'bind oidc': 'didBindOidc',
  'end sessions': 'didEndSessions',
  'add user': 'didAddUser',
  'invite user': 'didInviteUser',
  'change user': 'didChangeUser',
  'disable user': 'didDisableUser',
  'enable user': 'didEnableUser',
  'make link': 'didMakeLink',
  'add read token': 'didAddReadToken',
  'revoke read token': 'didRevokeReadToken',
  'export log': 'didExportLog',
  'look at raw entries': 'didLookAtRawEntries',
  'add subscription': 'didAddSubscription',
  'remove subscription': 'didRemoveSubscription',
  'test subscription': 'didTestSubscription',
  'add service point': 'didAddServicePoint',
  'change service point': 'didChangeServicePoint',
  'add unit': 'didAddUnit',
  'change unit': 'didChangeUnit',
  'pair': 'didPair',
  'enrol': 'didEnrol',
  'enrol replacement': 'didEnrolReplacement',
  'replace': 'didReplace',
  'replacement in use': 'didReplacementInUse',
  'revoke': 'didRevoke',
  'change kiosk': 'didChangeKiosk',
  'command asked': 'didCommandAsked',
  'command delivered': 'didCommandDelivered',
  'command answered': 'didCommandAnswered',
  'command expired': 'didCommandExpired',
  'look at command answer': 'didLookAtCommandAnswer',
  'set target': 'didSetTarget',
  'set report heading': 'didSetReportHeading',
  'acknowledge alert': 'didAcknowledgeAlert',
  'begin edition': 'didBeginEdition',
  'submit edition': 'didSubmitEdition',
  'return edition': 'didReturnEdition',
  'approve edition': 'didApproveEdition',
  'drop edition': 'didDropEdition',
  'comment edition': 'didCommentEdition',
  'save document': 'didSaveDocument',
  'remove document': 'didRemoveDocument',
  'publish': 'didPublish',
  'roll back': 'didRollBack',
  'end publication': 'didEndPublication',
  'add clip': 'didAddClip',
  'change clip': 'didChangeClip',
  'remove clip': 'didRemoveClip',
  'upload file': 'didUploadFile',
  'write notice': 'didWriteNotice',
  'send emergency notice': 'didSendEmergencyNotice',
  'approve notice': 'didApproveNotice',
  'cancel notice': 'didCancelNotice',
  'prune raw entries': 'didPruneRawEntries',
  'set content sync': 'didSetContentSync',
};

const ROLE_WORDS: Readonly<Record<Role, WordKey>> = { viewer: 'roleViewer', editor: 'roleEditor', admin: 'roleAdmin' };

export function roleWords(role: string, { say }: Words): string {
  const key = Object.entries(ROLE_WORDS).find(([each]) => each === role)?.[1];
  return key === undefined ? role : say(key);
}

/** Who it was, by name where the centre knows one. */
export function actorWords({ actor, actorName }: Pick<AuditEntry, 'actor' | 'actorName'>, { say }: Words): string {
  if (actor === 'command-line') return say('commandLine');
  return actorName ?? (actor === '' ? say('somebody') : actor);
}

/** The rest of the sentence, beginning with the verb. */
export function auditSentence(entry: AuditEntry, words: Words): string {
  const { action, subject, subjectName, detail } = entry;
  const text = (key: string): string => (typeof detail[key] === 'string' || typeof detail[key] === 'number' ? String(detail[key]) : '');
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text('day')) ? words.day(text('day')) : text('day');
  const what = subjectName ?? (text('name') || text('title') || text('version') || subject);
  const key = Object.hasOwn(SENTENCES, action) ? SENTENCES[action] : undefined;
  return words.say(key ?? 'didOther', { action, what, day, role: roleWords(text('role'), words), reason: text('reason'), target: text('target'), ended: text('ended') });
}
