import { create } from 'zustand';
import type { SearchGroup } from '../../shared/contract/search.ts';
import type { BoardStage } from '../../shared/stage.ts';
import { leaveForms } from './leave-forms.ts';

/** Where a search hit lies: the page scrolls to it. Every new object is an arrival of its own, also on the same page. */
export interface Arrival {
  readonly noteId: string;
  /** Those that were found, separated by spaces. */
  readonly words: string;
  /** What was looked for. */
  readonly text: string;
}

/** A line of a page that a search led to. */
export interface Spot {
  readonly record: 'task' | 'contact' | 'item' | 'record';
  readonly id: string;
}

export type ClientTab = 'timeline' | 'playbook' | 'work' | 'dossier';

interface ClientRoute {
  readonly name: 'client';
  readonly clientId: string;
  readonly tab?: ClientTab;
  readonly arrival?: Arrival;
  readonly spot?: Spot;
  /** The id of what an entry of the history led to. */
  readonly record?: string;
  /** The part of the dossier where something is still to be written. */
  readonly part?: string;
}

interface HandoffRoute {
  readonly name: 'handoff';
  readonly handoffId: string;
  readonly spot?: Spot;
}

export interface SearchRoute {
  readonly name: 'search';
  readonly text: string;
  /** Only this one is shown, and so much of it. */
  readonly group: SearchGroup | null;
  readonly limit?: number;
  /** The row that was opened: who comes back finds it chosen. */
  readonly openedId?: string;
}

export type Route =
  | { readonly name: 'board' }
  | ClientRoute
  | SearchRoute
  | { readonly name: 'handoffs' }
  | HandoffRoute
  /** `text` is what is looked for there. */
  | { readonly name: 'archive'; readonly text?: string }
  | { readonly name: 'attention'; readonly record?: string }
  | { readonly name: 'trash' }
  /** With the name of one that is to be restored. */
  | { readonly name: 'backups'; readonly restore?: string }
  | { readonly name: 'settings'; readonly section?: string };

export type RouteName = Route['name'];

/** At most one is open; areas may open dialogs of their own above it. */
export type Overlay =
  | { readonly name: 'quick-note'; readonly clientId?: string; readonly text?: string }
  | { readonly name: 'palette' }
  | { readonly name: 'new-client'; readonly stage?: BoardStage }
  | { readonly name: 'end-client' | 'fire-drill'; readonly clientId: string }
  | { readonly name: 'move-client'; readonly clientId: string }
  | { readonly name: 'export' | 'brief'; readonly handoffId: string }
  | {
      readonly name: 'close-handoff' | 'extend-handoff' | 'cancel-handoff' | 'compare-candidates' | 'switch-successor';
      readonly handoffId: string;
    }
  | { readonly name: 'import-notes' }
  /** Null stands for all clients. */
  | { readonly name: 'export-notes'; readonly clientId: string | null }
  | { readonly name: 'export-whole'; readonly form: 'archive' | 'folder' }
  | { readonly name: 'import-whole' }
  | { readonly name: 'export-client' | 'erase-client'; readonly clientId: string }
  /** The name is empty once nobody knows it any more. */
  | { readonly name: 'erased'; readonly erasureId: string; readonly clientName: string }
  | { readonly name: 'key-sheet' };

interface Visit {
  readonly route: Route;
  /** What had the focus when the page was left: a `data-focus-key`. */
  readonly focusKey: string | null;
}

export interface Navigation {
  readonly route: Route;
  readonly overlay: Overlay | null;
  readonly back: readonly Visit[];
  /** Where the focus belongs on the page just returned to; areas take it with `useReturningFocus`. */
  readonly returningTo: string | null;
  /** The client whose page was seen last: the quick note starts with it. */
  readonly lastClientId: string | null;
}

export const useNavigation = create<Navigation>(() => ({
  route: { name: 'board' },
  overlay: null,
  back: [],
  returningTo: null,
  lastClientId: null,
}));

const longestWayBack = 50;

/** Two routes are the same place when only the spot on the page differs. */
export function routeKey(route: Route): string {
  switch (route.name) {
    case 'client':
      return `client ${route.clientId}`;
    case 'handoff':
      return `handoff ${route.handoffId}`;
    default:
      return route.name;
  }
}

function focusedKey(): string | null {
  const holder = document.activeElement?.closest('[data-focus-key]');
  return holder?.getAttribute('data-focus-key') ?? null;
}

/** What a route shows of its page: with another part the forms in it go. */
function partKey(route: Route): string {
  const place = routeKey(route);
  switch (route.name) {
    case 'client':
      return `${place} ${route.tab ?? 'timeline'}`;
    case 'handoff':
      return `${place} ${route.spot?.id ?? ''}`;
    case 'settings':
      return `${place} ${route.section ?? ''}`;
    case 'backups':
      return `${place} ${route.restore ?? ''}`;
    default:
      return place;
  }
}

/** Over words of a form that were not sent the partner is asked first. */
function go(next: Pick<Navigation, 'route' | 'returningTo'> & Partial<Navigation>): void {
  const arrive = () => useNavigation.setState({ overlay: null, ...next });
  if (partKey(next.route) === partKey(useNavigation.getState().route)) arrive();
  else leaveForms(document.body, arrive);
}

function lastClientAt(route: Route): string | null {
  return route.name === 'client' ? route.clientId : useNavigation.getState().lastClientId;
}

export function navigate(route: Route): void {
  const now = useNavigation.getState();
  const isSamePlace = routeKey(route) === routeKey(now.route);
  const visit: Visit = { route: seen(now.route), focusKey: focusedKey() };
  const back = isSamePlace ? now.back : [...now.back, visit].slice(-longestWayBack);
  go({ route, returningTo: null, back, lastClientId: lastClientAt(route) });
}

/** A search or the history led there once; who comes back finds the page as it was left. */
function seen(route: Route): Route {
  if (route.name === 'attention') return { name: 'attention' };
  if (route.name === 'backups') return { name: 'backups' };
  if (route.name === 'handoff') return { name: 'handoff', handoffId: route.handoffId };
  if (route.name !== 'client') return route;
  const { arrival: _arrival, spot: _spot, record: _record, part: _part, ...rest } = route;
  return rest;
}

/** Goes on to a neighbour of the same page: the way back stays as it is. */
export function replaceRoute(route: Route): void {
  go({ route, returningTo: null, lastClientId: lastClientAt(route) });
}

function wayBack() {
  const now = useNavigation.getState();
  const last = now.back.at(-1) ?? { route: { name: 'board' }, focusKey: null };
  const isCardSought = now.route.name === 'client' && last.route.name === 'board';
  const returningTo = isCardSought ? cardKey(now.route.clientId) : last.focusKey;
  return { route: last.route, returningTo, back: now.back.slice(0, -1) };
}

/** To where one came from; to the board when there is no way back. Of a client that was left, the board finds its card. */
export function goBack(): void {
  go(wayBack());
}

/** The same from the page of a client that is gone, with all that was typed there; who is elsewhere by then stays. */
export function leaveGone(clientId: string): void {
  const { route } = useNavigation.getState();
  if (route.name === 'client' && route.clientId === clientId) useNavigation.setState({ overlay: null, ...wayBack() });
}

/** The `data-focus-key` of a client's card. */
export function cardKey(clientId: string): string {
  return `card ${clientId}`;
}

export function openOverlay(overlay: Overlay): void {
  useNavigation.setState({ overlay });
}

export function closeOverlay(): void {
  useNavigation.setState({ overlay: null });
}

/** After another file was opened nothing of the old one may be returned to. */
export function forgetTheWay(route: Route = { name: 'board' }): void {
  useNavigation.setState({ route, overlay: null, back: [], returningTo: null, lastClientId: null });
}

export function focusTaken(): void {
  useNavigation.setState({ returningTo: null });
}
