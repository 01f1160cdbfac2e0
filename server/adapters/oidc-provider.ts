import {
  allowInsecureRequests,
  AuthorizationResponseError,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientError,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  ResponseBodyError,
  type Configuration,
} from 'openid-client';
import { failure, success, type Result } from '#domain/result.ts';
import type { OidcPerson, OidcProvider } from '../ports.ts';

export type OidcOptions = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the provider sends the browser back to. */
  readonly redirectUri: string;
  /** Told what went wrong, for the log. */
  readonly onTrouble: (cause: unknown) => void;
};

const PATIENCE_S = 10;

/** The provider is looked up at the first sign-in, so that the centre starts without it. */
export function oidcProvider(options: OidcOptions): OidcProvider {
  let known: Promise<Configuration> | null = null;
  const configuration = (): Promise<Configuration> => {
    known ??= discover(options).catch((cause: unknown) => {
      known = null;
      throw cause;
    });
    return known;
  };
  return {
    async begin() {
      try {
        const verifier = randomPKCECodeVerifier();
        const [state, nonce] = [randomState(), randomNonce()];
        const url = buildAuthorizationUrl(await configuration(), {
          redirect_uri: options.redirectUri,
          scope: 'openid email profile',
          code_challenge: await calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
          state,
          nonce,
        });
        return success({ url: url.href, memory: [state, nonce, verifier].join('.') });
      } catch (cause) {
        options.onTrouble(cause);
        return away();
      }
    },
    async finish(query, memory) {
      const [expectedState = '', expectedNonce = '', pkceCodeVerifier = ''] = memory.split('.');
      try {
        const config = await configuration();
        const tokens = await authorizationCodeGrant(config, new URL(options.redirectUri + query), { expectedState, expectedNonce, pkceCodeVerifier, idTokenExpected: true });
        const claims = tokens.claims();
        if (claims === undefined) return refused();
        const person = personOf(claims.iss, claims.sub, claims);
        if (person.email !== null || config.serverMetadata().userinfo_endpoint === undefined) return success(person);
        return success(personOf(claims.iss, claims.sub, await fetchUserInfo(config, tokens.access_token, claims.sub)));
      } catch (cause) {
        options.onTrouble(cause);
        return saysNo(cause) ? refused() : away();
      }
    },
  };
}

async function discover({ issuer, clientId, clientSecret }: OidcOptions): Promise<Configuration> {
  const url = new URL(issuer);
  // The configuration lets plain http through for a provider on this machine only.
  // The token's signature is checked too, though it comes straight from the provider.
  const execute = url.protocol === 'http:' ? [enableNonRepudiationChecks, allowInsecureRequests] : [enableNonRepudiationChecks];
  return discovery(url, clientId, clientSecret, undefined, { execute, timeout: PATIENCE_S });
}

function personOf(issuer: string, subject: string, claims: Readonly<Record<string, unknown>>): OidcPerson {
  const email = typeof claims['email'] === 'string' ? claims['email'] : null;
  return { issuer, subject, email, emailVerified: claims['email_verified'] === true };
}

/** The provider refused, or what it said does not hold: state, nonce, issuer, audience, signature, time. */
function saysNo(cause: unknown): boolean {
  if (cause instanceof AuthorizationResponseError || cause instanceof ResponseBodyError) return true;
  return cause instanceof ClientError && cause.code !== 'OAUTH_TIMEOUT' && cause.code !== 'OAUTH_RESPONSE_IS_NOT_CONFORM';
}

function away(): Result<never, 'OIDC_AWAY'> {
  return failure('OIDC_AWAY', 'The OpenID Connect provider does not answer as it should.');
}

function refused(): Result<never, 'OIDC_REFUSED'> {
  return failure('OIDC_REFUSED', 'The OpenID Connect provider did not confirm the sign-in.');
}
