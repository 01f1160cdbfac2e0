import type { ReactElement } from 'react';
import type { StaffView } from '../../session/state.ts';
import { PinPage } from './pin-page.tsx';
import { StaffPages } from './staff-pages.tsx';

/** Behind the PIN: the day, the week, the machine and its settings. */
export function Staff({ view }: { readonly view: StaffView }): ReactElement {
  return view.kind === 'open' ? <StaffPages view={view} /> : <PinPage view={view} />;
}
