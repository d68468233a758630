import { useLingui } from '@lingui/react/macro';
import type { Command } from './commands.ts';
import { useNavigation } from './navigation.ts';
import { useSession } from './session.ts';

export type KeyRow = Pick<Command, 'id' | 'label' | 'section' | 'keys'>;

/** The keys that are no commands, because the grid of cards, a note or the editor has them while it has the focus. */
export function useKeysOfPlaces(): readonly KeyRow[] {
  const { t } = useLingui();
  const place = useNavigation((navigation) => navigation.route.name);
  const areSingleKeysOn = useSession((session) => session.areSingleKeysOn);
  const onBoard: readonly KeyRow[] = [
    {
      id: 'to-card',
      label: t`To another card`,
      section: 'board',
      keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'],
    },
    { id: 'to-end', label: t`To the first or last card`, section: 'board', keys: ['Home', 'End'] },
    { id: 'open-card', label: t`Open the client`, section: 'board', keys: ['Enter'] },
    { id: 'pick-up', label: t`Pick up the card, put it down`, section: 'board', keys: ['Space'] },
    {
      id: 'move-beside',
      label: t`Move one column`,
      section: 'board',
      keys: ['Alt+Shift+ArrowLeft', 'Alt+Shift+ArrowRight'],
    },
  ];
  const onClient: readonly KeyRow[] = [
    {
      id: 'edit-note',
      label: t({ message: 'Edit the note', context: 'key' }),
      section: 'note',
      keys: areSingleKeysOn ? ['KeyE'] : [],
    },
    { id: 'delete-note', label: t`Delete the note`, section: 'note', keys: ['Delete'] },
    {
      id: 'note-kind',
      label: t`Kind of the note, the first to the fifth`,
      section: 'note',
      keys: ['Alt+Digit1', 'Alt+Digit5'],
    },
  ];
  const onHandoff: readonly KeyRow[] = [
    { id: 'pick-up-item', label: t`Pick up the item, put it down`, section: 'handoff', keys: ['Space'] },
    {
      id: 'item-to-week',
      label: t`With it to another week`,
      section: 'handoff',
      keys: ['ArrowLeft', 'ArrowRight'],
    },
  ];
  return [
    ...(place === 'board' ? onBoard : []),
    ...(place === 'handoff' ? onHandoff : []),
    ...(place === 'client' ? onClient : []),
    { id: 'task-box', label: t`Tick the task in the text`, section: 'note', keys: ['Mod+Shift+KeyX'] },
    { id: 'done', label: t`Done with the note or form`, section: 'edit', keys: ['Mod+Enter'] },
    { id: 'notices', label: t`To the notice and back`, section: 'view', keys: ['F6'] },
  ];
}
