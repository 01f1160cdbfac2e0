import type { ReactElement } from 'react';
import type { AreaProps } from '../areas.ts';
import { useAddress } from '../shell/address.ts';
import { FleetPage } from './fleet-page.tsx';
import { KioskPage } from './kiosk-page.tsx';
import { StructurePage } from './structure-page.tsx';
import './fleet.css';

/** Every kiosk, one kiosk, and the places they stand at. */
export function FleetArea(props: AreaProps): ReactElement {
  const { path } = useAddress();
  const kiosk = /^\/fleet\/kiosks\/([^/]+)$/.exec(path)?.[1];
  if (kiosk !== undefined) return <KioskPage {...props} id={decodeURIComponent(kiosk)} />;
  if (path === '/fleet/structure' && props.user.role === 'admin') return <StructurePage {...props} />;
  return <FleetPage {...props} />;
}
