import { randomBytes } from 'node:crypto';
import { pageOrigin, serveDevPages } from '../launch/dev-pages.ts';
import { StackFailure, runStack } from '../launch/run-stack.ts';
import { listenForStop } from '../launch/stop-signal.ts';
import { parseStartOptions } from '../launch/start-options.ts';
import { buildParts } from '../parts/build-parts.ts';
import { ROOT } from '../project-root.ts';

const PAGE_PORTS = { kiosk: 5173, dashboard: 5174 } as const;

/** `npm run dev`: kiosk, dashboard and centre, each loaded anew when its sources change. */
async function main(): Promise<number> {
  const parsed = parseStartOptions(process.env, ['--no-window', ...process.argv.slice(2)], ROOT);
  if (parsed.kind === 'wrong') {
    console.error(parsed.message);
    return 2;
  }
  const stopping = listenForStop();
  // The phone pages are written from the pack, not served from sources.
  await buildParts({ force: false, only: ['handoff'], log: console.error });
  const development = { pageOrigin: pageOrigin(PAGE_PORTS.kiosk), token: randomBytes(24).toString('hex') };
  try {
    const stack = await runStack(parsed.options, () => stopping.signal.aborted, development);
    const pages = await serveDevPages({ kioskUrl: stack.kioskUrl, centreUrl: stack.centreUrl, development, ports: PAGE_PORTS });
    console.log(`Kiosk   ${pages.kiosk}`);
    console.log(`Centre  ${stack.centreUrl}`);
    console.log(`Staff   ${stack.staffUrl.replace(stack.centreUrl, pages.dashboard)}`);
    console.log(`Logs    ${parsed.options.dataDir}/log`);
    await stopping.stopped;
    await pages.close();
    await stack.stop();
    return 0;
  } catch (error) {
    if (!(error instanceof StackFailure)) throw error;
    console.error(error.message);
    for (const line of error.lines) console.error(`  ${line}`);
    return 1;
  }
}

process.exit(await main());
