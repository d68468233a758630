import { createContext, type RefObject, use, useEffect, useEffectEvent, useRef } from 'react';
import { focusIfLost } from './lost-focus.ts';
import { type ClientTab, navigate, type Route, useNavigation } from './navigation.ts';

// An entry of the history leads to the record it tells of, wherever on the page that is kept and edited. The record may
// have to be read first, or lie in a fold: it answers itself, as soon as it is drawn.

/** Opens the folds around what stands in them. */
export const OpenFolds = createContext<() => void>(() => {});

/** To a record of the client that is shown; without a tab it stands beside them all. */
export function openRecord(record: string, tab?: ClientTab): void {
  const { route } = useNavigation.getState();
  if (route.name !== 'client') return;
  const shown = tab ?? route.tab;
  navigate({ name: 'client', clientId: route.clientId, record, ...(shown === undefined ? {} : { tab: shown }) });
  // Until the record is there.
  focusIfLost(() => document.querySelector('[role="tab"][aria-selected="true"]'));
}

/** A verdict is no record of its own: each trial keeps two of them. */
export function verdictRecord(trialId: string, side: string): string {
  return `${trialId} ${side}`;
}

function useRouteTo(ids: readonly string[]): Route | null {
  return useNavigation(({ route }) =>
    'record' in route && route.record !== undefined && ids.includes(route.record) ? route : null,
  );
}

const framesToUnfold = 60;

/** Who folds a record up and draws it anew is not led to it again. */
const found = new WeakSet<Route>();

/** The place of a record, known under any of these ids: led there, it is unfolded, scrolled to and gets the focus. */
export function useSoughtRecord<Place extends HTMLElement>(...ids: readonly string[]): RefObject<Place | null> {
  const place = useRef<Place>(null);
  const route = useRouteTo(ids);
  const openFolds = useEffectEvent(use(OpenFolds));
  const [own = ''] = ids;
  useEffect(() => {
    // Fields in it are known by it.
    if (place.current !== null && own !== '') place.current.dataset['record'] = own;
  }, [own]);
  useEffect(() => {
    if (route === null || found.has(route)) return undefined;
    openFolds();
    let frame = 0;
    const look = (framesLeft: number) => {
      frame = requestAnimationFrame(() => {
        // A fold opens a few frames later, and what is hidden takes no focus.
        if (place.current?.checkVisibility() === false && framesLeft > 0) return look(framesLeft - 1);
        found.add(route);
        arriveAt(place.current);
      });
    };
    look(framesToUnfold);
    return () => cancelAnimationFrame(frame);
  }, [route]);
  return place;
}

function arriveAt(place: HTMLElement | null): void {
  place?.scrollIntoView({ block: 'center' });
  place?.querySelector<HTMLElement>('button, input:checked, [tabindex="0"]')?.focus({ preventScroll: true });
}

/** For what draws these records only when it is asked to. */
export function useSoughtAmong(ids: readonly string[], show: () => void): void {
  const route = useRouteTo(ids);
  const unfold = useEffectEvent(show);
  useEffect(() => {
    if (route !== null && !found.has(route)) unfold();
  }, [route]);
}
