import { describe, expect, it } from 'vitest';
import type { CatalogueEntry } from '#domain/finding/finding.ts';
import { portalTarget } from '#renderer/session/handoff-view.ts';
import { plainName } from '#renderer/screens/procedure/plain-name.ts';
import { KioskDriver } from '#tests/driver/kiosk-driver.ts';
import { SMALL_PACK } from '#tests/fakes/small-pack.ts';

const ENTRY: CatalogueEntry = {
  code: '1.001029', name: 'THỦ TỤC CẤP GIẤY PHÉP KARAOKE', portalId: '019d2bf7-7704', fields: ['Văn hóa'], agencies: [], issuedBy: 'Bộ', for: [], scope: 'STANDARD',
};

describe('a procedure that only the catalogue knows', () => {
  const found = (): KioskDriver => new KioskDriver().wake().press({ kind: 'open-search' }).press({ kind: 'search-text', text: 'bí mật của tôi' }).press({ kind: 'open-procedure', entry: ENTRY });

  it('opens from the search, shows its code, and leads back to what was typed', () => {
    const kiosk = found();
    expect(kiosk.screen).toMatchObject({ kind: 'procedure', part: 'card' });
    kiosk.press({ kind: 'open-handoff' });
    expect(kiosk.screen).toMatchObject({ kind: 'procedure', part: 'code' });
    kiosk.press({ kind: 'enlarge', on: true });
    expect(kiosk.screen).toMatchObject({ kind: 'procedure', part: 'enlarged' });
    kiosk.press({ kind: 'back' }).press({ kind: 'back' });
    expect(kiosk.screen).toMatchObject({ kind: 'search', query: 'bí mật của tôi' });
  });

  it('opens from nowhere else', () => {
    expect(new KioskDriver().wake().press({ kind: 'open-procedure', entry: ENTRY }).screen.kind).toBe('home');
  });

  it('leads to its page on the portal, if the pack allows the portal', () => {
    expect(portalTarget({ hosts: ['dichvucong.gov.vn'] }, ENTRY.portalId)).toEqual({
      address: 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bf7-7704', host: 'dichvucong.gov.vn', leadsTo: 'portal',
    });
    expect(portalTarget({ hosts: [] }, ENTRY.portalId)).toBeNull();
    expect(SMALL_PACK.head.hosts.length).toBeGreaterThan(0);
  });

  it('is not shouted', () => {
    expect(plainName(ENTRY.name)).toBe('Cấp giấy phép karaoke');
    expect(plainName('Thủ tục cấp thẻ BHYT.')).toBe('Cấp thẻ BHYT');
  });
});
