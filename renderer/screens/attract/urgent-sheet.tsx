import { useLayoutEffect, useRef } from 'react';
import type { ReactElement, RefObject } from 'react';
import type { Language } from '#contract/content-pack.ts';
import type { UrgentNotice } from '#contract/manifest.ts';
import { Icon } from '../../art/icon.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { wordsIn } from '../../i18n/words.ts';
import { gluePhrases } from '../../ui/phrases.ts';
import { useShape } from '../../ui/use-shape.ts';
import './urgent-sheet.css';

/** Sizes that are tried, the largest first. */
const FITS = Array.from({ length: 18 }, (_, step) => 1 - step * 0.035);

/** The urgent notice over the whole picture, in both languages: large, still, to be read from afar. */
export function UrgentSheet({ notice }: { readonly notice: UrgentNotice }): ReactElement {
  const { language } = useWords();
  const sheet = useRef<HTMLDivElement>(null);
  useLargestFit(sheet, notice);
  const other = language === 'vi' ? 'en' : 'vi';
  return (
    <div className="urgent-sheet paper-theme">
      <p className="urgent-label">
        <Icon name="warning" className="urgent-sign" />
        <span lang={language}>{wordsIn(language)('urgent.label')}</span>
        <span className="urgent-label-other" lang={other}>
          {wordsIn(other)('urgent.label')}
        </span>
      </p>
      <div className="urgent-body" ref={sheet}>
        <Words notice={notice} language={language} className="urgent-first" />
        <Words notice={notice} language={other} className="urgent-second" />
      </div>
    </div>
  );
}

function Words({ notice, language, className }: { readonly notice: UrgentNotice; readonly language: Language; readonly className: string }): ReactElement {
  return (
    <section className={className} lang={language}>
      <h2 className="urgent-title">{gluePhrases(notice.title[language])}</h2>
      <p className="urgent-text">{gluePhrases(notice.text[language])}</p>
    </section>
  );
}

function fitOne(element: HTMLElement): void {
  for (const size of FITS) {
    element.style.setProperty('--fit', String(size));
    if (element.scrollHeight <= element.clientHeight && element.scrollWidth <= element.clientWidth) return;
  }
}

/** As large as there is room for: a short notice is read from further away. One above the other they share a size; side by side each has its own. */
function useLargestFit(box: RefObject<HTMLElement | null>, notice: UrgentNotice): void {
  const shape = useShape();
  useLayoutEffect(() => {
    const fit = (): void => {
      const whole = box.current;
      if (whole === null) return;
      const parts = [...whole.children].flatMap((part) => (part instanceof HTMLElement ? [part] : []));
      for (const part of [whole, ...parts]) part.style.removeProperty('--fit');
      for (const part of shape === 'portrait' ? [whole] : parts) fitOne(part);
    };
    fit();
    const watch = new ResizeObserver(fit);
    if (box.current !== null) watch.observe(box.current);
    // The fonts may come after the words.
    document.fonts.addEventListener('loadingdone', fit);
    return () => {
      watch.disconnect();
      document.fonts.removeEventListener('loadingdone', fit);
    };
  }, [box, notice, shape]);
}
