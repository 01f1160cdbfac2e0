import type { ReactElement } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { Button } from '../ui/controls/button.tsx';
import type { Printing } from './use-printing.tsx';
import './print-button.css';

const WORDS = { ready: 'print.button', busy: 'print.busy', sent: 'print.again', failed: 'print.retry' } as const;

/** "In ra giấy", and what has become of it. */
export function PrintButton({ printing }: { readonly printing: Printing }): ReactElement {
  const { t } = useWords();
  const { stage, print } = printing;
  return (
    <Button icon="document" className="print-button" off={stage === 'busy'} onPress={print}>
      {t(WORDS[stage])}
    </Button>
  );
}

/** Said and shown once a sheet was asked for; a failure says that the code still works. */
export function PrintNote({ printing }: { readonly printing: Printing }): ReactElement {
  const { t } = useWords();
  const { stage } = printing;
  if (stage === 'ready') return <></>;
  return (
    <p className="print-note" role="status" data-stage={stage}>
      {t(`print.${stage}`)}
    </p>
  );
}
