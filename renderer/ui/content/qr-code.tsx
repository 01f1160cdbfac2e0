import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { encode } from 'uqr';
import { useWords } from '../../i18n/use-words.ts';
import { QUIET_ZONE, modulePx, qrPath } from './qr-size.ts';
import './qr-code.css';

/** Our own addresses stay at version 4 (E130); a portal's page of 79 to 91 bytes needs 5 or 6, and only that may. */
export function encodeQr(address: string): { readonly modules: number; readonly version: number; readonly path: string } {
  const { data, size, version } = encode(address, { ecc: 'M', border: 0, boostEcc: false });
  return { modules: size, version, path: qrPath(data) };
}

/** Black on pure white in every theme, no logo, no motion (E131–E137). Fills its box with whole device pixels. */
export function QrCode({ address, label }: { readonly address: string; readonly label: string }): ReactElement {
  const { t } = useWords();
  const { modules, path } = useMemo(() => encodeQr(address), [address]);
  const room = useRef<HTMLDivElement>(null);
  const [side, setSide] = useState(0);
  const units = modules + 2 * QUIET_ZONE;

  useLayoutEffect(() => {
    const box = room.current;
    if (box === null) return undefined;
    const fit = (): void => {
      const mmPx = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--mm'));
      const roomPx = Math.min(box.clientWidth, box.clientHeight);
      setSide(units * modulePx({ modules, roomPx, mmPx, devicePixelRatio: window.devicePixelRatio }));
    };
    fit();
    const watch = new ResizeObserver(fit);
    watch.observe(box);
    return () => watch.disconnect();
  }, [modules, units]);

  return (
    <div className="qr-room" ref={room}>
      <svg className="qr-code" role="img" aria-label={label} data-spoken={t('speech.qr')} width={side} height={side} viewBox={`0 0 ${units} ${units}`} shapeRendering="crispEdges">
        <rect width={units} height={units} fill="#ffffff" />
        <path d={path} fill="#000000" />
      </svg>
    </div>
  );
}
