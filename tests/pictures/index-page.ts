const TITLES: Readonly<Record<string, string>> = {
  'kiosk-portrait': 'Kiosk, 21.5″ portrait (1080 × 1920)',
  'kiosk-landscape': 'Kiosk, 21.5″ landscape (1920 × 1080)',
  'kiosk-tablet': 'Kiosk, 10.1″ tablet (1280 × 800)',
  dashboard: 'Dashboard',
  phone: 'Phone page',
};
const COLUMNS = 4;

/** docs/pictures/README.md: every picture under its language and surface. `files` are paths below docs/pictures. */
export function indexPage(files: readonly string[]): string {
  const groups = Map.groupBy(files.toSorted(), (file) => file.split('/').slice(0, 2).join('/'));
  const parts = [...groups].toSorted(([one], [two]) => rank(one) - rank(two)).map(([group, pictures]) => `## ${titleOf(group)}\n\n${table(pictures)}`);
  return `# Pictures\n\nTaken by \`npm run pictures\` from a running centre and kiosk with the default content pack. The province, its service\npoints, people, visits and figures are made up for the pictures.\n\n${parts.join('\n\n')}\n`;
}

function rank(group: string): number {
  const [lang, surface = ''] = group.split('/');
  return (lang === 'vi' ? 0 : 100) + Object.keys(TITLES).indexOf(surface);
}

function titleOf(group: string): string {
  const [lang, surface = ''] = group.split('/');
  return `${TITLES[surface] ?? surface}${lang === 'en' ? ', in English' : ''}`;
}

function table(files: readonly string[]): string {
  const cells = files.map((file) => `[![${nameOf(file)}](${file})](${file})<br>${nameOf(file)}`);
  const rows: string[] = [];
  for (let at = 0; at < cells.length; at += COLUMNS) rows.push(`| ${Array.from({ length: COLUMNS }, (_, index) => cells[at + index] ?? '').join(' | ')} |`);
  const empty = `|${'   |'.repeat(COLUMNS)}`;
  return [empty, `|${'---|'.repeat(COLUMNS)}`, ...rows].join('\n');
}

function nameOf(file: string): string {
  const name = (file.split('/').at(-1) ?? file).replace('.webp', '').replaceAll('-', ' ');
  return name.charAt(0).toUpperCase() + name.slice(1);
}
