/** The first `most` rows of a printable page's largest table, as plain texts; nothing of the page is run or shown as it is. */
export function pageTable(page: string, most: number): readonly (readonly string[])[] {
  // Its inline style would be refused by this page's own policy, and said so in the console.
  const plain = page.replaceAll(/<style>[\s\S]*?<\/style>/g, '');
  const tables = [...new DOMParser().parseFromString(plain, 'text/html').querySelectorAll('table')];
  const largest = tables.toSorted((left, right) => right.rows.length - left.rows.length)[0];
  if (largest === undefined) return [];
  return [...largest.rows].slice(0, most).map((row) => [...row.cells].map((cell) => cell.textContent.trim()));
}
