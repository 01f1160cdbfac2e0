import { describe, expect, it } from 'vitest';
import { printPage } from '#electron/print-page.ts';
import { FakeContents } from '#tests/fakes/electron.ts';

const A4 = { widthMm: 210, heightMm: 297 };

describe('printing in Electron', () => {
  it('asks for one sheet of that size, in micrometres, and says that the printer took it (E104)', async () => {
    const contents = new FakeContents();
    expect(await printPage(() => contents)(A4)).toEqual({ ok: true, value: null });
    expect(contents.sheets).toEqual([{ width: 210_000, height: 297_000 }]);
  });

  it('says why the printer did not take it', async () => {
    const contents = new FakeContents();
    contents.printerTrouble = 'Print job canceled';
    expect(await printPage(() => contents)(A4)).toMatchObject({ ok: false, error: { code: 'SHELL_PRINT_FAILED', message: 'Print job canceled' } });
  });

  it('cannot print without a window', async () => {
    const contents = new FakeContents();
    contents.destroyed = true;
    expect(await printPage(() => contents)(A4)).toMatchObject({ ok: false, error: { code: 'SHELL_CANNOT_PRINT' } });
    expect(await printPage(() => null)(A4)).toMatchObject({ ok: false, error: { code: 'SHELL_CANNOT_PRINT' } });
  });
});
