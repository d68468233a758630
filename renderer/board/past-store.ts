import { msg } from '@lingui/core/macro';
import { useLayoutEffect } from 'react';
import { create } from 'zustand';
import { addDays } from '../../shared/calendar.ts';
import { boardStages } from '../../shared/stage.ts';
import { call } from '../api.ts';
import { announce } from '../ui/announce.ts';
import { today } from '../ui/clock.ts';
import { formatWholeDay } from '../ui/format.ts';
import { useSession } from '../ui/session.ts';
import { showToast } from '../ui/toast.ts';
import { i18n } from '../ui/words.ts';
import { type PastDay, showPast, useBoard } from './board-store.ts';
import { asItStood } from './sentences.ts';

// The look back: which day the slider stands on, and the board of that day as soon as it is there. Until then the board
// shows the day before it.

export interface KnownDays {
  readonly firstDay: string;
  /** On which a client came, changed its stage or went, oldest first. */
  readonly stageDays: readonly string[];
}

interface Past {
  readonly isOpen: boolean;
  /** Where the slider stands; today is the living board. */
  readonly day: string;
  /** Null until they are read. */
  readonly known: KnownDays | null;
  readonly problem: unknown;
  /** The last board that was read, for the way back from a client's page. */
  readonly shown: ReadDay | null;
}

interface ReadDay extends PastDay {
  /** Which board the main process remembers to have sent. */
  readonly moment: number;
}

const closed: Past = { isOpen: false, day: '', known: null, problem: null, shown: null };

export const usePast = create<Past>(() => closed);

/** Begins with yesterday: what can be looked at is there at once. */
export async function openPast(): Promise<void> {
  usePast.setState({ ...closed, isOpen: true, day: today() });
  try {
    const known = await call('board.days', {});
    if (!usePast.getState().isOpen) return;
    usePast.setState({ known });
    if (known.firstDay >= today())
      announce(i18n.t(msg`The history of the board begins today. From tomorrow on you can look back here.`));
    goToDay(addDays(today(), -1));
  } catch (problem) {
    usePast.setState({ problem });
  }
}

export function leavePast(): void {
  if (!usePast.getState().isOpen) return;
  usePast.setState(closed, true);
  clearTimeout(saying);
  showPast(null);
}

export function goToDay(wanted: string): void {
  const { isOpen, known, day: before } = usePast.getState();
  if (!isOpen || known === null) return;
  const day = wanted < known.firstDay ? known.firstDay : wanted > today() ? today() : wanted;
  if (day === before && usePast.getState().problem === null) return;
  usePast.setState({ day, problem: null });
  void follow();
}

/** The nearest day before or after the one shown on which something changed; null when there is none. */
export function changeBeside({ day, known }: Pick<Past, 'day' | 'known'>, step: -1 | 1): string | null {
  const days = known?.stageDays ?? [];
  return (step < 0 ? days.findLast((each) => each < day) : days.find((each) => each > day)) ?? null;
}

let isFollowing = false;

/** One question at a time: while the slider is dragged, days that are passed meanwhile are not asked for. */
async function follow(): Promise<void> {
  if (isFollowing) return;
  isFollowing = true;
  try {
    let asked: string;
    do {
      asked = usePast.getState().day;
      await showDay(asked);
    } while (asked !== usePast.getState().day);
  } catch (problem) {
    usePast.setState({ problem });
  } finally {
    isFollowing = false;
  }
}

async function showDay(day: string): Promise<void> {
  const shown = day === '' || day === today() ? null : await read(day);
  if (!usePast.getState().isOpen) return;
  usePast.setState({ shown });
  showPast(shown);
  saySoon(day);
}

async function read(day: string): Promise<ReadDay> {
  const { shown } = usePast.getState();
  const { cards, gone, moment, isWhole } = await call('board.past', { day, seen: shown?.moment ?? null });
  const changed = Object.fromEntries(cards.map((card) => [card.id, card]));
  if (isWhole || shown === null) return { day, moment, cards: changed };
  const left = new Set(gone);
  const kept = Object.entries(shown.cards).filter(([id]) => !left.has(id));
  return { day, moment, cards: { ...Object.fromEntries(kept), ...changed } };
}

let saying: ReturnType<typeof setTimeout> | undefined;
const stillFor = 500;

/** A slider on its way says nothing; where it comes to rest is said. */
function saySoon(day: string): void {
  clearTimeout(saying);
  saying = setTimeout(() => {
    if (usePast.getState().day !== day) return;
    const { columns } = useBoard.getState();
    announce(
      asItStood(
        day === today() ? null : day,
        boardStages.reduce((sum, stage) => sum + columns[stage].length, 0),
      ),
    );
  }, stillFor);
}

/** The board shows the past only while its page is there: elsewhere a client is moved as it stands now. */
export function usePastOfBoard(): void {
  useLayoutEffect(() => {
    showPast(usePast.getState().shown);
    return () => showPast(null);
  }, []);
}

/** Whatever would change a board of the past is refused with a sentence; tells whether it was. */
export function refusePast(): boolean {
  const { past } = useBoard.getState();
  if (past === null) return false;
  const day = formatWholeDay(useSession.getState().language, past.day);
  showToast({
    text: i18n.t(msg`This is the board of ${day}. Only the one of today can be changed.`),
    actions: [{ label: i18n.t(msg`Today`), run: leavePast }],
  });
  return true;
}
