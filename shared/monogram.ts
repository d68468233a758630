/** The first letter of the name; what has no letter keeps its first sign. */
export function monogramOf(name: string): string {
  const first = /[\p{L}\p{N}]/u.exec(name)?.[0] ?? [...name][0] ?? '';
  return first.toLocaleUpperCase('ru');
}
