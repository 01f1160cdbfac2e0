import type { ReactElement } from 'react';
import { useWords } from '../i18n/words.ts';
import { SelectField } from '../ui/field.tsx';

export type Audience = 'internal' | 'public';

/** What stands in the address; anything else is for the office's own people. */
export function parseAudience(value: string | null): Audience {
  return value === 'public' ? 'public' : 'internal';
}

/** Whom a file is for: small groups are left out of what is published (E176, E177). */
export function AudienceField({ value, onChange }: { readonly value: Audience; readonly onChange: (value: string | null) => void }): ReactElement {
  const { say } = useWords();
  const options = [
    { value: 'internal', name: say('audienceInternal') },
    { value: 'public', name: say('audiencePublic') },
  ];
  return <SelectField label={say('exportAudience')} name="audience" hint={say('exportAudienceHint')} options={options} value={value} onChange={(next) => onChange(next === 'public' ? 'public' : null)} />;
}
