/** Names so long in capitals only are shouted by the catalogue, not by us. */
const SHOUTED = 12;

/** An official name as a heading: without "Thủ tục" before it, in sentence case when the catalogue writes capitals only. */
export function plainName(name: string): string {
  const bare = name.replace(/^(?:thủ tục:?\s+)+/iu, '').replace(/[\s.]+$/u, '');
  const letters = bare.replace(/[^\p{L}]/gu, '');
  const capitals = letters.replace(/[^\p{Lu}]/gu, '');
  const calm = letters.length > SHOUTED && capitals.length > letters.length * 0.8 ? bare.toLocaleLowerCase('vi') : bare;
  return calm.charAt(0).toLocaleUpperCase('vi') + calm.slice(1);
}

/** Groups of people a procedure is for; a list as long as the catalogue's own says "everybody" and is left out. */
export function portalGroups(groups: readonly string[]): readonly string[] {
  return groups.length > 5 ? [] : groups;
}
