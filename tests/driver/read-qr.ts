import { readFile } from 'node:fs/promises';
import { getDefaultScanner, scanRGBABuffer, setModuleArgs } from '@undecaf/zbar-wasm';
import type { Browser } from 'playwright-core';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { inProject } from '#build/project-root.ts';

/** A picture as a phone's camera might see it: smaller, turned, not quite sharp, grainy. */
export type Camera = {
  /** Factor on the screenshot's size. */
  readonly scale: number;
  readonly degrees: number;
  /** Gaussian blur, px of the result. */
  readonly blur: number;
  /** Largest change of a channel by noise, 0–255. */
  readonly noise: number;
};

export const STRAIGHT: Camera = { scale: 1, degrees: 0, blur: 0, noise: 0 };

type Pixels = { readonly data: Uint8ClampedArray<ArrayBuffer>; readonly width: number; readonly height: number };

/** Draws the screenshot as the camera sees it. The browser does it, in a page of its own. */
export async function photograph(browser: Browser, png: Buffer, camera: Camera): Promise<Pixels> {
  const page = await browser.newPage();
  try {
    const picture = await page.evaluate(drawInPage, { png: png.toString('base64'), camera });
    return { data: new Uint8ClampedArray(Buffer.from(picture.base64, 'base64')), width: picture.width, height: picture.height };
  } finally {
    await page.close();
  }
}

async function drawInPage({ png, camera }: { png: string; camera: Camera }): Promise<{ base64: string; width: number; height: number }> {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const angle = (camera.degrees * Math.PI) / 180;
  const [w, h] = [image.width * camera.scale, image.height * camera.scale];
  const width = Math.ceil(w * Math.cos(angle) + h * Math.sin(angle)) + 40;
  const height = Math.ceil(w * Math.sin(angle) + h * Math.cos(angle)) + 40;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.filter = camera.blur > 0 ? `blur(${camera.blur}px)` : 'none';
  context.translate(width / 2, height / 2);
  context.rotate(angle);
  context.drawImage(image, -w / 2, -h / 2, w, h);
  const { data } = context.getImageData(0, 0, width, height);
  // A fixed sequence, so that a failure can be met again.
  let seed = 20_261_123;
  if (camera.noise > 0) {
    for (let at = 0; at < data.length; at += 4) {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      const change = (seed / 2_147_483_648 - 0.5) * 2 * camera.noise;
      for (let channel = 0; channel < 3; channel += 1) data[at + channel] = (data[at + channel] ?? 0) + change;
    }
  }
  let text = '';
  for (let at = 0; at < data.length; at += 32_768) text += String.fromCharCode(...data.subarray(at, at + 32_768));
  return { base64: btoa(text), width, height };
}

/** What ZXing reads; null when it finds no QR code. */
export async function readWithZxing(pixels: Pixels): Promise<string | null> {
  // Without this it would fetch its engine from a public server (E136, trap T2).
  const engine = await readFile(inProject('node_modules/zxing-wasm/dist/reader/zxing_reader.wasm'));
  prepareZXingModule({ overrides: { wasmBinary: engine.buffer.slice(engine.byteOffset, engine.byteOffset + engine.byteLength) } });
  const found = await readBarcodes({ ...pixels, colorSpace: 'srgb' } as unknown as ImageData, { formats: ['QRCode'], tryHarder: true });
  return found.find((code) => code.isValid)?.text ?? null;
}

/** What ZBar reads; null when it finds no QR code. */
export async function readWithZbar(pixels: Pixels): Promise<string | null> {
  setModuleArgs({ locateFile: (file: string) => inProject('node_modules/@undecaf/zbar-wasm/dist', file) });
  const found = await scanRGBABuffer(pixels.data.buffer, pixels.width, pixels.height, await getDefaultScanner());
  return found[0]?.decode() ?? null;
}
