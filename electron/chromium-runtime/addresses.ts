import { registrations } from './registrations.ts';

/**
 * Chromium gives a secure origin to no scheme of ours, so `app://rapport/…` is shown as `https://rapport.invalid/…`: a
 * name that cannot exist (RFC 2606), answered by the runtime before any look-up.
 */
const suffix = '.invalid';

export function isProgramScheme(address: string): boolean {
  const scheme = URL.parse(address)?.protocol.slice(0, -1);
  return scheme !== undefined && registrations.schemes.has(scheme);
}

export function toChromium(address: string): string {
  const url = URL.parse(address);
  if (url === null || !registrations.schemes.has(url.protocol.slice(0, -1))) return address;
  return `https://${url.host}${suffix}${url.pathname}${url.search}${url.hash}`;
}

export function toProgram(address: string): string {
  const url = URL.parse(address);
  const scheme = registrations.schemes.keys().next().value;
  if (url === null || scheme === undefined || url.protocol !== 'https:' || !url.host.endsWith(suffix)) return address;
  return `${scheme}://${url.host.slice(0, -suffix.length)}${url.pathname}${url.search}${url.hash}`;
}
