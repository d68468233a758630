/** Letters and digits that a reader of rendered Markdown must find: all that were typed but addresses and marks. */
export function readableSigns(typed: string): readonly string[] {
  const words = typed
    .replaceAll(/^\s*(?:```|~~~).*$/gm, '')
    .replaceAll(/^\s*\[[^\]\n]*\]:.*$/gm, '')
    .replaceAll(/\[[^\]\n]*\]\[[^\]\n]*\]/g, '')
    .replaceAll(/\]\([^)\n]*\)/g, ']')
    .replaceAll(/&#?\w+;/g, '')
    .replaceAll(/\[\^[^\]]*\]/g, '')
    .replaceAll(/^[\s>]*(?:[-*+]|\d+[.)])\s/gm, '');
  return words.match(/[\p{L}\p{N}]/gu) ?? [];
}

/** Whether all these signs stand in the text, in their order. */
export function holdsInOrder(text: string, signs: readonly string[]): boolean {
  let from = 0;
  for (const sign of signs) {
    const at = text.indexOf(sign, from);
    if (at < 0) return false;
    from = at + sign.length;
  }
  return true;
}

/** As a browser lays text out: stretches of white space are one. */
export function asLaidOut(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
