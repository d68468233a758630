import { useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import type { CallOutput } from '../../shared/contract/contract.ts';
import { type Excerpt, type SearchGroup, type SearchHit, searchGroups } from '../../shared/contract/search.ts';
import { isStage } from '../../shared/stage.ts';
import { call } from '../api.ts';
import { dayOf, useToday } from '../ui/clock.ts';
import { type Command, useOfferedCommands } from '../ui/commands.ts';
import { formatShortDay } from '../ui/format.ts';
import type { IconName } from '../ui/icon-shapes.tsx';
import { closeOverlay, navigate, openOverlay, type Route } from '../ui/navigation.ts';
import { useLanguage, usePartners } from '../ui/session.ts';
import { type GroupId, labelFits, newNoteId, plain, type Row, type RowGroup, wordsOf } from './rows.ts';
import type { SearchState } from './use-search.ts';

const noteIcons: Readonly<Record<string, IconName>> = {
  meeting: 'person',
  call: 'call',
  letter: 'mail',
  chat: 'chat',
  observation: 'eye',
};

type FoundGroup = Exclude<GroupId, 'commands'>;

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

export function useGroups(typed: string, search: SearchState): readonly RowGroup[] {
  const { t } = useLingui();
  const hitRow = useHitRow();
  const clients = useRecentClients();
  const commands = useOfferedCommands().filter((command) => command.isHidden !== true);
  const newNote = useNewNoteRow();
  if (typed.trim() === '') {
    return [
      { id: 'clients', label: t`Recent clients`, rows: clients },
      {
        id: 'commands',
        label: t`Commands`,
        rows: firstCommands
          .flatMap((id) => commands.filter((command) => command.id === id).slice(0, 1))
          .map(commandRow),
      },
    ];
  }
  const { hits, total } = search.found;
  const group = (id: FoundGroup, label: string): RowGroup => {
    const rows = onePerClient(hits.filter((hit) => shownAmong[hit.group] === id)).map(hitRow);
    const count = searchGroups.reduce((sum, each) => (shownAmong[each] === id ? sum + total[each] : sum), 0);
    return { id, label, rows, ...(count > rows.length ? { total: count } : {}) };
  };
  const fitting = commands.filter(({ label }) => labelFits(label, typed)).slice(0, 5);
  return [
    group('notes', t`Notes`),
    group('clients', t`Clients`),
    group('handoffs', t`Handoffs`),
    {
      id: 'commands',
      label: t`Commands`,
      rows: [...fitting.map(commandRow), ...newNote(typed.trim(), hits.length === 0)],
    },
  ];
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

/** «Новая заметка «витрн»»; when nothing was found, the trash may still hold it. */
function useNewNoteRow(): (typed: string, isAlone: boolean) => readonly Row[] {
  const { t } = useLingui();
  return (typed, isAlone) => {
    const note: Row = {
      id: newNoteId,
      icon: 'plus',
      title: plain(t`New note “${typed}”`),
      keys: 'Mod+KeyN',
      run: () => openOverlay({ name: 'quick-note', text: typed }),
    };
    const trash: Row = { id: 'trash', icon: 'trash', title: plain(t`Look in the trash`), run: go({ name: 'trash' }) };
    return isAlone ? [note, trash] : [note];
  };
}

function useRecentClients(): readonly Row[] {
  const [names, setNames] = useState<CallOutput<'clients.names'>['clients']>([]);
  useEffect(() => {
    call('clients.names', {}).then(
      ({ clients }) => setNames(clients),
      () => setNames([]),
    );
  }, []);
  return names.slice(0, recentClients).map(({ id, name, stage }) => ({
    id: `recent ${id}`,
    title: plain(name),
    clientId: id,
    ...(isStage(stage) ? { stage } : {}),
    run: go({ name: 'client', clientId: id }),
  }));
}

function useHitRow(): (hit: SearchHit) => Row {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const partners = usePartners();
  const labelOf = ({ group, isNextStep }: SearchHit) => {
    if (group === 'contacts') return t({ message: 'Person', context: 'search' });
    if (group !== 'tasks') return undefined;
    return isNextStep ? t`Next step` : t`Task`;
  };
  return (hit) => {
    const { id, group, clientId } = hit;
    const base = { id: `${group} ${id}`, clientId, snippet: hit.snippet };
    if (group === 'notes') {
      const day = hit.happenedAt === null ? '' : formatShortDay(language, dayOf(new Date(hit.happenedAt)), today);
      return {
        ...base,
        icon: noteIcons[hit.kind] ?? 'note',
        title: plain(hit.clientName),
        aside: day,
        run: go({ name: 'client', clientId, arrival: { noteId: id, words: wordsOf(hit) } }),
      };
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
      run: go(group === 'handoffs' ? { name: 'handoff', handoffId: id } : { name: 'client', clientId }),
    };
  };
}

/** The words of a record that were found: its name, or what else it is found by. */
function foundIn({ title, snippet }: SearchHit): Excerpt {
  return title.hits.length === 0 && snippet.hits.length > 0 ? snippet : title;
}
