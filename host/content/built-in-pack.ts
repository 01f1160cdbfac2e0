import { PACK_FORMAT, type ContentPack } from '#contract/content-pack.ts';

/** What a kiosk shows when its pack cannot be read: no guides, the built-in slides, the five faces. Never black. */
export const BUILT_IN_PACK: ContentPack = {
  head: {
    format: PACK_FORMAT,
    version: '0000.0.0',
    title: { vi: 'Nội dung có sẵn trong máy', en: 'Built-in content' },
    hosts: ['dichvucong.gov.vn'],
    helpLine: {
      number: '1800 1096',
      provenance: { source: 'Built into the kiosk; not checked', mark: 'C', checkedOn: '2026-11-23', expiresOn: '2026-11-23' },
    },
    vneidGuide: 'vneid',
  },
  events: [],
  reasons: [],
  playlist: { items: [] },
  guides: [],
};
