import type { ReactElement } from 'react';
import { LotusMark } from '../../art/lotus.tsx';
import { useWords } from '../../i18n/use-words.ts';
import type { ErrorCode } from '#contract/errors.ts';
import { FloorStrip } from '../../ui/frame/floor-strip.tsx';
import './waiting.css';

/** Until the host has answered; it is asked again every few seconds. */
export function Starting({ refusal }: { readonly refusal: ErrorCode | null }): ReactElement {
  const { t } = useWords();
  return (
    <main className="waiting">
      <LotusMark className="waiting-mark" />
      <h1>{t('starting.title')}</h1>
      {refusal === null ? null : (
        <>
          <p>{t('starting.failed')}</p>
          <p className="waiting-fault">{t(`errors.${refusal}.message`)}</p>
        </>
      )}
      <FloorStrip mood="quiet" />
    </main>
  );
}
