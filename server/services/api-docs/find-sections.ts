/** What a page says under each heading of a route (`### \`GET /api/v1/me\``), by `METHOD /path`. */
export function findSections(page: string): ReadonlyMap<string, string> {
  const sections = new Map<string, string>();
  for (const part of page.split(/^#{2,4} /m).slice(1)) {
    const [, route] = /^`([A-Z]+ \/api\/[^`?]*)/.exec(part) ?? [];
    if (route !== undefined) sections.set(route, part.slice(part.indexOf('\n') + 1).trim());
  }
  return sections;
}
