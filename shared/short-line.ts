/** A line as it is, or as much of its beginning as fits into so many characters with an ellipsis; no letter is cut in two. */
export function shortLine(line: string, longest: number): string {
  if (line.length <= longest) return line;
  const cut = new Intl.Segmenter().segment(line).containing(longest - 1)?.index ?? 0;
  // One letter may be longer than that, with thousands of marks on it.
  return `${line.slice(0, cut > 0 ? cut : longest - 1).trimEnd()}…`;
}
