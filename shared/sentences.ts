/** Closed by a full stop, where it does not end in a sign of its own: an abbreviation has its full stop already. */
export function sentence(words: string): string {
  return /(?:[.!?…]|[!?…][»”’)\]]+)$/.test(words) ? words : `${words}.`;
}

/** One after the other; what is empty falls out, and the last one ends as it was written. */
export function sentences(parts: readonly string[]): string {
  const written = parts.map((part) => part.trim()).filter((part) => part !== '');
  return written.map((part, index) => (index === written.length - 1 ? part : sentence(part))).join(' ');
}
