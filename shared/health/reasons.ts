import type { HealthLine, HealthReason, Receipt } from '../contract/client-health.ts';
import { isNoPlan, lacksData } from './receipt.ts';

const mostBest = 2;

/** Signs are told one by one, not as their sums. */
const sums: readonly string[] = ['healthy_signs', 'red_flags'];

/** The key under which a reason is put off. */
export function subjectOf(reason: HealthReason): string {
  return reason.code === 'flag' ? `health:${reason.markId}` : `health:${reason.code}`;
}

/**
 * What speaks against the client, the worst first: what holds the score down, then by points, then what is only a hint.
 * While nothing can be said, what is missing goes before; a sign that has faded comes last.
 */
export function worstReasons(receipt: Receipt): readonly HealthReason[] {
  const [faded, flags] = [receipt.flags.filter(hasFaded), receipt.flags.filter((flag) => !hasFaded(flag))];
  const weighed = [...flags, ...receipt.lines.filter(isReason)].toSorted(
    (one, other) => Number(holdsDown(other)) - Number(holdsDown(one)) || one.points - other.points,
  );
  const told = [...weighed, ...receipt.hints];
  const missing = missingLines(receipt);
  return receipt.verdict === 'unknown' ? [...missing, ...told, ...faded] : [...told, ...missing, ...faded];
}

function hasFaded({ points, isCritical }: Receipt['flags'][number]): boolean {
  return points === 0 && !isCritical;
}

/** What is not as it should be is a reason even where it still counts for the client. */
function isReason(line: HealthLine): boolean {
  if (sums.includes(line.code)) return false;
  return line.points < 0 || !isWithinNorm(line) || isUndecided(line);
}

function isUndecided(line: HealthLine): boolean {
  return (line.code === 'results' && line.behind > 0) || (line.code === 'intent' && line.answer === 'unknown');
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
    .filter((line) => line.points > 0 && !sums.includes(line.code) && !isReason(line))
    .toSorted((one, other) => other.points - one.points)
    .slice(0, mostBest);
}

/** A little over the norm still counts for the client, but nobody would call it good. */
function isWithinNorm(line: HealthLine): boolean {
  const isCounted = line.code === 'rhythm' || line.code === 'report';
  return !isCounted || line.days === null || line.days <= line.norm;
}

/** The first reason that is not put off. */
export function worstAwake(
  reasons: readonly HealthReason[],
  isAsleep: (subject: string) => boolean,
): HealthReason | null {
  return reasons.find((reason) => !isAsleep(subjectOf(reason))) ?? null;
}
