import type { ReactElement, ReactNode } from 'react';
import { FloorStrip } from '../../ui/frame/floor-strip.tsx';
import { Header } from '../../ui/frame/header.tsx';
import '../../ui/frame/screen-frame.css';
import './staff.css';

type StaffFrameProps = { readonly name: string; readonly children: ReactNode; readonly controls: ReactNode };

/** The calm frame of staff's screens: no bottom bar, for nothing on it is meant for staff. */
export function StaffFrame({ name, children, controls }: StaffFrameProps): ReactElement {
  return (
    <div className={`frame frame-staff frame-${name}`} data-floor="whole" data-controls="some">
      <Header />
      <main className="frame-main">
        <div className="frame-content">{children}</div>
        <div className="frame-controls">{controls}</div>
        <FloorStrip mood="quiet" />
      </main>
    </div>
  );
}
