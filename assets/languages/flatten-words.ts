/** A tree of texts as one map: `{ home: { title: "…" } }` becomes `home.title`. */
export function flattenWords(tree: object, path = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, branch]: [string, unknown]): readonly (readonly [string, string])[] => {
      if (typeof branch === 'string') return [[`${path}${key}`, branch]];
      return typeof branch === 'object' && branch !== null ? [...flattenWords(branch, `${path}${key}.`)] : [];
    }),
  );
}
