import { msg, plural } from '@lingui/core/macro';
import { create } from 'zustand';
import type { CalendarChange } from '../../../shared/contract/work-calendars.ts';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { call, newCommandId } from '../../api.ts';
import { showProblem, showToast } from '../../ui/toast.ts';
import { undoAction } from '../../ui/undo.ts';
import { i18n } from '../../ui/words.ts';

export type Moves = CallOutput<'settings.previewCalendar'>['moves'];

/** `cancel`: the calendar stays as it was as well. */
type Answer = 'move' | 'leave' | 'cancel';

interface Question {
  readonly moves: Moves;
  readonly answer: (answer: Answer) => void;
}

/** Open while a change of the calendar waits for what becomes of the plans. */
export const useRedating = create<{ readonly question: Question | null }>(() => ({ question: null }));

export function itemsIn(moves: Moves): number {
  return moves.reduce((sum, { items }) => sum + items.length, 0);
}

/** One change after the other: each is asked about with the calendar that the one before it left. */
let queue: Promise<unknown> = Promise.resolve();

/**
 * Changes the calendar; where plans of running handoffs would follow, asks first. `done` is said afterwards, for what is
 * not seen where it was pressed. Tells whether it was done.
 */
export function changeCalendar(change: CalendarChange, done?: string): Promise<boolean> {
  const turn = queue.then(() => carryOut(change, done));
  queue = turn;
  return turn;
}

async function carryOut(change: CalendarChange, done: string | undefined): Promise<boolean> {
  try {
    const { moves } = await call('settings.previewCalendar', { change });
    const answer = moves.length === 0 ? 'leave' : await ask(moves);
    if (answer === 'cancel') return false;
    const commandId = newCommandId();
    const movesItems = answer === 'move';
    await call('settings.changeCalendar', { commandId, change, movesItems });
    const said = movesItems ? movedWords(itemsIn(moves)) : done;
    if (said !== undefined) showToast({ text: said, actions: [undoAction(commandId)] });
    return true;
  } catch (problem) {
    showProblem(problem);
    return false;
  }
}

function movedWords(count: number): string {
  return i18n.t(
    msg`${plural(count, { one: 'The calendar is changed, #\u00a0item moved', other: 'The calendar is changed, #\u00a0items moved' })}`,
  );
}

function ask(moves: Moves): Promise<Answer> {
  return new Promise((resolve) => {
    const answer = (chosen: Answer) => {
      useRedating.setState({ question: null });
      resolve(chosen);
    };
    useRedating.setState({ question: { moves, answer } });
  });
}
