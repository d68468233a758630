import { useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import type { CallOutput } from '../../shared/contract/contract.ts';
import type { SearchHit } from '../../shared/contract/notes.ts';
import { isStage } from '../../shared/stage.ts';
import { call } from '../api.ts';
import { dayOf, useToday } from '../ui/clock.ts';
import { type Command, useOfferedCommands } from '../ui/commands.ts';
import { formatShortDay } from '../ui/format.ts';
import type { IconName } from '../ui/icon-shapes.tsx';
import { closeOverlay, navigate, openOverlay, type Route } from '../ui/navigation.ts';
import { useLanguage, usePartners } from '../ui/session.ts';
import { labelFits, newNoteId, plain, type Row, type RowGroup, wordsOf } from './rows.ts';
import type { SearchState } from './use-search.ts';

const noteIcons: Readonly<Record<string, IconName>> = {
  meeting: 'person',
  call: 'call',
  letter: 'mail',
  chat: 'chat',
  observation: 'eye',
};

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
  const group = (id: SearchHit['group'], label: string): RowGroup => {
    const rows = hits.filter((hit) => hit.group === id).map(hitRow);
    return { id, label, rows, ...(total[id] > rows.length ? { total: total[id] } : {}) };
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
  const labels: Readonly<Record<string, string>> = {
    next_step: t`Next step`,
    task: t`Task`,
    contact: t({ message: 'Person', context: 'search' }),
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
    const label = labels[hit.kind];
    return {
      ...base,
      title: hit.title,
      aside: partner,
      ...(label === undefined ? {} : { snippetLabel: label }),
      ...(group === 'clients' && isStage(hit.stage) ? { stage: hit.stage } : { icon: 'handoff' as const }),
      run: go(group === 'clients' ? { name: 'client', clientId } : { name: 'handoff', handoffId: id }),
    };
  };
}
