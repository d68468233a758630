/** Links leave the program only as https or mailto; everything else is shown as the words it is. */
export function safeAddress(address: string | undefined): string | null {
  const url = address === undefined ? null : URL.parse(address);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'mailto:') ? url.href : null;
}
