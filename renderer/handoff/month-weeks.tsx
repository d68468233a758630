import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import type { HandoffPage } from '../../shared/contract/handoff.ts';
import { weekOf } from '../../shared/handoff/plan.ts';
import { useNavigation } from '../ui/navigation.ts';
import { useSpot } from '../ui/use-spot.ts';
import { cancelItem } from './item-carry.ts';
import { ItemCarryBar } from './item-carry-bar.tsx';
import { putItemDown, useItemCarry } from './item-carry-store.ts';
import { carryHintId } from './item-row.tsx';
import { onPlanKeyDown } from './item-keys.ts';
import { followItems } from './item-pointer.ts';
import styles from './month-weeks.module.css';
import { weekColumns } from './plan-calendar.ts';
import { WeekColumn } from './week-column.tsx';

/** The plan by weeks; its items are carried from one to another. */
export function MonthWeeks({ page }: { readonly page: HandoffPage }) {
  const { t } = useLingui();
  const columns = weekColumns(page);
  const place = useRef<HTMLDivElement>(null);
  const spot = useNavigation(({ route }) => (route.name === 'handoff' ? route.spot : undefined));
  const carried = useItemCarry(({ carry }) => carry?.itemId ?? null);
  const isRunning = page.state === 'running';
  useSpot(place, spot);
  useEffect(() => {
    const weeks = place.current;
    return weeks === null || !isRunning ? undefined : followItems(weeks);
  }, [isRunning]);
  useEffect(() => putItemDown, []);
  const isGone = carried !== null && page.items.every(({ id }) => id !== carried);
  useEffect(() => {
    if (isGone) putItemDown();
  }, [isGone]);
  return (
    <div
      className={styles.weeks}
      onKeyDown={onPlanKeyDown}
      // The keys of an item in the hand go where its words are.
      onBlur={() => {
        if (useItemCarry.getState().carry?.by === 'keyboard') cancelItem();
      }}
      ref={(element) => {
        place.current = element;
        element?.style.setProperty(
          'grid-template-columns',
          columns.map(({ days }) => `minmax(0, ${days}fr)`).join(' '),
        );
      }}
    >
      {columns.map((column) => (
        <WeekColumn
          key={column.week}
          page={page}
          column={column}
          soughtId={spot?.id ?? null}
          items={page.items.filter((item) => weekOf(page.startOn, item.dueOn) === column.week)}
        />
      ))}
      {isRunning && (
        <p id={carryHintId} hidden>
          {t`Press Space to pick up the item`}
        </p>
      )}
      <ItemCarryBar />
    </div>
  );
}
