import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { HandoffItem, HandoffPage } from '../../shared/contract/handoff.ts';
import { inReadingOrder } from '../../shared/handoff/items.ts';
import type { Week } from '../../shared/handoff/plan.ts';
import { weekNames, weekSentence } from '../../shared/handoff/words.ts';
import { useToday } from '../ui/clock.ts';
import { formatDayRange, formatShortDay } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useKeptFocus } from '../ui/kept-focus.ts';
import { useLanguage } from '../ui/session.ts';
import { useFocusBack } from '../ui/use-focus-back.ts';
import { AddItem } from './add-item.tsx';
import { useIsRunning } from './handoff-store.ts';
import { useItemCarry } from './item-carry-store.ts';
import { toItemInItsPlace } from './item-focus.ts';
import { moveOf } from './item-moves.ts';
import { ItemRow } from './item-row.tsx';
import type { WeekColumn as Column } from './plan-calendar.ts';
import styles from './week-column.module.css';

const shownAtOnce = 4;

export interface WeekColumnProps {
  readonly page: HandoffPage;
  readonly column: Column;
  readonly items: readonly HandoffItem[];
  /** One that a search led to: it is in sight as well. */
  readonly soughtId: string | null;
}

export function WeekColumn({ page, column, items, soughtId }: WeekColumnProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const isRunning = useIsRunning();
  const [isOpen, setOpen] = useState(false);
  const [isAdding, setAdding] = useState(false);
  const plus = useFocusBack(isAdding);
  const { week } = column;
  const counted = items.filter((item) => item.state !== 'not_applicable');
  const done = counted.filter((item) => item.state === 'done').length;
  const total = counted.length;
  const ordered = inReadingOrder(items, today);
  // What was ticked or opened a moment ago stays in sight, with the focus in it, though done steps fold away.
  const [touched, setTouched] = useState<readonly string[]>([]);
  const landedId = useItemCarry(({ landed }) => landed?.itemId);
  const addedIds = useItemCarry((state) => state.addedIds);
  const inSight = [soughtId, landedId, ...touched, ...addedIds];
  const rest = ordered.slice(shownAtOnce).filter(({ id }) => !inSight.includes(id));
  const folded = rest.length > 1 ? rest : [];
  const shown = isOpen ? ordered : ordered.filter((item) => !folded.includes(item));
  const name = weekNames[week][language];
  const aim = useAim(week);
  const keptFocus = useKeptFocus<HTMLElement, number>(toItemInItsPlace);
  return (
    <section className={styles.week} aria-label={name} data-week={week} data-aimed-at={aim} {...keptFocus}>
      <header className={styles.head}>
        <h2 className={styles.name} title={weekSentence(week, page.successor)[language]}>
          {name}
        </h2>
        {isRunning && (
          <IconButton
            ref={plus}
            icon="plus"
            size="small"
            label={t`Add an item to “${name}”`}
            className={styles.add}
            onPress={() => setAdding(true)}
          />
        )}
        <p className={styles.count}>{t`${done} of ${total}`}</p>
        <p className={styles.dates}>
          <Dates column={column} />
        </p>
      </header>
      {isAdding && <AddItem page={page} week={week} onEnd={() => setAdding(false)} />}
      <ul className={styles.items}>
        {shown.map((item) => (
          <ItemRow
            key={item.id}
            page={page}
            item={item}
            isCarried={isRunning}
            onTouched={() => setTouched([...touched, item.id])}
          />
        ))}
      </ul>
      {folded.length > 0 && (
        <button type="button" className={styles.fold} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <Icon name="down" className={styles.arrow} />
          {isOpen ? t`show less` : <MoreWords folded={folded} />}
        </button>
      )}
    </section>
  );
}

/** Whether the item in the hand would land here, or may not. */
function useAim(week: Week): 'taken' | 'refused' | undefined {
  return useItemCarry(({ carry }) => {
    if (carry === null || carry.to !== week || carry.from === week) return undefined;
    const refusal = moveOf(carry.itemId, week)?.refusal ?? null;
    return refusal === null ? 'taken' : 'refused';
  });
}

function MoreWords({ folded }: { readonly folded: readonly HandoffItem[] }) {
  const { t } = useLingui();
  const count = folded.length;
  if (folded.every((item) => item.state === 'done'))
    return t`${plural(count, { one: '#\u00a0more done', other: '#\u00a0more done' })}`;
  return t`${plural(count, { one: '#\u00a0more', other: '#\u00a0more' })}`;
}

function Dates({ column }: { readonly column: Column }) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const { week, firstOn, lastOn, reserveOn } = column;
  const range = formatDayRange(language, firstOn, lastOn, today);
  if (reserveOn === null || reserveOn <= lastOn) return t`Week ${week}, ${range}`;
  const reserve = formatShortDay(language, reserveOn, today);
  return t`Week ${week}, ${range}, reserve until ${reserve}`;
}
