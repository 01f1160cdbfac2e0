import type { ReactElement } from 'react';
import { ROLES, type Role } from '#contract/staff.ts';
import { useWords, type WordKey } from '../i18n/words.ts';
import { SelectField } from '../ui/field.tsx';
import { roleWords } from './audit-sentence.ts';

const HINTS: Readonly<Record<Role, WordKey>> = { viewer: 'roleViewerHint', editor: 'roleEditorHint', admin: 'roleAdminHint' };

/** A choice of roles, each with what it may do. */
export function RoleField({ role }: { readonly role: Role }): ReactElement {
  const words = useWords();
  return <SelectField label={words.say('userRole')} name="role" defaultValue={role} options={ROLES.map((value) => ({ value, name: `${roleWords(value, words)}: ${words.say(HINTS[value])}` }))} />;
}
