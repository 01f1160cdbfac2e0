import type { ReactElement } from 'react';
import type { GuideOrCard, PackHead } from '#contract/content-pack.ts';
import { isShowable } from '#domain/fact.ts';
import { SpriteIcon } from './icon.tsx';
import { Say } from './local.tsx';

/** The host a citizen will see in the browser's address line. */
export function hostOf(address: string): string {
  return new URL(address).hostname;
}

/** What can only be done at a desk is read on the portal, not filed there. */
function isFiledThere(guide: GuideOrCard): boolean {
  return guide.kind === 'guide' && guide.channels.includes('online');
}

/** The floor of the page: tiles, the one lacquer button, and where it leads in clear. */
export function Portal({ guide }: { readonly guide: GuideOrCard }): ReactElement {
  return (
    <aside className="portal" aria-labelledby="portal-link">
      <div className="tiles" aria-hidden="true" />
      <a id="portal-link" className="primary" href={guide.portalUrl} rel="noreferrer external">
        <Say word={isFiledThere(guide) ? 'openPortal' : 'openPortalCard'} />
        <SpriteIcon name="forward" />
      </a>
      <p className="host">
        <SpriteIcon name="lock" />
        <span>{hostOf(guide.portalUrl)}</span>
      </p>
      <p className="print-only">{guide.portalUrl}</p>
    </aside>
  );
}

type SafetyProps = { readonly guide: GuideOrCard; readonly head: PackHead; readonly today: string };

export function Safety({ guide, head, today }: SafetyProps): ReactElement {
  const { number, provenance } = head.helpLine;
  return (
    <section className="safety" aria-labelledby="h-safety">
      <h2 id="h-safety">
        <SpriteIcon name="shield" />
        <Say word="safety" />
      </h2>
      <p>
        <Say word="onlyHost" /> <strong className="address">{hostOf(guide.portalUrl)}</strong>.
      </p>
      <p>
        <strong>
          <Say word="noOtp" />
        </strong>
      </p>
      <p className="small">
        <Say word="unofficial" />
      </p>
      {isShowable(provenance, today) ? (
        <p className="call" data-until={provenance.expiresOn}>
          <span data-fact>
            <Say word="helpLine" /> <a href={`tel:${number.replaceAll(' ', '')}`}>{number}</a>
          </span>
        </p>
      ) : null}
    </section>
  );
}

/** Link, share, print and clear need the script; without it the browser's own menu does the same. */
export function Keep(): ReactElement {
  return (
    <section className="keep" aria-labelledby="h-keep" data-keep hidden>
      <h2 id="h-keep">
        <SpriteIcon name="link" />
        <Say word="keep" />
      </h2>
      <div className="buttons">
        <button type="button" data-share>
          <SpriteIcon name="send" />
          <Say word="share" />
        </button>
        <button type="button" data-copy>
          <SpriteIcon name="link" />
          <Say word="copy" />
        </button>
        <button type="button" data-print>
          <SpriteIcon name="printer" />
          <Say word="print" />
        </button>
        <button type="button" data-clear>
          <SpriteIcon name="undo" />
          <Say word="clear" />
        </button>
      </div>
      <p className="said" role="status" data-said />
      <p className="link" data-address hidden>
        <label htmlFor="address">
          <Say word="address" />
        </label>
        <input id="address" type="text" readOnly />
      </p>
      <p className="small">
        <Say word="privacy" />
      </p>
      <p className="small">
        <Say word="stamp" /> <time className="date" data-stamp />
      </p>
    </section>
  );
}
