import { join, resolve } from 'node:path';
import { contentFolder } from '#host/adapters/machine-ports.ts';
import type { AppFolders } from './serve-app.ts';

export type Places = AppFolders & {
  readonly preload: string;
  /** The kiosk's own folder. */
  readonly data: string;
  readonly pack: string;
};

export type PlaceFacts = {
  /** dist/electron, also within a package's archive. */
  readonly bundleFolder: string;
  /** A package's resources; null in a clone. */
  readonly resourcesFolder: string | null;
  readonly userData: string;
  readonly env: NodeJS.ProcessEnv;
};

/** Where everything lies, in a package and in a clone. DATA_DIR and PACK_DIR go before both. */
export function findPlaces({ bundleFolder, resourcesFolder, userData, env }: PlaceFacts): Places {
  const project = resolve(bundleFolder, '..', '..');
  const given = (name: string): string | null => (env[name] === undefined || env[name] === '' ? null : resolve(env[name]));
  const packaged = resourcesFolder === null ? null : join(resourcesFolder, 'pack');
  const pack = given('PACK_DIR') ?? packaged ?? join(project, 'assets', 'pack');
  const data = given('DATA_DIR') ?? (resourcesFolder === null ? join(project, 'data') : userData);
  return {
    page: resolve(bundleFolder, '..', 'renderer'),
    preload: join(bundleFolder, 'preload.cjs'),
    data: join(data, 'kiosk'),
    pack,
    media: { pack, made: resourcesFolder === null ? join(project, 'dist', 'media') : null, content: contentFolder(join(data, 'kiosk')) },
  };
}
