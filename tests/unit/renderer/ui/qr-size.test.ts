import { describe, expect, it } from 'vitest';
import { SCREEN_PROFILES } from '#domain/screen-profile.ts';
import { encodeQr } from '#renderer/ui/content/qr-code.tsx';
import { QUIET_ZONE, modulePx, qrPath } from '#renderer/ui/content/qr-size.ts';

describe('the size of the QR code', () => {
  it.each(SCREEN_PROFILES)('is whole device pixels, 2 mm a module and 60 mm across at least on $id (E132, E133)', (profile) => {
    for (const modules of [25, 29, 33, 37, 41]) {
      for (const devicePixelRatio of [1, 1.25, 2]) {
        const mmPx = 1 / profile.pitchMm;
        const px = modulePx({ modules, roomPx: 0, mmPx, devicePixelRatio });
        expect(px * devicePixelRatio).toBeCloseTo(Math.round(px * devicePixelRatio), 9);
        expect(px / mmPx).toBeGreaterThanOrEqual(2);
        expect((px * modules) / mmPx).toBeGreaterThanOrEqual(60 - 1e-9);
      }
    }
  });

  it('fills the room it has, quiet zone included (E134)', () => {
    expect(modulePx({ modules: 33, roomPx: 560, mmPx: 4, devicePixelRatio: 1 })).toBe(13);
    expect(13 * (33 + 2 * QUIET_ZONE)).toBeLessThanOrEqual(560);
  });

  it('keeps our own addresses at version 4 and level M (E130, E131)', () => {
    const longest = `https://motcham.hungyen.gov.vn/g/${'x'.repeat(20)}#8.a1b1`;
    expect(new TextEncoder().encode(longest).length).toBeLessThanOrEqual(62);
    expect(encodeQr(longest).version).toBeLessThanOrEqual(4);
  });

  it('lets a page of the portal, 79 to 91 bytes, be version 6 at most', () => {
    const portal = 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-3fe0-70ac-b9d6-5e9e20d6eef7';
    expect(encodeQr(portal).version).toBeLessThanOrEqual(6);
  });

  it('joins the dark modules of a row and leaves four modules of white around (E134)', () => {
    expect(qrPath([[true, true, false], [false, false, true]])).toBe('M4 4h2v1h-2zM6 5h1v1h-1z');
  });
});
