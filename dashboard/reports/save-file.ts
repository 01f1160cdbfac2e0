import type { CentreFile } from '../api/centre-client.ts';

/** Long enough for every browser to have begun its download. */
const KEPT_MS = 60_000;

/** Hands a file to the browser's downloads. */
export function saveFile({ blob, name }: CentreFile): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
