/** The highest of some version texts such as 1.4.0; null for none. What is no number counts as 0. */
export function newestVersion(versions: readonly string[]): string | null {
  return versions.reduce<string | null>((newest, version) => (newest === null || compareVersions(version, newest) > 0 ? version : newest), null);
}

/** Below 0 when `left` is older than `right`; suffixes after a hyphen or plus say nothing. */
export function compareVersions(left: string, right: string): number {
  const [one, other] = [partsOf(left), partsOf(right)];
  for (let index = 0; index < Math.max(one.length, other.length); index += 1) {
    const difference = (one[index] ?? 0) - (other[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function partsOf(version: string): readonly number[] {
  const [numbers = ''] = version.split(/[-+]/);
  return numbers.split('.').map((part) => (/^\d{1,9}$/.test(part) ? Number(part) : 0));
}
