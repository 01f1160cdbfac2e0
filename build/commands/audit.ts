import { spawnSync } from 'node:child_process';
import { inProject } from '../project-root.ts';
import { keepAudit } from '../supply/kept-audit.ts';
import { readAudit, severeHoles } from '../supply/read-audit.ts';

/** How long the registry may take, ms. */
const PATIENCE_MS = 60_000;

/** `npm run audit`: known holes in what is shipped. Ends with 1 on a severe one only; says loudly when nobody could be asked. */
const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { cwd: inProject(), encoding: 'utf8', timeout: PATIENCE_MS, maxBuffer: 64 * 1024 * 1024, shell: process.platform === 'win32' });
const printed = stdout ?? '';
keepAudit(printed, Date.now());
const audit = readAudit(printed);
if (audit.kind === 'unasked') {
  console.log(`*** KNOWN HOLES WERE NOT LOOKED FOR: ${audit.why}. Run \`npm run audit\` where the registry's advisories can be asked.`);
} else {
  for (const { name, severity, titles, isMended } of audit.holes) console.log(`${severity}  ${name}: ${titles.join('; ')}${isMended ? ' (mended in a newer version)' : ''}`);
  const severe = severeHoles(audit).length;
  console.log(`${audit.holes.length} known holes in what is shipped, ${severe} of them severe`);
  process.exitCode = severe > 0 ? 1 : 0;
}
