import { lettersOf, viewOf, type ImageLook } from './file-look.ts';

/** Which picture the first bytes (some 64 KiB) are, and its size. Null: none that a kiosk shows; SVG never is one. */
export function lookAtImage(head: Uint8Array): ImageLook | null {
  if (head.byteLength < 30) return null;
  if (lettersOf(head, 0, 8) === '\x89PNG\r\n\x1a\n') return { type: 'image/png', width: viewOf(head).getUint32(16), height: viewOf(head).getUint32(20) };
  if (lettersOf(head, 0, 4) === 'RIFF' && lettersOf(head, 8, 4) === 'WEBP') return lookAtWebp(head);
  return head[0] === 0xff && head[1] === 0xd8 ? lookAtJpeg(head) : null;
}

/** https://developers.google.com/speed/webp/docs/riff_container */
function lookAtWebp(head: Uint8Array): ImageLook | null {
  const view = viewOf(head);
  const byte = (at: number): number => head[at] ?? 0;
  const type = 'image/webp';
  switch (lettersOf(head, 12, 4)) {
    case 'VP8X':
      return { type, width: 1 + byte(24) + byte(25) * 256 + byte(26) * 65_536, height: 1 + byte(27) + byte(28) * 256 + byte(29) * 65_536 };
    case 'VP8 ':
      return { type, width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return { type, width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
    }
    default:
      return null;
  }
}

/** Walks the markers to the one that starts the frame. */
function lookAtJpeg(head: Uint8Array): ImageLook | null {
  const view = viewOf(head);
  for (let at = 2; at + 9 < head.byteLength; ) {
    if (head[at] !== 0xff) return null;
    const marker = head[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { type: 'image/jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}
