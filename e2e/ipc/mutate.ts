/** The steps to one field of an example. */
export type Way = readonly (string | number)[];

/** Every field of an example, those inside others as well. */
export function waysInto(value: unknown, way: Way = []): readonly Way[] {
  if (typeof value !== 'object' || value === null || way.length > 3) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[...way, key], ...waysInto(inner, [...way, key])]);
}

export function valueAt(value: unknown, way: Way): unknown {
  return way.reduce<unknown>((inner, key) => Reflect.get(Object(inner), key), value);
}

/** In the place of a value: the field is left out. */
export const gone = Symbol('gone');

/** A copy of the example with another value at one place. */
export function changed(value: unknown, way: Way, to: unknown): unknown {
  const [key, ...rest] = way;
  if (key === undefined) return to;
  if (typeof value !== 'object' || value === null) return value;
  const copy: object = Array.isArray(value) ? Array.from<unknown>(value) : { ...value };
  const next = changed(Reflect.get(copy, key), rest, to);
  if (next === gone) Reflect.deleteProperty(copy, key);
  else Object.defineProperty(copy, key, { value: next, configurable: true, enumerable: true, writable: true });
  return copy;
}

export function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
}
