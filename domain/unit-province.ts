type Unit = { readonly id: string; readonly name: string; readonly parent: string | null };

/** Names of provinces as units bear them: "UBND tỉnh Bắc Ninh", "Thành phố Huế". */
const PROVINCE = /(?:^|\s)(?:tỉnh|thành phố|tp\.?)\s+\S/iu;

/** The name of the highest unit above this one that bears a province's name; null: none does. */
export function findProvince(units: readonly Unit[], unit: string | null): string | null {
  const byId = new Map(units.map((one) => [one.id, one]));
  let found: string | null = null;
  const seen = new Set<string>();
  for (let at = unit === null ? undefined : byId.get(unit); at !== undefined && !seen.has(at.id); at = at.parent === null ? undefined : byId.get(at.parent)) {
    seen.add(at.id);
    if (PROVINCE.test(at.name)) found = at.name;
  }
  return found;
}
