import type { SecretSpan } from './secret-spans.ts';

// Long words that nobody would type by heart. Letters and digits of a random text alternate often; in names, file names
// and code they come in blocks. What is public though random (commit ids, checksums, ids, public keys) is left out.

interface Range {
  readonly start: number;
  readonly end: number;
}

const publicPatterns: readonly RegExp[] = [
  /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s<>"']+/gi,
  /-----BEGIN (?:CERTIFICATE|PUBLIC KEY|RSA PUBLIC KEY|CERTIFICATE REQUEST)-----[^-]{0,20000}/g,
  /\b(?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-nistp\d+)\s+[A-Za-z0-9+/=]+/g,
  /\b(?:sha-?(?:1|224|256|384|512)|md5|etag|integrity|checksum|hash)[^\w\n]{1,3}[A-Za-z0-9+/=]+/gi,
  /(?:md5|sha-?\d+|хеш|контрольная сумма|checksum)[^\n]{0,40}?\b[0-9a-f]{32,128}\b/gi,
  /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi,
  /\b(?:[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{128}|[0-9A-F]{40}|[0-9A-F]{64})\b/g, // git and sha256
  /\b0x[0-9a-f]+\b/gi,
  /\bv=DKIM1[^\n]*|\b[\w-]*verification[=:]\s*\S+/gi, // records that stand in the public DNS
  /[\w.+-]{1,80}@[\w-]{1,80}\.[\w.-]+/g,
  /[\w%-]{1,120}\.[a-z][a-z0-9]{1,4}\b/gi, // a file name
];

const word = /[A-Za-z0-9+/_=-]{16,}/g;
const wordWithSigns = /(?<![\w!@#$^&?])[A-Za-z0-9!@#$^&?*_+-]{8,64}(?![\w@#$^&])/g;

export function randomSpans(text: string): readonly SecretSpan[] {
  const found = [...rangesOf(text, word, isRandom), ...rangesOf(text, wordWithSigns, isRandomWithSigns)];
  if (found.length === 0) return [];
  const open = publicPatterns.flatMap((pattern) => Array.from(text.matchAll(pattern), rangeOf));
  return found
    .filter((range) => !open.some((other) => other.start <= range.start && range.end <= other.end))
    .map((range) => ({ kind: 'high_entropy', ...range }));
}

function rangesOf(text: string, pattern: RegExp, accepts: (value: string) => boolean): readonly Range[] {
  return Array.from(text.matchAll(pattern))
    .filter((match) => accepts(match[0]))
    .map(rangeOf);
}

function rangeOf(match: RegExpExecArray): Range {
  return { start: match.index, end: match.index + match[0].length };
}

function isRandom(value: string): boolean {
  const runs = numbersAtLetters(value);
  const hasBothCases = /[a-z]/.test(value) && /[A-Z]/.test(value);
  if (bitsPerCharacter(value) < 3.2) return false;
  if (hasBothCases && runs >= 2 && /^[A-Za-z0-9+/]{24,}={1,2}$/.test(value)) return true;
  return hasBothCases ? runs >= 3 : value.length >= 19 && runs >= 4;
}

/** `xK9#mP2$vL`: every kind of sign, and more than one number inside. */
function isRandomWithSigns(value: string): boolean {
  if (![/[a-z]/, /[A-Z]/, /\d/, /[!@#$^&?][A-Za-z0-9]/].every((each) => each.test(value))) return false;
  return numbersAtLetters(value.replace(/[^A-Za-z0-9]/g, '')) >= 2;
}

/** How many numbers stand directly at a letter. */
function numbersAtLetters(value: string): number {
  return (value.match(/(?<=[A-Za-z])\d+|\d+(?=[A-Za-z])/g) ?? []).length;
}

function bitsPerCharacter(value: string): number {
  const counts = new Map<string, number>();
  for (const character of value) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()]
    .map((count) => count / value.length)
    .reduce((sum, share) => sum - share * Math.log2(share), 0);
}
