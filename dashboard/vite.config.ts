import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const NAMES = 'virtual:content-names';
/** Apart, because only one drawing needs the steps of every guide. */
const STEPS = 'virtual:content-names-steps';

/**
 * The centre counts reasons and procedures by id; their names are in the content pack. They are put
 * into the bundle, so that the dashboard needs no pack at run time; an unknown id is shown as it is.
 */
function contentNames(): Plugin {
  const pack = path('../assets/pack');
  return {
    name: 'content-names',
    resolveId: (id) => (id === NAMES || id === STEPS ? `\0${id}` : undefined),
    load(id) {
      if (id !== `\0${NAMES}` && id !== `\0${STEPS}`) return undefined;
      const guides = readdirSync(`${pack}/guides`).filter((name) => name.endsWith('.json')).map((name) => json(`${pack}/guides/${name}`));
      if (id === `\0${STEPS}`) return `export const steps = ${JSON.stringify(Object.fromEntries(guides.map(pickSteps)))};`;
      return `export const reasons = ${JSON.stringify(json(`${pack}/reasons.json`))};\nexport const guides = ${JSON.stringify(guides.map(pickName))};\nexport const clips = ${JSON.stringify(pickClips(json(`${pack}/playlist.json`)))};`;
    },
  };
}

function pickName(guide: unknown): unknown {
  if (typeof guide !== 'object' || guide === null || !('slug' in guide) || !('title' in guide)) throw new Error('a guide of the content pack has no slug or title');
  return { code: idOf(guide), slug: guide.slug, title: guide.title };
}

/** As domain/procedure-id.ts says; the build reads the files unparsed. */
function idOf(guide: object): string {
  return String('code' in guide ? guide.code : 'slug' in guide ? guide.slug : '');
}

/** Titles of everything in the loop: plays and touches are counted by id. */
function pickClips(playlist: unknown): readonly unknown[] {
  if (typeof playlist !== 'object' || playlist === null || !('items' in playlist) || !Array.isArray(playlist.items)) throw new Error('the playlist of the content pack has no items');
  return playlist.items.map((item: unknown) => (typeof item === 'object' && item !== null && 'id' in item && 'title' in item ? { id: item.id, title: item.title } : null)).filter((item) => item !== null);
}

/** The guide's code with its steps, in the guide's order; a card has none. */
function pickSteps(guide: unknown): readonly [string, unknown] {
  if (typeof guide !== 'object' || guide === null || !('slug' in guide)) throw new Error('a guide of the content pack has no slug');
  const steps = 'steps' in guide && Array.isArray(guide.steps) ? guide.steps : [];
  return [idOf(guide), steps.map((step: unknown) => (typeof step === 'object' && step !== null && 'id' in step && 'name' in step ? { id: step.id, name: step.name } : null)).filter((step) => step !== null)];
}

/** `npm run dev` sends the centre's routes on to where the centre listens. */
const centre = process.env['CENTRE_URL'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  root: path('.'),
  base: '/',
  publicDir: false,
  plugins: [react(), contentNames()],
  server: { proxy: { '/api': { target: centre } } },
  build: {
    outDir: path('../dist/dashboard'),
    emptyOutDir: true,
    // A strict CSP takes no data addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: ['es2023', 'chrome111', 'safari16.4', 'firefox115'],
  },
});
