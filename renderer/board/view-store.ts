import { create } from 'zustand';
import type { BoardView } from '../../shared/contract/board.ts';
import { call } from '../api.ts';
import { beforeClosing } from '../ui/closing.ts';
import { filterByPartner, useSession } from '../ui/session.ts';
import { wholeBoard } from './lens.ts';

/** How the board is looked at; whose clients are shown holds for other pages too and stands in the session. */
export type OwnView = Omit<BoardView, 'partnerId'>;

export const useView = create<OwnView>(() => wholeBoard);

export function currentView(): BoardView {
  return { ...useView.getState(), partnerId: useSession.getState().partnerFilter };
}

export function useCurrentView(): BoardView {
  const own = useView();
  const partnerId = useSession((session) => session.partnerFilter);
  return { ...own, partnerId };
}

export function changeView(change: Partial<OwnView>): void {
  useView.setState(change);
}

/** All clients are shown again. */
export function clearFilters(): void {
  filterByPartner(null);
  changeView({ text: '', onlyFlagged: false, onlyOverdue: false, onlyDoubtful: false, signal: null });
}

/** Nothing is left out and nothing is sorted. */
export function showWhole(): void {
  clearFilters();
  changeView({ sorting: 'own' });
}

let isRestored = false;

/** As the window was left; a view that cannot be read costs nothing but a few clicks. */
export async function restoreView(): Promise<void> {
  if (isRestored) return;
  isRestored = true;
  const { view } = await call('board.view', {}).catch(() => ({ view: null }));
  if (view !== null) {
    const { partnerId, ...own } = view;
    useView.setState(own);
    const { settings } = useSession.getState();
    if (settings?.partners.some(({ id }) => id === partnerId) === true) filterByPartner(partnerId);
  }
  beforeClosing(async () => {
    await keeping;
    return true;
  });
  useView.subscribe(keepView);
  useSession.subscribe((now, before) => {
    if (now.partnerFilter !== before.partnerFilter) keepView();
  });
}

let keeping: Promise<unknown> | null = null;
let isNewer = false;

/** One save at a time; what is typed meanwhile goes with the next one. */
function keepView(): void {
  isNewer = true;
  keeping ??= keepWhileNewer().finally(() => {
    keeping = null;
  });
}

async function keepWhileNewer(): Promise<void> {
  while (isNewer) {
    isNewer = false;
    await call('board.keepView', { view: currentView() }).catch(() => undefined);
  }
}
