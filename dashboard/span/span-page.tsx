import type { ReactElement } from 'react';
import type { CentreClient } from '../api/centre-client.ts';
import type { Places } from '../day/load-day.ts';
import type { Scope } from '../day/scope.ts';

export function SpanPage(_: { readonly client: CentreClient; readonly places: Places; readonly scope: Scope; readonly today: string }): ReactElement {
  return <p />;
}
