import type { ReactElement } from 'react';
import type { KeyFact as Fact, LocalText } from '#contract/content-pack.ts';
import type { Shown } from '../../session/guide-view.ts';
import { Icon } from '../../art/icon.tsx';
import type { IconName } from '../../art/icon.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { useShape } from '../../ui/use-shape.ts';
import { useSession } from '../../session/session-context.ts';
import { KeyFact } from '../../ui/content/key-fact.tsx';
import type { FactCase } from '../../ui/content/key-fact.tsx';

type Cases = Shown<readonly Fact[]>;

/** Time and fee, as large as signs; one that may not be shown says whom to ask (promise 8). */
export function TimeAndFee({ time, fee }: { readonly time: Cases; readonly fee: Cases }): ReactElement {
  const { t, local } = useWords();
  const cases = (fact: Cases): readonly FactCase[] =>
    fact.kind === 'hidden'
      ? []
      : fact.value.map((one) => ({ headline: local(one.headline), detail: one.detail === undefined ? null : local(one.detail) }));
  // Side by side they are one block for paging; one below the other each case is.
  const shape = useShape();
  const plainText = useSession((state) => state.comfort.textSize === 1);
  const beside = shape !== 'tablet' && plainText;
  return (
    <div className={beside ? 'key-facts is-beside' : 'key-facts'} data-block={beside || undefined}>
      <KeyFact icon="clock" label={t('guide.time')} cases={cases(time)} hidden={t('common.askDesk')} />
      <KeyFact icon="money" label={t('guide.fee')} cases={cases(fee)} hidden={t('common.askDesk')} />
    </div>
  );
}

/** Who pays nothing or less: always stands beside a fee. */
export function Exempt({ exempt }: { readonly exempt: Shown<LocalText> | null }): ReactElement | null {
  const { t, local } = useWords();
  if (exempt === null) return null;
  return (
    <p className="exempt" data-block>
      <strong>{t('guide.exempt')}:</strong> {exempt.kind === 'shown' ? local(exempt.value) : t('common.askDesk')}
    </p>
  );
}

/** A labelled line with an icon: result, place, law. */
export function PlainFact({ icon, label, text }: { readonly icon: IconName; readonly label: string; readonly text: string | null }): ReactElement {
  const { t } = useWords();
  return (
    <section className="plain-fact" data-block>
      <Icon name={icon} className="fact-icon" />
      <div>
        <h2 className="fact-label">{label}</h2>
        <p className="plain-fact-text">{text ?? t('common.askDesk')}</p>
      </div>
    </section>
  );
}
