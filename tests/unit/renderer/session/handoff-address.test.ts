import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { handoffTarget, portalTarget } from '#renderer/session/handoff-view.ts';
import { parserOf } from '#contract/parse.ts';
import { ContentPack } from '#contract/content-pack.ts';
import { SMALL_PACK } from '#tests/fakes/small-pack.ts';

const head = SMALL_PACK.head;
const guide = { slug: 'khai-sinh', portalUrl: `https://${head.hosts[0] ?? ''}/khai-sinh` };

describe('the address in a code', () => {
  it('holds the guide, the step and option ids, whatever the citizen did; nothing else and nothing of a person (E080, E141)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2', '3')), (step, answers) => {
        const { address } = handoffTarget(guide, head, { step, answers }, 'https://motcham.vn') ?? { address: '' };
        const url = new URL(address);
        expect(url.protocol).toBe('https:');
        expect([url.search, url.username, url.password]).toEqual(['', '', '']);
        expect(url.pathname).toBe('/g/khai-sinh');
        expect(url.hash.length).toBeLessThan(24);
      }),
    );
  });

  it('leads only to hosts that the pack names, over HTTPS (E141)', () => {
    expect(handoffTarget(guide, head, { step: 0, answers: {} }, null)?.address).toMatch(/^https:/);
    expect(handoffTarget({ ...guide, portalUrl: 'https://phishing.example/khai-sinh' }, head, { step: 0, answers: {} }, null)).toBeNull();
    expect(portalTarget({ hosts: [] }, '0e1c6a1e')).toBeNull();
  });

  const host = head.hosts[0] ?? '';
  const ODD = [`javascript://${host}/%0aalert(1)`, 'javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', `intent://${host}/#Intent;scheme=https;end`, `http://${host}/x`, `ftp://${host}/x`, 'tel:113', 'sms:113', 'zalo://x', `https://${host}.evil.example/`, `https://${host}@evil.example/`, `https://evil.example/${host}`, `//${host}/x`, ''];

  it.each(ODD)('is never %s, whoever wrote it into a pack', (portalUrl) => {
    expect(handoffTarget({ ...guide, portalUrl }, head, { step: 0, answers: {} }, null)).toBeNull();
  });

  it.each(ODD.filter((one) => !one.startsWith('https://')))('%s makes a pack that the kiosk does not take', (portalUrl) => {
    const pack = { ...SMALL_PACK, guides: SMALL_PACK.guides.map((one, index) => (index === 0 ? { ...one, portalUrl } : one)) };
    expect(parserOf(ContentPack)(pack).ok).toBe(false);
  });

  it.each(['javascript://motcham.vn/%0aalert(1)', 'data:text/html,x', 'file:///x', 'intent://motcham.vn/#Intent;end'])('does not begin with %s, even if a centre calls that its own', (publicUrl) => {
    expect(handoffTarget(guide, head, { step: 0, answers: {} }, publicUrl)?.address).toBe(guide.portalUrl);
  });
});
