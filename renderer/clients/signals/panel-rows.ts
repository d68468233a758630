import type { SignalMark } from '../../../shared/contract/client-dossier.ts';
import type {
  ClientHealth,
  HealthFlag,
  HealthHint,
  HealthLine,
  HealthReason,
} from '../../../shared/contract/client-health.ts';
import { bestReasons, subjectOf, worstReasons } from '../../../shared/health/reasons.ts';
import { worstFirst } from '../../../shared/signal-order.ts';

export type ReasonLook = 'bad' | 'hint' | 'missing' | 'good';

/** A sign that a partner marked, or what follows from other records. */
export type PanelRow =
  | { readonly kind: 'mark'; readonly mark: SignalMark; readonly flag: HealthFlag | null }
  | { readonly kind: 'reason'; readonly reason: HealthLine | HealthHint; readonly look: ReasonLook };

export interface Asleep {
  readonly reason: HealthReason;
  /** Of a flag the sign that was marked. */
  readonly mark: SignalMark | null;
  readonly snooze: ClientHealth['snoozes'][number];
}

export interface PanelRows {
  readonly rows: readonly PanelRow[];
  readonly asleep: readonly Asleep[];
}

/**
 * What speaks against the client stands first, and where nothing does, what speaks for it. Without a receipt, as after a
 * parting, the marked signs stand alone.
 */
export function panelRows(marks: readonly SignalMark[], health: ClientHealth | null): PanelRows {
  const sorted = worstFirst(marks);
  if (health === null) return { rows: sorted.map((mark) => ({ kind: 'mark', mark, flag: null })), asleep: [] };
  const { receipt, snoozes } = health;
  const snoozeOf = new Map(snoozes.map((snooze) => [snooze.subject, snooze]));
  const all = worstReasons(receipt);
  const asleep = all.flatMap((reason) => {
    const snooze = snoozeOf.get(subjectOf(reason));
    return snooze === undefined ? [] : [{ reason, mark: markOf(reason, sorted), snooze }];
  });
  const awake = all.filter((reason) => !snoozeOf.has(subjectOf(reason)));
  const worst = awake.flatMap((reason) => rowOf(reason, sorted));
  const told = new Set(receipt.flags.map(({ markId }) => markId));
  const others = sorted.flatMap((mark): PanelRow[] => (told.has(mark.id) ? [] : [{ kind: 'mark', mark, flag: null }]));
  const good = bestReasons(receipt).map((reason): PanelRow => ({ kind: 'reason', reason, look: 'good' }));
  const isWell = receipt.verdict === 'good' && !worst.some(isGrave);
  const rows = isWell ? [...good, ...others, ...worst] : [...worst, ...others, ...good];
  return { rows, asleep };
}

function rowOf(reason: HealthReason, marks: readonly SignalMark[]): readonly PanelRow[] {
  if (reason.code !== 'flag') return [{ kind: 'reason', reason, look: lookOf(reason) }];
  const mark = markOf(reason, marks);
  return mark === null ? [] : [{ kind: 'mark', mark, flag: reason }];
}

function markOf(reason: HealthReason, marks: readonly SignalMark[]): SignalMark | null {
  return reason.code === 'flag' ? (marks.find(({ id }) => id === reason.markId) ?? null) : null;
}

function lookOf(reason: HealthLine | HealthHint): ReasonLook {
  if (!('points' in reason)) return 'hint';
  if (reason.isUnknown) return 'missing';
  return reason.points < 0 ? 'bad' : 'hint';
}

function isGrave(row: PanelRow): boolean {
  return row.kind === 'mark' || row.look === 'bad';
}

export function keyOf(row: PanelRow): string {
  return row.kind === 'mark' ? row.mark.id : row.reason.code;
}
