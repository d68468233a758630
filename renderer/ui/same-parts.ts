/** What was read anew, with every part that says the same as before in its earlier object: nothing is drawn for it. */
export function withSameParts<Value>(before: unknown, after: Value): Value;
export function withSameParts(before: unknown, after: unknown): unknown {
  if (Object.is(before, after) || !isParted(before) || !isParted(after)) return after;
  if (Array.isArray(before) !== Array.isArray(after)) return after;
  const known = new Map(Object.entries(before));
  const parts = Object.entries(after).map(([name, part]) => [name, withSameParts(known.get(name), part)] as const);
  const isSame =
    known.size === parts.length && parts.every(([name, part]) => known.has(name) && Object.is(known.get(name), part));
  if (isSame) return before;
  return Array.isArray(after) ? parts.map(([, part]) => part) : Object.fromEntries(parts);
}

function isParted(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
