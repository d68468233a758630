import { useLingui } from '@lingui/react/macro';
import { type Excerpt, type SearchGroup, type SearchHit, searchGroups } from '../../shared/contract/search.ts';
import { withoutFilters } from '../../shared/search-query.ts';
import { isStage } from '../../shared/stage.ts';
import { dayOf, useToday } from '../ui/clock.ts';
import { type Command, useOfferedCommands } from '../ui/commands.ts';
import { formatShortDay } from '../ui/format.ts';
import { closeOverlay, navigate, openOverlay, type Route } from '../ui/navigation.ts';
import { kindIcon } from '../ui/note-kinds.ts';
import { isMoreThan, shownCount } from '../ui/search/counts.ts';
import { openHit } from '../ui/search/open-hit.ts';
import { forgetSearches, useRecentSearches } from '../ui/search/recent-searches.ts';
import { plain, type Row } from '../ui/search/rows.ts';
import type { SearchState } from '../ui/search/use-search.ts';
import { type ClientNames, useClientNames, useSuggestions } from '../ui/search/use-suggestions.ts';
import { useLanguage, usePartners } from '../ui/session.ts';
import { allResultsId, type GroupId, labelFits, newNoteId, type PaletteGroup } from './rows.ts';

type FoundGroup = Extract<GroupId, SearchGroup>;

/** People and tasks lead to their client. */
const shownAmong: Readonly<Record<SearchGroup, FoundGroup>> = {
  notes: 'notes',
  clients: 'clients',
  tasks: 'clients',
  contacts: 'clients',
  handoffs: 'handoffs',
};

/** Of a client that is found by its name and by a task the better hit. */
function onePerClient(hits: readonly SearchHit[]): readonly SearchHit[] {
  const seen = new Set<string>();
  return hits.filter(({ group, clientId }) => {
    if (shownAmong[group] !== 'clients') return true;
    const isFirst = !seen.has(clientId);
    seen.add(clientId);
    return isFirst;
  });
}

/** What is offered before anything is typed, in this order. */
const firstCommands = ['quick-note', 'new-client', 'handoffs', 'settings'];
const recentClients = 5;
const recentSearches = 3;

export interface Typed {
  readonly text: string;
  readonly setText: (text: string) => void;
}

export function useGroups(typed: Typed, search: SearchState): readonly PaletteGroup[] {
  const { t } = useLingui();
  const names = useClientNames();
  const searches = useSearchRows(typed.setText);
  const found = useFoundGroups(search);
  const values = useSuggestions(typed.text, names, typed.setText);
  const commands = useOfferedCommands().filter((command) => command.isHidden !== true);
  const goOn = useWaysOn();
  const text = typed.text.trim();
  if (text === '') {
    const first = firstCommands.flatMap((id) => commands.find((command) => command.id === id) ?? []);
    return [
      { id: 'clients', label: t`Recent clients`, rows: clientRows(names) },
      { id: 'searches', label: t`Recent searches`, rows: searches },
      { id: 'commands', label: t`Commands`, rows: first.map(commandRow) },
    ];
  }
  const fitting = commands.filter(({ label }) => labelFits(label, text)).slice(0, 5);
  const isFruitless = search.found.hits.length === 0;
  return [
    ...(values === null ? [] : [values]),
    ...found,
    {
      id: 'commands',
      label: t`Commands`,
      rows: [...fitting.map(commandRow), ...(values === null ? goOn(text, isFruitless) : [])],
    },
  ];
}

function useFoundGroups({ text, found }: SearchState): readonly PaletteGroup[] {
  const { t } = useLingui();
  const hitRow = useHitRow(text);
  const group = (id: FoundGroup, label: string): PaletteGroup => {
    const own = found.hits.filter((hit) => shownAmong[hit.group] === id);
    const among = searchGroups.filter((each) => shownAmong[each] === id);
    const rows = onePerClient(own).map(hitRow);
    return { id, label, rows, ...(isMoreThan(rows.length, found, among) ? { total: shownCount(found, among) } : {}) };
  };
  return [group('notes', t`Notes`), group('clients', t`Clients`), group('handoffs', t`Handoffs`)];
}

function commandRow(command: Command): Row {
  return {
    id: `command ${command.id}`,
    icon: 'right',
    title: plain(command.label),
    ...(command.keys?.[0] === undefined ? {} : { keys: command.keys[0] }),
    run: () => {
      closeOverlay();
      command.run();
    },
  };
}

function go(route: Route): () => void {
  return () => navigate(route);
}

/** All that was found on its own page, a new note with what is typed; when nothing was found, the trash may have it. */
function useWaysOn(): (typed: string, isFruitless: boolean) => readonly Row[] {
  const { t } = useLingui();
  const today = useToday();
  return (typed, isFruitless) => {
    const words = withoutFilters(typed, today);
    const all: Row = {
      id: allResultsId,
      icon: 'search',
      title: plain(t`All results for “${typed}”`),
      keys: 'Mod+Shift+KeyF',
      run: go({ name: 'search', text: typed, group: null }),
    };
    const note: Row = {
      id: newNoteId,
      icon: 'plus',
      title: plain(words === '' ? t`New note` : t`New note “${words}”`),
      keys: 'Mod+KeyN',
      run: () => openOverlay({ name: 'quick-note', text: words }),
    };
    const trash: Row = { id: 'trash', icon: 'trash', title: plain(t`Look in the trash`), run: go({ name: 'trash' }) };
    return isFruitless ? [note, all, trash] : [all, note];
  };
}

function useSearchRows(setText: (text: string) => void): readonly Row[] {
  const { t } = useLingui();
  const texts = useRecentSearches();
  if (texts.length === 0) return [];
  return [
    ...texts.slice(0, recentSearches).map((text): Row => ({
      id: `search ${text}`,
      icon: 'past',
      title: plain(text),
      run: () => setText(text),
    })),
    { id: 'forget', icon: 'close', title: plain(t`Forget these searches`), run: () => void forgetSearches() },
  ];
}

function clientRows(names: ClientNames): readonly Row[] {
  return names.slice(0, recentClients).map(({ id, name, stage }) => ({
    id: `recent ${id}`,
    title: plain(name),
    clientId: id,
    ...(isStage(stage) ? { stage } : {}),
    run: go({ name: 'client', clientId: id }),
  }));
}

function useHitRow(text: string): (hit: SearchHit) => Row {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const partners = usePartners();
  const labelOf = ({ group, isNextStep, isOver }: SearchHit) => {
    if (group === 'contacts') return t({ message: 'Person', context: 'search' });
    if (group !== 'tasks') return undefined;
    if (isOver) return t`Done task`;
    return isNextStep ? t`Next step` : t`Task`;
  };
  return (hit) => {
    const { id, group, clientId } = hit;
    const base = { id: `${group} ${id}`, clientId, snippet: hit.snippet, run: () => openHit(hit, text) };
    if (group === 'notes') {
      const day = hit.happenedAt === null ? '' : formatShortDay(language, dayOf(new Date(hit.happenedAt)), today);
      return { ...base, icon: kindIcon(hit.kind), title: plain(hit.clientName), aside: day };
    }
    const partner = partners.find((each) => each.id === hit.partnerId)?.name ?? '';
    const label = labelOf(hit);
    return {
      ...base,
      title: hit.title,
      aside: partner,
      // A task or a person stands under the name of its client.
      ...(label === undefined ? {} : { title: plain(hit.clientName), snippetLabel: label, snippet: foundIn(hit) }),
      ...(group !== 'handoffs' && isStage(hit.stage) ? { stage: hit.stage } : { icon: 'handoff' as const }),
    };
  };
}

/** The words of a record that were found: its name, or what else it is found by. */
function foundIn({ title, snippet }: SearchHit): Excerpt {
  return title.hits.length === 0 && snippet.hits.length > 0 ? snippet : title;
}
