import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgeImport, zoneOf } from '#build/import-rules/judge-import.ts';
import { ROOT, inProject } from '#build/project-root.ts';

describe('judging an import', () => {
  it.each([
    ['domain/score.ts', './result.ts'],
    ['host/ledger/append.ts', '#domain/score.ts'],
    ['host/ledger/append.ts', './read.ts'],
    ['host/adapters/sqlite-ledger.ts', 'node:sqlite'],
    ['electron/main.ts', 'electron'],
    ['renderer/screens/home/home.tsx', 'react'],
    ['renderer/screens/home/home.tsx', './home.css'],
    ['renderer/vite.config.ts', '@vitejs/plugin-react'],
    ['tests/unit/a.test.ts', '#server/main.ts'],
  ])('%s may import %s', (file, specifier) => {
    expect(judgeImport(file, specifier)).toBeNull();
  });

  it.each([
    ['domain/score.ts', 'node:fs', 'domain may not import node:fs'],
    ['domain/score.ts', '#host/ports.ts', 'domain may not import host-ports'],
    ['host/ledger/append.ts', '#host/adapters/clock.ts', 'host-services may not import host-adapters'],
    ['host/ledger/append.ts', '../upload/send.ts', 'may not look inside host/upload'],
    ['host/ledger/append.ts', 'node:fs', 'name the port'],
    ['host/create-host.ts', 'electron', "may not import 'electron'"],
    ['renderer/session/machine.ts', 'react', "session-machine may not import 'react'"],
    ['renderer/app.tsx', 'node:fs', 'asks the host through KioskApi'],
    ['server/routes/ledger.ts', '../repositories/sqlite/taps.ts', 'belongs behind a service'],
    ['server/main.ts', '#host/ports.ts', 'server-root may not import host-ports'],
    ['dashboard/app.tsx', '#tests/fakes/centre.ts', 'dashboard may not import tests'],
    ['utils/misc.ts', 'react', 'lies in no zone'],
  ])('%s may not import %s', (file, specifier, message) => {
    expect(judgeImport(file, specifier)).toContain(message);
  });

  it('owns no file outside the rooms', () => {
    expect(zoneOf('helpers/index.ts')).toBeNull();
    expect(zoneOf('domain/score.ts')?.name).toBe('domain');
  });
});

describe('the lint rule', () => {
  it('stops a closed door and says what to do instead', () => {
    const folder = mkdtempSync(join(inProject('domain'), 'lint-rule-'));
    try {
      const file = join(folder, 'closed-door.ts');
      writeFileSync(file, "import { readFileSync } from 'node:fs';\nexport const text = readFileSync('x');\n");
      const lint = spawnSync(process.execPath, ['node_modules/oxlint/bin/oxlint', '--no-ignore', file], { cwd: ROOT, encoding: 'utf8' });
      expect(lint.status).toBe(1);
      expect(lint.stdout).toContain('domain may not import node:fs. The domain is pure');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
