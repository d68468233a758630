/** Links leave the program only as https or mailto; everything else is shown as the words it is. */
export function safeAddress(address: string | undefined): string | null {
  const url = address === undefined ? null : URL.parse(address);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'mailto:') ? url.href : null;
}

/** An address that nothing here opens, and that somebody may want all the same: a page without a lock, or a telephone. */
export function toldAddress(address: string | undefined): string | null {
  const url = address === undefined ? null : URL.parse(address);
  if (url?.protocol === 'tel:') return decodeSafely(url.pathname);
  return url?.protocol === 'http:' || url?.protocol === 'ftp:' ? url.href : null;
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
