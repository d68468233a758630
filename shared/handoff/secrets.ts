import { formatRules } from './secret-formats.ts';
import { labelledSpans } from './secret-labels.ts';
import { randomSpans } from './secret-randomness.ts';
import { spansOfRule, type SecretSpan } from './secret-spans.ts';

// There is no secret field in the program, so this looks for secrets in ordinary text: known formats first, then what
// stands behind a word like “password”, then what merely looks random. It warns while typing and stops an export; it
// cannot see a secret that looks like a plain word and has no such label.

export interface Secret extends SecretSpan {
  /** A few words of the line before it, and the secret with its middle hidden. */
  readonly excerptMasked: string;
}

const contextLength = 24;
/** Always three: their number says nothing about the length of the secret. */
const dots = '•••';

/** In the order of the text, never overlapping; where two rules see the same place the more exact one names it. */
export function findSecrets(text: string): readonly Secret[] {
  const spans: SecretSpan[] = [];
  const candidates = [
    ...formatRules.flatMap((rule) => spansOfRule(rule, text)),
    ...labelledSpans(text),
    ...randomSpans(text),
  ];
  for (const span of candidates) {
    if (!spans.some((other) => other.start < span.end && span.start < other.end)) spans.push(span);
  }
  const ordered = spans.toSorted((one, other) => one.start - other.start);
  return ordered.map((span, index) => ({ ...span, excerptMasked: excerpt(text, span, ordered[index - 1]?.end ?? 0) }));
}

function excerpt(text: string, { start, end }: SecretSpan, previousEnd: number): string {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const from = Math.max(lineStart, previousEnd, start - contextLength);
  const before = text.slice(from, start);
  const whole = from > Math.max(lineStart, previousEnd) ? `…${before.replace(/^\S*\s?/, '')}` : before.trimStart();
  const value = text.slice(start, end);
  // The same word may stand before it: “login: admin password: admin”.
  return `${value.length > 3 ? whole.replaceAll(value, dots) : whole}${mask(value)}`;
}

function mask(value: string): string {
  const characters = Array.from(value.replace(/\s+/g, ' '));
  if (characters.length < 20) return `${characters[0] ?? ''}${dots}`;
  return `${characters.slice(0, 2).join('')}${dots}${characters.slice(-2).join('')}`;
}
