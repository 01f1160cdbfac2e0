import { findingLine } from '../doctor/finding.ts';
import {
  checkBrowser, checkData, checkDisplay, checkElectron, checkFfmpeg, checkNode, checkPorts, checkSqlite, checkTestBrowser,
} from '../doctor/machine-checks.ts';
import { checkPack } from '../doctor/pack-check.ts';

/** `npm run doctor`: what works here, and what to do about what does not. */
const findings = [
  checkNode(), checkSqlite(), checkElectron(), checkBrowser(), checkTestBrowser(), checkDisplay(),
  ...(await checkPorts()), ...checkData(), checkFfmpeg(), await checkPack(),
];
for (const finding of findings) console.log(findingLine(finding));
const faults = findings.filter((finding) => finding.state === 'fault').length;
console.log(faults === 0 ? 'Everything that is needed works here.' : `${faults} to mend.`);
process.exitCode = faults === 0 ? 0 : 1;
