import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { HandoffItem, HandoffPage } from '../../shared/contract/handoff.ts';
import { isOverdue } from '../../shared/handoff/items.ts';
import { moveToWeek } from '../../shared/handoff/moves.ts';
import { handoffWeeks, weekOf } from '../../shared/handoff/plan.ts';
import { weekNames } from '../../shared/handoff/words.ts';
import { call } from '../api.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { useToday } from '../ui/clock.ts';
import { formatShortDay } from '../ui/format.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu, type MenuGroup } from '../ui/menu.tsx';
import { useLanguage } from '../ui/session.ts';
import { useFocusBack } from '../ui/use-focus-back.ts';
import { EvidenceForm } from './evidence-form.tsx';
import { change, useIsRunning } from './handoff-store.ts';
import { ItemEditor } from './item-editor.tsx';
import styles from './item-row.module.css';
import { deleteItem } from './items.ts';
import { agencyCalendar } from './plan-calendar.ts';
import { SideMark } from './side-mark.tsx';
import { sideWord } from './words.ts';

export interface ItemRowProps {
  readonly page: HandoffPage;
  readonly item: HandoffItem;
}

interface RowProps extends ItemRowProps {
  readonly onTouched: () => void;
}

/** One step: a box to tick, its words, who and when. Enter or a click on the words edits it where it stands. */
export function ItemRow({ page, item, onTouched }: RowProps) {
  const { t } = useLingui();
  const isRunning = useIsRunning();
  const [mode, setMode] = useState<'shown' | 'edited' | 'proved'>('shown');
  const title = useFocusBack(mode !== 'shown');
  const isDone = item.state === 'done';
  const end = () => setMode('shown');

  const tick = (isSelected: boolean) => {
    onTouched();
    if (isSelected && item.isMandatory && item.evidence.trim() === '') {
      setMode('proved');
      return;
    }
    const state = isSelected ? 'done' : 'todo';
    void change((commandId) => call('handoff.editItem', { commandId, itemId: item.id, state }));
  };

  if (mode === 'edited') {
    return (
      <li>
        <ItemEditor page={page} item={item} onEnd={end} />
      </li>
    );
  }
  return (
    <li className={styles.item} data-item={item.id} data-done={isDone ? '' : undefined} data-state={item.state}>
      <div className={styles.row}>
        <Checkbox isSelected={isDone} onChange={tick} isReadOnly={!isRunning} aria-label={item.title} />
        <div className={styles.words}>
          {isRunning ? (
            <button
              ref={title}
              type="button"
              className={styles.title}
              aria-label={t`Edit: ${item.title}`}
              onClick={() => setMode('edited')}
            >
              {item.title}
            </button>
          ) : (
            <p className={styles.title}>{item.title}</p>
          )}
          <Facts item={item} />
        </div>
        {isRunning && <ItemMenu page={page} item={item} onEdit={() => setMode('edited')} />}
      </div>
      {mode === 'proved' && <EvidenceForm page={page} item={item} onEnd={end} />}
    </li>
  );
}

function Facts({ item }: { readonly item: HandoffItem }) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const due = formatShortDay(language, item.dueOn, today);
  const who = [sideWord(item.side), item.person].filter((part) => part !== '').join(', ');
  const isLate = isOverdue(item, today);
  return (
    <p className={styles.facts}>
      <SideMark side={item.side} />
      <span data-late={isLate ? '' : undefined}>{isLate ? t`${who}, was due ${due}` : `${who}, ${due}`}</span>
      {item.state === 'blocked' && <span className={styles.state}>{t`blocked`}</span>}
      {item.state === 'doing' && <span className={styles.state}>{t`in work`}</span>}
      {item.state === 'not_applicable' && <span className={styles.state}>{t`does not apply`}</span>}
    </p>
  );
}

interface ItemMenuProps extends ItemRowProps {
  readonly onEdit: () => void;
}

function ItemMenu({ page, item, onEdit }: ItemMenuProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const current = weekOf(page.startOn, item.dueOn);
  const moveTo = handoffWeeks.map(({ week }) => ({
    id: `week ${week}`,
    label: weekNames[week][language],
    isChosen: week === current,
    onAction: () => {
      const { dueOn } = moveToWeek(page, item, week, agencyCalendar());
      if (week !== current) void change((commandId) => call('handoff.editItem', { commandId, itemId: item.id, dueOn }));
    },
  }));
  const groups: readonly MenuGroup[] = [
    {
      id: 'step',
      entries: [
        { id: 'edit', label: t`Edit the item`, icon: 'note', onAction: onEdit },
        { id: 'move', label: t`Move to week…`, icon: 'calendar', submenu: [{ id: 'weeks', entries: moveTo }] },
      ],
    },
    {
      id: 'away',
      entries: [{ id: 'delete', label: t`Delete`, icon: 'trash', onAction: () => void deleteItem(item) }],
    },
  ];
  return (
    <Menu label={t`Item: ${item.title}`} groups={groups}>
      <IconButton icon="more" size="small" label={t`Menu: ${item.title}`} className={styles.menu} />
    </Menu>
  );
}
