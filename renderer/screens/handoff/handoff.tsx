import { useMemo } from 'react';
import type { ReactElement } from 'react';
import type { HandoffTarget, HandoffView } from '../../session/handoff-view.ts';
import type { HandoffScreen } from '../../session/state.ts';
import { Icon } from '../../art/icon.tsx';
import { HandoffFigure } from '../../art/scenes/index.ts';
import { useWords } from '../../i18n/use-words.ts';
import { useSend } from '../../session/session-context.ts';
import { useHandoffView } from '../../session/use-views.ts';
import { Heading } from '../../ui/content/heading.tsx';
import { PageButtons, ScrollPages } from '../../ui/content/scroll-pages.tsx';
import { QrCode } from '../../ui/content/qr-code.tsx';
import { useScrollPages } from '../../ui/content/use-scroll-pages.ts';
import type { ScrollPagesControl } from '../../ui/content/use-scroll-pages.ts';
import { Button } from '../../ui/controls/button.tsx';
import { ScreenFrame } from '../../ui/frame/screen-frame.tsx';
import { endSentence, gluePhrases } from '../../ui/phrases.ts';
import { useShape } from '../../ui/use-shape.ts';
import { localDate } from '../guide/local-date.ts';
import { PostNote } from '../guide/post-note.tsx';
import { PrintButton, PrintNote } from '../../print/print-button.tsx';
import { usePrinting, type Printing } from '../../print/use-printing.tsx';
import { EnlargedQr } from './enlarged-qr.tsx';
import './handoff.css';

/** The guide moves to the citizen's own phone. Always on paper, always still, so that cameras read the code (E137). */
export function Handoff({ screen }: { readonly screen: HandoffScreen }): ReactElement | null {
  const { slug, step, answers, enlarged } = screen;
  const place = useMemo(() => ({ slug, step, answers }), [slug, step, answers]);
  const view = useHandoffView(place);
  const printing = usePrinting(screen);
  if (view === null) return null;
  if (view.target === null) return <NoAddress view={view} />;
  if (enlarged) return <EnlargedQr target={view.target} code={view.code} />;
  return <HandoffPage view={view} target={view.target} printing={printing} />;
}

/** What stands beside the code: the step it leads to, the six signs, how old the words are. */
type Beside = Pick<HandoffView, 'step' | 'code' | 'checkedOn'> & { readonly guide: HandoffView['guide'] | null };
type PageProps = { readonly view: Beside; readonly target: HandoffTarget; readonly printing?: Printing | null };

/** The code with how to use it; also for a page of the portal that no guide of ours stands behind. */
export function HandoffPage({ view, target, printing = null }: PageProps): ReactElement {
  const { t } = useWords();
  const shape = useShape();
  const pages = useScrollPages(target.address);
  const own = target.leadsTo === 'guide';
  const portrait = shape === 'portrait';
  const title = own ? t(view.step > 0 ? 'handoff.stepTitle' : 'handoff.title') : t('handoff.portalTitle');
  const qr = (
    <div className="handoff-qr">
      <QrCode address={target.address} label={t('handoff.qr', { address: target.address })} />
    </div>
  );
  return (
    <div className="paper-theme handoff-theme">
      <ScreenFrame name="handoff" floor="read" ground="leaf" controls={<HandoffControls view={view} pages={pages} printing={printing} />} oneColumnWhenLarge>
        <div className="handoff-head">
          <Heading className="handoff-title">{title}</Heading>
          <HandoffFigure className="handoff-figure" />
        </div>
        <div className="handoff-body">
          {portrait ? null : qr}
          <ScrollPages pages={pages} label={title} className="handoff-words">
            {/* A tablet says what to do in one line, in place of three steps: so the code to type stays on the first page. */}
            {shape === 'tablet' ? (
              <p className="handoff-how" data-block>
                {t('handoff.how')}
              </p>
            ) : (
              <div className="handoff-top">
                {portrait ? qr : null}
                <HowTo host={target.host} note={portrait ? <Updated view={view} printing={printing} /> : null} />
              </div>
            )}
            {view.guide === null ? null : <PostNote guide={view.guide} place="first" />}
            {own ? <CodeBand host={target.host} code={view.code} /> : null}
            <Safety host={target.host} />
            {shape === 'tablet' ? <Updated view={view} printing={printing} /> : null}
          </ScrollPages>
          {shape === 'tablet' ? <PageButtons pages={pages} upright /> : null}
        </div>
      </ScreenFrame>
    </div>
  );
}

/** On a tablet all ways stand in one block, and the page buttons beside the words. */
function HandoffControls({ view, pages, printing }: { readonly view: Beside; readonly pages: ScrollPagesControl; readonly printing: Printing | null }): ReactElement {
  const { t } = useWords();
  const send = useSend();
  const shape = useShape();
  // In landscape the column is full; "Quay lại" in the bar does the same as the button that makes room.
  const hasNote = printing !== null && printing.stage !== 'ready';
  const stay = (
    <Button iconAfter="forward" className="handoff-stay" onPress={() => send({ kind: 'back' })}>
      {gluePhrases(t('handoff.stay'))}
    </Button>
  );
  return (
    <>
      {shape === 'landscape' ? <Updated view={view} printing={printing} /> : null}
      {printing === null ? null : printing.sheet}
      <div className="handoff-main" data-printer={printing === null ? undefined : ''}>
        {shape === 'tablet' ? stay : null}
        {printing !== null && shape === 'tablet' ? <PrintButton printing={printing} /> : null}
        <Button icon="expand" className="handoff-enlarge" onPress={() => send({ kind: 'enlarge', on: true })}>
          {t('handoff.enlarge')}
        </Button>
        <Button kind="primary" onPress={() => send({ kind: 'open-rate' })}>
          {t('handoff.scanned')}
        </Button>
      </div>
      {shape === 'tablet' ? null : (
        <div className="handoff-more">
          {printing === null ? null : <PrintButton printing={printing} />}
          {hasNote && shape === 'landscape' ? null : stay}
          <PageButtons pages={pages} />
        </div>
      )}
    </>
  );
}

/** How old the words are; once a sheet was asked for, what became of it. */
function Updated({ view, printing }: { readonly view: Beside; readonly printing: Printing | null }): ReactElement | null {
  const { t } = useWords();
  if (printing !== null && printing.stage !== 'ready') return <PrintNote printing={printing} />;
  if (view.checkedOn === null) return null;
  return <p className="handoff-updated">{t('handoff.updated', { date: localDate(view.checkedOn) })}</p>;
}

function HowTo({ host, note }: { readonly host: string; readonly note: ReactElement | null }): ReactElement {
  const { t } = useWords();
  const steps = [t('handoff.how1'), t('handoff.how2'), t('handoff.how3', { host: breakable(host) })];
  return (
    <div className="how-to">
      <ol className="how-to-steps">
        {steps.map((words, index) => (
          <li key={words} className="how-to-step" data-block>
            <span className="how-to-number heading">{index + 1}</span>
            <span className="how-to-words">{words}</span>
          </li>
        ))}
      </ol>
      {note}
    </div>
  );
}

/** A host this long does not fit beside the code; it may break before its dots, and nowhere else. */
const LONG_HOST = 24;

function breakable(host: string): string {
  return host.length > LONG_HOST ? host.replaceAll('.', '\u200b.') : host;
}

/** Six signs in two groups of three: what fits in a glance. */
function CodeBand({ host, code }: { readonly host: string; readonly code: string }): ReactElement {
  const { t } = useWords();
  const how = useShape() === 'tablet' ? 'handoff.codeShort' : 'handoff.code';
  return (
    <div className="code-band" data-block>
      <p className="code-how">{t(how, { host: breakable(host) })}</p>
      <p className="code-signs" role="group" aria-label={t('handoff.codeLabel', { code: [...code].join(' ') })}>
        {code.slice(0, 3)} {code.slice(3)}
      </p>
    </div>
  );
}

function Safety({ host }: { readonly host: string }): ReactElement {
  const { t } = useWords();
  return (
    <div className="handoff-safety" data-block>
      <Icon name="shield" className="handoff-shield" />
      <p>
        {endSentence(t('handoff.onlyOpen', { host: breakable(host) }))} <strong>{t('handoff.safety')}</strong>
      </p>
    </div>
  );
}

/** No address that the pack allows: the desk helps, and says so. */
function NoAddress({ view }: { readonly view: HandoffView }): ReactElement {
  const { t, local } = useWords();
  const send = useSend();
  const controls = (
    <Button kind="primary" icon="back" onPress={() => send({ kind: 'back' })}>
      {t('common.back')}
    </Button>
  );
  return (
    <ScreenFrame name="handoff-none" floor="read" ground="leaf" controls={controls}>
      <div className="handoff-none">
        <Heading className="handoff-title">{local(view.guide.title)}</Heading>
        <p className="handoff-none-text">{t('handoff.noCamera')}</p>
      </div>
    </ScreenFrame>
  );
}
