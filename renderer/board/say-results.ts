import { announce } from '../ui/announce.ts';
import { useSession } from '../ui/session.ts';
import { useBoard } from './board-store.ts';
import { filtersOf } from './lens.ts';
import { resultOf, shownColumns } from './shown.ts';
import { currentView, useView } from './view-store.ts';

const stillFor = 500;

/** Says how many clients a filter leaves when it came to rest, not with every letter. Returns the way to stop. */
export function sayResults(): () => void {
  let saying: ReturnType<typeof setTimeout> | undefined;
  let before = filter();
  const look = () => {
    const now = filter();
    if (now === before) return;
    before = now;
    clearTimeout(saying);
    saying = setTimeout(say, stillFor);
  };
  const stops = [useView.subscribe(look), useSession.subscribe(look)];
  return () => {
    clearTimeout(saying);
    for (const stop of stops) stop();
  };
}

function filter(): string {
  return JSON.stringify(filtersOf(currentView()));
}

function say(): void {
  const { status, columns } = useBoard.getState();
  if (status !== 'ready') return;
  announce(resultOf(columns, shownColumns(), currentView()));
}
