import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** True when the program is on the PATH, or where `<NAME>_PATH` says. */
export function hasProgram(name: string): boolean {
  const named = process.env[`${name.toUpperCase()}_PATH`];
  const places = named === undefined ? (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name)) : [named];
  return places.some((place) => {
    try {
      accessSync(place, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
