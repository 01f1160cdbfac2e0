import type { ReactElement } from 'react';
import type { AreaProps } from '../areas.ts';
import { useWords } from '../i18n/words.ts';
import { PageHead } from '../ui/page-head.tsx';

export function LibraryArea(_props: AreaProps): ReactElement {
  const { say } = useWords();
  return (
    <>
      <PageHead title={say('areaLibrary')} />
      <p>{say('comingSoon')}</p>
    </>
  );
}
