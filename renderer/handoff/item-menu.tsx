import { useLingui } from '@lingui/react/macro';
import type { HandoffItem, HandoffPage } from '../../shared/contract/handoff.ts';
import { moveToWeek } from '../../shared/handoff/moves.ts';
import { handoffWeeks, weekOf } from '../../shared/handoff/plan.ts';
import { weekNames } from '../../shared/handoff/words.ts';
import { useToday } from '../ui/clock.ts';
import { formatShortDay } from '../ui/format.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu, type MenuGroup } from '../ui/menu.tsx';
import { useLanguage } from '../ui/session.ts';
import { sendToWeek } from './item-moves.ts';
import styles from './item-row.module.css';
import { whyNot } from './item-sentences.ts';
import { deleteItem } from './items.ts';
import { useAgencyCalendar } from './plan-calendar.ts';

interface ItemMenuProps {
  readonly page: HandoffPage;
  readonly item: HandoffItem;
  readonly onEdit: () => void;
  /** Goes on when nothing that is typed in the row goes with it. */
  readonly leave: (next: () => void) => void;
}

export function ItemMenu({ page, item, onEdit, leave }: ItemMenuProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const calendar = useAgencyCalendar();
  const current = weekOf(page.startOn, item.dueOn);
  const moveTo = handoffWeeks.map(({ week }) => {
    const { dueOn, refusal } = moveToWeek(page, item, week, { calendar, today });
    const isHere = week === current;
    return {
      id: `week ${week}`,
      label: weekNames[week][language],
      isChosen: isHere,
      ...(refusal === null || isHere
        ? { detail: formatShortDay(language, isHere ? item.dueOn : dueOn, today) }
        : { disabledReason: whyNot(refusal) }),
      onAction: () => leave(() => void sendToWeek(item.id, week)),
    };
  });
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
      entries: [
        {
          id: 'delete',
          label: t`Delete`,
          icon: 'trash',
          ...(item.isMandatory && { disabledReason: t`belongs to every handoff` }),
          onAction: () => void deleteItem(item),
        },
      ],
    },
  ];
  return (
    <Menu label={t`Item: ${item.title}`} groups={groups}>
      <IconButton icon="more" size="small" label={t`Menu: ${item.title}`} className={styles.menu} />
    </Menu>
  );
}
