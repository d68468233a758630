/*
 * Chromium writes the moment of printing, the name of its build and an id made from both into a PDF. They are
 * overwritten in place, with values of the same length, so that no offset moves and the same document gives the same
 * bytes.
 */

/** `day` is the document's own date; the file says it was made then, at midnight UTC. */
export function settledPdf(printed: Uint8Array, day: string): Uint8Array {
  // Latin-1 maps every byte to one sign and back.
  const text = Buffer.from(printed).toString('latin1');
  const date = `${day.replaceAll('-', '')}000000+00'00'`;
  const settled = text
    .replace(/(\/(?:CreationDate|ModDate) ?\(D:)([^)]*)(\))/g, (_all, before: string, value: string, after: string) =>
      [before, date.padEnd(value.length).slice(0, value.length), after].join(''),
    )
    .replace(/(\/Creator ?\()((?:[^()\\]|\\.)*)(\))/g, (_all, before: string, value: string, after: string) =>
      [before, 'Rapport'.padEnd(value.length).slice(0, value.length), after].join(''),
    )
    .replace(/(\/ID ?\[ ?)(<[^>]*> ?<[^>]*>)/g, (_all, before: string, value: string) =>
      [before, value.replace(/[0-9a-f]/gi, '0')].join(''),
    );
  return Buffer.from(withOwnNodeNames(settled), 'latin1');
}

/** Cells name their heads by numbers that run on from document to document; counted anew they start from one. */
function withOwnNodeNames(text: string): string {
  const names = new Map<string, string>();
  return text.replace(/\(node(\d{8})\)/g, (_all, number: string) => {
    const name = names.get(number) ?? String(names.size + 1).padStart(8, '0');
    names.set(number, name);
    return `(node${name})`;
  });
}

export function pageCount(pdf: Uint8Array): number {
  return (
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type ?\/Page\b(?!s)/g)?.length ?? 0
  );
}
