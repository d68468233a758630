import type { HealthLine, HealthReason, Receipt } from '../contract/client-health.ts';
import { isNoPlan, lacksData } from './receipt.ts';

const mostBest = 2;

/** Signs are told one by one, not as their sums. */
const sums: readonly string[] = ['healthy_signs', 'red_flags'];

/** The key under which a reason is put off. */
export function subjectOf(reason: HealthReason): string {
  return reason.code === 'flag' ? `health:${reason.markId}` : `health:${reason.code}`;
}

/** What speaks against the client, the worst first: what holds the score down, then by points, then what is only a hint. */
export function worstReasons(receipt: Receipt): readonly HealthReason[] {
  const lines = receipt.lines.filter(({ code, points }) => points < 0 && !sums.includes(code));
  const weighed = [...receipt.flags, ...lines].toSorted(
    (one, other) => Number(holdsDown(other)) - Number(holdsDown(one)) || one.points - other.points,
  );
  return [...weighed, ...receipt.hints, ...missingLines(receipt)];
}

function holdsDown(reason: HealthReason): boolean {
  return reason.code === 'flag' ? reason.isCritical : isNoPlan(reason);
}

/** What is to be found out before a client can be called well. Only time tells about ideas for a new one. */
function missingLines(receipt: Receipt): readonly HealthLine[] {
  return lacksData(receipt) ? receipt.lines.filter(({ code, isUnknown }) => isUnknown && code !== 'ideas') : [];
}

/** What speaks for the client, the best first. */
export function bestReasons({ lines }: Receipt): readonly HealthLine[] {
  return lines
    .filter((line) => line.points > 0 && !sums.includes(line.code) && isWithinNorm(line))
    .toSorted((one, other) => other.points - one.points)
    .slice(0, mostBest);
}

/** A little over the norm still counts for the client, but nobody would call it good. */
function isWithinNorm(line: HealthLine): boolean {
  const isCounted = line.code === 'rhythm' || line.code === 'report';
  return !isCounted || line.days === null || line.days <= line.norm;
}

/** The first reason that is not put off. */
export function worstAwake(receipt: Receipt, asleep: (subject: string) => boolean): HealthReason | null {
  return worstReasons(receipt).find((reason) => !asleep(subjectOf(reason))) ?? null;
}
