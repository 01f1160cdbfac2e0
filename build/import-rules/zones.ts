/**
 * The doors of the house, default deny: what a zone does not list, it may not import.
 * The lint rule and tests/architecture read this one table; a file that lies in no zone fails both.
 */
export type Zone = {
  readonly name: string;
  /** Paths from the project's root; the first zone with a match owns the file. */
  readonly files: readonly RegExp[];
  /** Other zones it may import. Its own zone is always open, unless `closed` says otherwise. */
  readonly zones: readonly string[];
  /** npm packages, by name; a trailing `*` stands for any ending. */
  readonly packages: readonly string[];
  /** Built-in modules of Node: all, none, or those named without `node:`. */
  readonly node: 'all' | 'none' | readonly string[];
  /** Sub-folders of the zone do not see each other: files may import from their own sub-folder only. */
  readonly closed?: boolean;
  /** What to do instead of the refused import; the end of every lint message. */
  readonly instead: string;
};

const PURE = ['domain', 'contract'] as const;
const REACT = ['react', 'react-dom*', 'react/*', 'i18next', 'zustand', 'zustand/*', 'uqr', '@fontsource*'] as const;

export const ZONES: readonly Zone[] = [
  {
    name: 'domain',
    files: [/^domain\//],
    zones: [],
    packages: [],
    node: 'none',
    instead: 'The domain is pure: take what you need as a parameter.',
  },
  {
    name: 'contract',
    files: [/^contract\//],
    zones: ['domain'],
    packages: ['typebox', 'typebox/*'],
    node: 'none',
    instead: 'The contract is data: describe it with a schema, and let each side do its own work.',
  },
  {
    name: 'host-adapters',
    files: [/^host\/adapters\//],
    zones: [...PURE, 'host-ports', 'host-services', 'host-wiring'],
    packages: ['typebox', 'typebox/*'],
    node: 'all',
    instead: 'An adapter implements a port over the machine; wire it in create-host or in a main.',
  },
  {
    name: 'host-main',
    files: [/^host\/node-main\.ts$/, /^host\/browser-shell\//],
    zones: [...PURE, 'host-ports', 'host-wiring', 'host-adapters'],
    packages: ['typebox', 'typebox/*'],
    node: 'all',
    instead: 'The host knows nothing of windows: pass what the shell does in as a port.',
  },
  {
    name: 'host-wiring',
    files: [/^host\/(create-host|create-services|create-content|build-handlers)\.ts$/],
    zones: [...PURE, 'host-ports', 'host-services'],
    packages: ['typebox', 'typebox/*'],
    node: 'none',
    instead: 'The wiring names ports; the main of each shell brings the adapters.',
  },
  {
    name: 'host-ports',
    files: [/^host\/[a-z-]+\.ts$/],
    zones: [...PURE],
    packages: ['typebox', 'typebox/*'],
    node: 'none',
    instead: 'What lies beside create-host are ports and pure parts that services share: a port names what is needed, never who does it.',
  },
  {
    name: 'host-services',
    files: [/^host\/[a-z-]+\//],
    zones: [...PURE, 'host-ports'],
    packages: ['typebox', 'typebox/*'],
    node: 'none',
    closed: true,
    instead: 'A service works through ports: name the port in host/ports.ts and let create-host pass it in.',
  },
  {
    name: 'electron-preload',
    files: [/^electron\/preload\.ts$/],
    zones: [...PURE],
    packages: ['electron'],
    node: 'none',
    instead: 'The preload hands named verbs of the contract over, nothing else.',
  },
  {
    name: 'electron',
    files: [/^electron\//],
    zones: [...PURE, 'host-wiring', 'host-adapters', 'host-ports'],
    packages: ['electron'],
    node: 'all',
    instead: 'The Electron shell opens windows and wires the host; the work itself belongs in host/.',
  },
  {
    name: 'art',
    files: [/^renderer\/art\//],
    zones: [...PURE],
    packages: ['react', 'react/*'],
    node: 'none',
    instead: 'Pictures are drawn from their parameters alone: kiosk, phone page and dashboard share them.',
  },
  {
    name: 'session-machine',
    // The machine, its moves, and the plain types and views they are written in.
    files: [/^renderer\/session\/(machine|state|event|effect|timing|play-counter|choice-view|guide-view|handoff-view|selectors)\.ts$/, /^renderer\/session\/moves\//],
    zones: [...PURE],
    packages: [],
    node: 'none',
    instead: 'The machine is pure: take a value in with the event, give an effect back as data.',
  },
  {
    name: 'renderer',
    files: [/^renderer\//],
    zones: [...PURE, 'art', 'session-machine'],
    packages: [...REACT, 'typebox*'],
    node: 'none',
    instead: 'The renderer asks the host through KioskApi (contract/kiosk-api.ts).',
  },
  {
    name: 'dashboard',
    files: [/^dashboard\//],
    zones: [...PURE, 'art'],
    packages: ['virtual:content-names*', ...REACT, 'typebox*'],
    node: 'none',
    instead: 'The dashboard asks the centre over HTTP (contract/http-routes.ts).',
  },
  {
    name: 'handoff',
    files: [/^handoff\/(phone\/|style\/|applicability\.ts)/],
    zones: [...PURE],
    packages: [],
    node: 'none',
    instead: 'The phone page is tiny and stands alone: write it in plain TypeScript.',
  },
  {
    name: 'handoff-pages',
    files: [/^handoff\//],
    zones: [...PURE, 'handoff', 'art'],
    packages: ['typebox', 'typebox/*', 'vite', 'react', 'react/*', 'react-dom/server', '@fontsource*'],
    node: 'all',
    instead: 'The page is built from the content pack; whatever the phone runs lies beside it in handoff/.',
  },
  {
    name: 'server-root',
    files: [/^server\/(main|manage|build-app)\.ts$/, /^server\/(commands|wire|adapters)\//],
    zones: [...PURE, 'server-routes', 'server-services', 'server-interfaces', 'server-repositories', 'server'],
    packages: ['fastify*', '@fastify/*', 'typebox', 'typebox/*', 'nodemailer', 'nodemailer/*', 'openid-client', '@zxcvbn-ts/language-common'],
    node: 'all',
    instead: 'The centre and the kiosk meet on the wire only: put what both need in contract/ or domain/.',
  },
  {
    name: 'server-routes',
    files: [/^server\/routes\//],
    zones: [...PURE, 'server-services', 'server-interfaces', 'server'],
    packages: ['fastify*', '@fastify/*', 'typebox', 'typebox/*'],
    node: ['stream', 'zlib', 'stream/promises'],
    instead: 'A route parses, asks a service and answers; what it wants belongs behind a service.',
  },
  {
    name: 'server-services',
    files: [/^server\/services\//],
    zones: [...PURE, 'server', 'server-interfaces', 'pack-check'],
    packages: ['typebox', 'typebox/*', 'write-excel-file/node', 'fflate'],
    // Hashing and inflating give the same answer for the same bytes; randomness comes in through a port.
    node: ['crypto', 'zlib'],
    instead: 'A service works over repository interfaces and ports; build-app passes them in.',
  },
  {
    name: 'server-interfaces',
    files: [/^server\/repositories\/[a-z-]+\.ts$/],
    zones: [...PURE, 'server'],
    packages: [],
    node: 'none',
    instead: 'What lies beside the drivers says what is stored and asked, never how.',
  },
  {
    name: 'server-repositories',
    files: [/^server\/(repositories|migrations)\//],
    zones: [...PURE, 'server', 'server-interfaces'],
    packages: ['typebox', 'typebox/*', 'pg'],
    node: 'all',
    instead: 'A repository knows its driver and the domain; decisions belong in a service.',
  },
  {
    name: 'server',
    files: [/^server\/[a-z-]+\.ts$/],
    zones: [...PURE],
    packages: ['typebox', 'typebox/*'],
    node: 'none',
    instead: 'What lies beside main.ts are ports and types for the rooms of the centre.',
  },
  {
    name: 'pack-check',
    // Its rules are shared by the command for a folder and by the centre's library.
    files: [/^assets\/check\/(check-pack|limits|pack-facts|pack-source|pack-texts|problem|read-pack|summarise-pack)\.ts$/, /^assets\/check\/rules\//],
    zones: [...PURE],
    packages: ['typebox', 'typebox/*'],
    node: 'none',
    instead: 'The checker of content packs is pure: the command and the centre hand it what they have read.',
  },
  {
    name: 'assets',
    files: [/^assets\//],
    zones: [...PURE, 'art', 'renderer', 'build', 'pack-check'],
    // The clips are drawn from renderer/art and show the portal's square code (uqr).
    packages: ['react', 'react-dom*', 'playwright-core', '@sparticuz/chromium', 'vite', 'typebox', 'typebox/*', '@fontsource*', 'uqr', 'subset-font'],
    node: 'all',
    instead: 'Scripts of the content pack make and check content; they run no part of the kiosk or the centre.',
  },
  {
    name: 'pictures',
    files: [/^build\/(commands\/pictures\.ts|pictures\/)/],
    zones: [...PURE, 'build', 'tests'],
    packages: ['playwright-core'],
    node: 'all',
    instead: 'Pictures are taken of the same stack that the journeys drive (tests/driver).',
  },
  {
    name: 'build',
    files: [/^build\//, /^vitest\.config\.ts$/, /^[a-z]+\/vite\.config\.ts$/],
    zones: [...PURE],
    packages: ['vite', 'vitest/config', '@vitejs/*', 'electron-builder', '@electron/fuses', 'playwright-core', '@sparticuz/chromium', 'typebox', 'typebox/*'],
    node: 'all',
    instead: 'Commands start the programs of the house as processes; they do not reach into them.',
  },
  {
    name: 'tests',
    files: [/^tests\//],
    zones: ['*'],
    packages: ['*'],
    node: 'all',
    instead: '',
  },
];
