import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import type { HandoffTarget } from '../../session/handoff-view.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useSend } from '../../session/session-context.ts';
import { QrCode } from '../../ui/content/qr-code.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { gluePhrases } from '../../ui/phrases.ts';
import './enlarged-qr.css';

/** The code alone on white, as large as the screen lets it be (E142). */
export function EnlargedQr({ target, code }: { readonly target: HandoffTarget; readonly code: string }): ReactElement {
  const { t } = useWords();
  const send = useSend();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const own = target.leadsTo === 'guide';
  return (
    <main className="paper-theme enlarged">
      <h1 className="enlarged-title" ref={heading} tabIndex={-1}>
        {gluePhrases(t('handoff.how'))}
      </h1>
      <div className="enlarged-qr">
        <QrCode address={target.address} label={t('handoff.qr', { address: target.address })} />
      </div>
      <div className="enlarged-foot">
        <p className="enlarged-words">
          {t('handoff.onlyOpen', { host: target.host })}
          {own ? <span className="enlarged-code"> {`${code.slice(0, 3)} ${code.slice(3)}`}</span> : null}
        </p>
        <Button kind="primary" onPress={() => send({ kind: 'enlarge', on: false })}>
          {t('handoff.shrink')}
        </Button>
      </div>
    </main>
  );
}
