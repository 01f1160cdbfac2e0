import { mkdtempSync, existsSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteRepositories } from '#server/repositories/sqlite/sqlite-repositories.ts';
import { hookDisks } from './disk-hooks.ts';
import { beginStories, playStory } from './play-story.ts';
import { tellStory } from './story.ts';
import { realMilliseconds } from './virtual-time.ts';

const root = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'simulate-'));
const template = join(root, 'template.db');
const opened = await openSqliteRepositories(template, 0);
await opened.repositories.care.close();
hookDisks();
beginStories();
const [from, to] = (process.argv[2] ?? '1..10').split('..').map(Number);
const began = realMilliseconds();
let bad = 0;
for (let seed = from ?? 1; seed <= (to ?? from ?? 1); seed += 1) {
  try {
    const outcome = await playStory(tellStory(seed), { root, template }, process.argv.includes('-v'));
    if (process.argv.includes('-v')) console.log(outcome.lines.join('\n'));
    if (outcome.wrongs.length > 0) { bad += 1; console.log(seed, outcome.wrongs.slice(0, 4)); }
  } catch (e) { bad += 1; console.log(seed, e); }
  rmSync(join(root, `seed-${seed}`), { recursive: true, force: true });
}
console.log('bad', bad, 'ms', realMilliseconds() - began, 'cpu', process.cpuUsage().user / 1000);
rmSync(root, { recursive: true });
process.exit(0);
