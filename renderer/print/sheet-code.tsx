import type { ReactElement } from 'react';
import type { Printer } from '#contract/kiosk-channels.ts';
import { useWords } from '../i18n/use-words.ts';
import { encodeQr } from '../ui/content/qr-code.tsx';
import { QUIET_ZONE } from '../ui/content/qr-size.ts';
import { endSentence } from '../ui/phrases.ts';
import type { SheetView } from './sheet-view.ts';

/** Side of the code with its quiet zone, mm. */
const ROOM_MM = { a4: 52, receipt: 52 } as const;
/** One dot of a receipt printer (203 dots an inch): modules of whole dots are all equally wide. */
const DOT_MM = 25.4 / 203;

/** Side of one module on paper, mm: a whole number of printer's dots, as many as fit. */
export function printedModuleMm(modules: number, paper: Exclude<Printer, 'none'>): number {
  return Math.floor(ROOM_MM[paper] / (modules + 2 * QUIET_ZONE) / DOT_MM) * DOT_MM;
}

/** The screen's own code, black on white with its quiet zone (E131–E135), its address in clear and the six signs. */
export function SheetCode({ view, paper }: { readonly view: SheetView; readonly paper: Exclude<Printer, 'none'> }): ReactElement {
  const { t } = useWords();
  const { address, host } = view.target;
  const { modules, path } = encodeQr(address);
  const units = modules + 2 * QUIET_ZONE;
  const side = `${(units * printedModuleMm(modules, paper)).toFixed(3)}mm`;
  return (
    <div className="sheet-code">
      <svg className="sheet-qr" style={{ width: side, height: side }} viewBox={`0 0 ${units} ${units}`} shapeRendering="crispEdges">
        <rect width={units} height={units} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      <p className="sheet-scan">{t('handoff.how')}</p>
      {view.code === null ? (
        <p className="sheet-host">{host}</p>
      ) : (
        <>
          <p className="sheet-how">{t('handoff.code', { host })}</p>
          <p className="sheet-signs">
            {view.code.slice(0, 3)} {view.code.slice(3)}
          </p>
        </>
      )}
      <p className="sheet-only">{endSentence(t('handoff.onlyOpen', { host }))}</p>
    </div>
  );
}
