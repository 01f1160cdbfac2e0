/** A slide's title in two parts: a question or first clause in ink, what to do about it in lacquer; the second may be empty. */
export function splitTitle(title: string): readonly [string, string] {
  const match = /^(.*?[?!:.,])\s+(.+)$/.exec(title);
  return [match?.[1]?.replace(/,$/, '') ?? title, match?.[2] ?? ''];
}
