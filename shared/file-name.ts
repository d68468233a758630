const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/iu;

/** A part of a file name that Windows, macOS and Linux take; empty when nothing of the text is left. */
export function safeFileName(text: string, longest = 80): string {
  const name = Array.from(text.replace(/[\p{C}<>:"/\\|?*]+/gu, ' ').replace(/\s+/g, ' '))
    .slice(0, longest)
    .join('')
    .replace(/^[. ]+|[. ]+$/g, '');
  return name.replace(reserved, '$&_');
}

/** Makes names unique in one folder, also where capital letters make no difference: a second one gets a number. */
export function uniqueNames(): (name: string, extension?: string) => string {
  const taken = new Set<string>();
  const key = (name: string) => name.normalize('NFC').toLowerCase();
  return (name, extension = '') => {
    const numbered = (count: number) => `${name}${count === 1 ? '' : ` (${count})`}${extension}`;
    let count = 1;
    while (taken.has(key(numbered(count)))) count += 1;
    taken.add(key(numbered(count)));
    return numbered(count);
  };
}
