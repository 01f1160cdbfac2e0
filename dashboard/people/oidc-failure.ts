import { isErrorCode } from '#contract/errors.ts';
import type { CentreFailure } from '../api/centre-client.ts';

/** What the provider's sign-in came back with: `#oidc=<code>`; null when this page was opened otherwise. */
export function oidcFailure(hash: string): CentreFailure | null {
  const code = /^#oidc=([A-Z_]+)$/.exec(hash)?.[1];
  return isErrorCode(code) ? { kind: 'refused', code, retryAfterSeconds: null } : null;
}
