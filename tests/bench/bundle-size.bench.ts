import { globSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { inProject } from '#build/project-root.ts';
import { reportFigures, type Figure } from './figure.ts';

/** What the kiosk's page loads: code and styles as they come over the door, fonts and pictures aside. */
const KIB = 1024;

function sizes(folder: string, name: string, most: number): readonly Figure[] {
  const files = globSync('**/*.{js,css}', { cwd: inProject(folder) }).map((file) => readFileSync(inProject(folder, file)));
  if (files.length === 0) throw new Error(`${folder} is empty: npm run build`);
  const plain = files.reduce((sum, file) => sum + file.length, 0) / KIB;
  const zipped = files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0) / KIB;
  return [
    { name: `${name}: code and styles`, value: plain, unit: 'KiB' },
    { name: `${name}: code and styles, gzipped`, value: zipped, unit: 'KiB', most },
  ];
}

reportFigures([...sizes('dist/renderer', 'kiosk page', 350), ...sizes('dist/dashboard', 'dashboard', 250), ...sizes('dist/handoff', 'phone page', 40)]);
