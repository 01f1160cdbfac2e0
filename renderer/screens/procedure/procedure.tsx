import type { ReactElement } from 'react';
import type { CatalogueEntry } from '#domain/finding/finding.ts';
import { useWords } from '../../i18n/use-words.ts';
import { portalTarget, type HandoffTarget } from '../../session/handoff-view.ts';
import { useSend, useSession } from '../../session/session-context.ts';
import type { ProcedureScreen } from '../../session/state.ts';
import { Heading } from '../../ui/content/heading.tsx';
import { PageButtons, ScrollPages } from '../../ui/content/scroll-pages.tsx';
import { useScrollPages } from '../../ui/content/use-scroll-pages.ts';
import { Button } from '../../ui/controls/button.tsx';
import { ScreenFrame } from '../../ui/frame/screen-frame.tsx';
import { gluePhrases } from '../../ui/phrases.ts';
import { PlainFact } from '../guide/facts.tsx';
import { EnlargedQr } from '../handoff/enlarged-qr.tsx';
import { HandoffPage } from '../handoff/handoff.tsx';
import { plainName, portalGroups } from './plain-name.ts';
import '../guide/overview.css';
import '../guide/card.css';
import './procedure.css';

/** Nothing of ours stands behind the code: no step, no six signs, no age. */
const NO_GUIDE = { guide: null, step: 0, code: '', checkedOn: null } as const;

/** A procedure that only the national catalogue knows: what the catalogue says, and the way to its page on the portal. */
export function Procedure({ screen }: { readonly screen: ProcedureScreen }): ReactElement {
  const head = useSession((state) => state.kiosk.pack?.head ?? null);
  const { entry, part } = screen;
  const target = head === null ? null : portalTarget(head, entry.portalId);
  if (target === null || part === 'card') return <ProcedureCard entry={entry} target={target} />;
  return part === 'enlarged' ? <EnlargedQr target={target} code="" /> : <HandoffPage view={NO_GUIDE} target={target} />;
}

function ProcedureCard({ entry, target }: { readonly entry: CatalogueEntry; readonly target: HandoffTarget | null }): ReactElement {
  const { t } = useWords();
  const send = useSend();
  const pages = useScrollPages(entry.code);
  const groups = portalGroups(entry.for);
  const controls = (
    <div className="go-on">
      {target === null ? null : (
        <Button kind="primary" icon="qr" className="go-on-primary" onPress={() => send({ kind: 'open-handoff' })}>
          {gluePhrases(t('card.handoff'))}
        </Button>
      )}
      <Button icon="help" onPress={() => send({ kind: 'open-help' })}>
        {t('procedure.help')}
      </Button>
      <PageButtons pages={pages} />
    </div>
  );
  return (
    <ScreenFrame name="procedure" pageKey={entry.code} floor="read" ground="paper" controls={controls}>
      <div className="procedure-head">
        <p className="procedure-from">{t('procedure.title')}</p>
        {/* The catalogue is in Vietnamese whatever the screen speaks. */}
        <div lang="vi">
          <Heading className="procedure-name">{plainName(entry.name)}</Heading>
        </div>
      </div>
      <ScrollPages pages={pages} label={plainName(entry.name)} className="overview-facts">
        <PlainFact icon="office" label={t('guide.decidedBy')} text={listed(entry.agencies)} />
        <PlainFact icon="document" label={t('procedure.field')} text={listed(entry.fields)} />
        {entry.scope === 'SPECIFIC' ? <PlainFact icon="house" label={t('procedure.place')} text={t('procedure.onlyIn', { place: entry.issuedBy })} /> : null}
        {groups.length === 0 ? null : <PlainFact icon="person" label={t('procedure.for')} text={listed(groups)} />}
        <p className="card-more" data-block>
          {t(target === null ? 'procedure.askDesk' : 'procedure.more')}
        </p>
        <p className="guide-source" data-block>
          {t('guide.code', { code: entry.code })}. {t('procedure.source')}
        </p>
      </ScrollPages>
    </ScreenFrame>
  );
}

/** null: the catalogue does not say, the desk does. */
function listed(names: readonly string[]): string | null {
  return names.length === 0 ? null : names.join(' · ');
}
