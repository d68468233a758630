import type { Reply } from '../../shared/contract/contract.ts';
import { errorCodes } from '../../shared/errors.ts';

const leaks: readonly RegExp[] = [
  /\n\s+at /,
  /\bat .+:\d+:\d+/,
  /node_modules|\.m?[jt]s:\d/,
  /SQLITE|constraint failed|\b(?:select|insert|update|delete)\b.+\b(?:from|into|set)\b/i,
  /no such (?:table|column)/i,
];

/** What is wrong with a refusal: no code of the list, or words that tell of the inside; null when nothing is. */
export function faultOfRefusal(
  reply: Extract<Reply<unknown>, { ok: false }>,
  secrets: readonly string[],
): string | null {
  if (!errorCodes.includes(reply.code) || reply.code === 'unexpected') return String(reply.code);
  const text = JSON.stringify(reply);
  const said = JSON.stringify([reply.message, ...Object.values(reply.fields ?? {})]);
  const isLeak = leaks.some((pattern) => pattern.test(said)) || secrets.some((each) => text.includes(each));
  return isLeak || text.length > 5000 ? `says too much: ${text.slice(0, 200)}` : null;
}

/** A payload in short, for a report. */
export function shown(payload: unknown): string {
  if (typeof payload === 'string') return JSON.stringify(payload.slice(0, 160));
  try {
    return (JSON.stringify(payload) ?? String(payload)).slice(0, 160);
  } catch {
    return typeof payload;
  }
}
