import type { ReactElement, ReactNode, Ref } from 'react';
import { createPortal } from 'react-dom';
import type { Printer } from '#contract/kiosk-channels.ts';
import type { KeyFact, LocalText } from '#contract/content-pack.ts';
import { LotusMark } from '../art/lotus.tsx';
import { useWords } from '../i18n/use-words.ts';
import { localDate } from '../screens/guide/local-date.ts';
import type { Shown } from '../session/guide-view.ts';
import { SheetCode } from './sheet-code.tsx';
import type { SheetView } from './sheet-view.ts';
import './sheet.css';

type SheetProps = { readonly view: SheetView; readonly paper: Exclude<Printer, 'none'>; readonly ref?: Ref<HTMLElement> };

/** The sheet, for printers only: on the screen it lies outside, unseen and unheard. */
export function Sheet({ view, paper, ref }: SheetProps): ReactElement {
  const { local, tag } = useWords();
  const { guide } = view;
  return createPortal(
    <article className="sheet" data-paper={paper} ref={ref} lang={tag} aria-hidden inert>
      <header className="sheet-head">
        <p className="sheet-brand">
          <LotusMark className="sheet-mark" petals="#000" heart="#000" />
          Một Chạm
        </p>
        <h1 className="sheet-title">{local(guide.title)}</h1>
        <Official view={view} />
      </header>
      <div className="sheet-top">
        <div className="sheet-bring">
          <Facts view={view} />
          <Papers view={view} />
        </div>
        <SheetCode view={view} paper={paper} />
      </div>
      <Steps view={view} />
      <Hints hints={view.hints} />
      <Foot view={view} />
    </article>,
    document.body,
  );
}

function Official({ view: { guide } }: { readonly view: SheetView }): ReactElement {
  const { t } = useWords();
  return (
    <p className="sheet-official" lang="vi">
      {guide.officialName}
      {guide.code === undefined ? '' : `. ${t('guide.code', { code: guide.code })}`}
    </p>
  );
}

function Facts({ view }: { readonly view: SheetView }): ReactElement {
  const { t, local } = useWords();
  const said = (fact: Shown<LocalText>): string => (fact.kind === 'shown' ? local(fact.value) : t('common.askDesk'));
  return (
    <dl className="sheet-facts">
      <Fact label={t('guide.time')}>
        <Cases fact={view.time} />
      </Fact>
      <Fact label={t('guide.fee')}>
        <Cases fact={view.fee} />
        {view.exempt === null ? null : (
          <span className="sheet-detail">
            {t('guide.exempt')}: {said(view.exempt)}
          </span>
        )}
      </Fact>
      <Fact label={t('guide.decidedBy')}>
        <span className="sheet-place">{said(view.decidedBy)}</span>
      </Fact>
    </dl>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactElement {
  return (
    <div className="sheet-fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Cases({ fact }: { readonly fact: Shown<readonly KeyFact[]> }): ReactElement {
  const { t, local } = useWords();
  if (fact.kind === 'hidden') return <span className="sheet-value">{t('common.askDesk')}</span>;
  return (
    <>
      {fact.value.map((one) => (
        <span key={local(one.headline)} className="sheet-case">
          <span className="sheet-value">{local(one.headline)}</span>
          {one.detail === undefined ? null : <span className="sheet-detail">{local(one.detail)}</span>}
        </span>
      ))}
    </>
  );
}

function Papers({ view: { papers, questionsLeft } }: { readonly view: SheetView }): ReactElement | null {
  const { t, local } = useWords();
  if (papers === null) return null;
  return (
    <section className="sheet-part">
      <h2>{t('guide.papers')}</h2>
      {papers.kind === 'hidden' ? <p>{t('common.askDesk')}</p> : null}
      <ul className="sheet-papers">
        {(papers.kind === 'shown' ? papers.value : []).map((paper) => (
          <li key={paper.id}>
            <span className="sheet-box" />
            <span>
              <strong>{local(paper.text)}</strong>
              {paper.note === undefined ? null : <span className="sheet-detail">{local(paper.note)}</span>}
            </span>
          </li>
        ))}
      </ul>
      {questionsLeft > 0 ? <p className="sheet-later">{t('print.papersLater')}</p> : null}
    </section>
  );
}

function Steps({ view: { steps } }: { readonly view: SheetView }): ReactElement | null {
  const { t, local } = useWords();
  if (steps.length === 0) return null;
  return (
    <section className="sheet-part">
      <h2>{t('guide.track')}</h2>
      <ol className="sheet-steps">
        {steps.map((step, index) => (
          <li key={step.id}>
            <span className="sheet-number">{index + 1}</span>
            <div>
              <h3>{local(step.title)}</h3>
              <p>{local(step.text)}</p>
              {step.stuck === undefined ? null : (
                <p className="sheet-stuck">
                  <strong>{t('print.stuck')}:</strong> {local(step.stuck)}
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Hints({ hints }: { readonly hints: readonly LocalText[] }): ReactElement | null {
  const { t, local } = useWords();
  if (hints.length === 0) return null;
  return (
    <section className="sheet-part">
      <h2>{t('card.hints')}</h2>
      {hints.map((hint) => (
        <p key={hint.vi}>{local(hint)}</p>
      ))}
    </section>
  );
}

/** How old the words are, who helps, where the sheet comes from; nothing about the person. */
function Foot({ view }: { readonly view: SheetView }): ReactElement {
  const { t } = useWords();
  const from = view.from ?? t('print.ownKiosk');
  return (
    <footer className="sheet-foot">
      <div>
        <p className="sheet-safety">{t('handoff.safety')}</p>
        {view.helpLine === null ? null : <p className="sheet-safety">{t('print.helpLine', { number: view.helpLine })}</p>}
        <p>{t('print.private')}</p>
      </div>
      <div>
        {view.checkedOn === null ? null : <p>{t('handoff.updated', { date: localDate(view.checkedOn) })}.</p>}
        <p>{t('print.from', { place: from, date: localDate(view.printedOn) })}</p>
      </div>
    </footer>
  );
}
