import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react';
import type { BoardStage } from '../../shared/stage.ts';
import { useRememberedScroll } from '../ui/way-back.ts';
import styles from './card-list.module.css';
import { useBoard } from './board-store.ts';
import { forgetCardsIn, heightOfGap } from './card-spans.ts';
import { CardView } from './card-view.tsx';
import { type Carry, useCarry } from './carry-store.ts';
import { promisedSpot } from './held-card.ts';
import { type Slide, slideAlong } from '../ui/slide.ts';
import { useView } from './view-store.ts';
import { useWindowing } from './windowing.ts';

export interface CardListProps {
  readonly stage: BoardStage;
  readonly ids: readonly string[];
  readonly label: string;
  readonly tabStop: string | null;
  readonly hintId: string;
}

/** The cards of one column; it scrolls by itself. */
export function CardList({ stage, ids, label, tabStop, hintId }: CardListProps) {
  const list = useRef<HTMLUListElement>(null);
  const isReady = useBoard((board) => board.status === 'ready');
  const rememberScroll = useRememberedScroll(`board ${stage}`, isReady);
  const listRef = useCallback(
    (element: HTMLUListElement | null) => {
      list.current = element;
      return rememberScroll(element);
    },
    [rememberScroll],
  );
  const current = useCarry((carry) => carry.current);
  const carried = useCarry(({ carry }) => carry?.clientId);
  const beside = useBeside(stage, ids);
  const { rows, isWindowed, isLong, measured } = useWindowing(list, ids, [current, carried, tabStop, beside]);
  return (
    <ul
      ref={listRef}
      className={styles.list}
      aria-label={label}
      data-card-list={stage}
      data-long={isLong ? '' : undefined}
    >
      {rows.map((row) =>
        row.kind === 'space' ? (
          <li key={row.key} aria-hidden="true" style={{ height: row.height }} className={styles.space} />
        ) : (
          <li
            key={row.id}
            className={styles.item}
            data-index={row.index}
            data-client-id={row.id}
            {...(isWindowed ? { 'aria-posinset': row.index + 1, 'aria-setsize': ids.length } : {})}
          >
            <CardView clientId={row.id} isTabStop={row.id === tabStop} hintId={hintId} />
          </li>
        ),
      )}
      {carried !== undefined && <DropLine list={list} stage={stage} ids={ids} measured={measured} />}
    </ul>
  );
}

interface Places {
  readonly stage: BoardStage;
  readonly ids: readonly string[];
  /** A sorted column has its own order: nothing is put into place by hand. */
  readonly isSorted: boolean;
}

/** The gap in which the carried card would land; null where it would change nothing, or may not. */
function gapOf({ carry }: { readonly carry: Carry | null }, { stage, ids, isSorted }: Places): number | null {
  const to = promisedSpot(carry);
  if (carry === null || to?.stage !== stage) return null;
  const { from, clientId } = carry;
  if (from.stage === stage && (isSorted || from.index === to.index)) return null;
  const source = ids.indexOf(clientId);
  return source >= 0 && to.index >= source ? to.index + 1 : to.index;
}

/** The card beside the gap that the keyboard has moved to, which may lie out of sight. The pointer is where one sees it. */
function useBeside(stage: BoardStage, ids: readonly string[]): string | undefined {
  const isSorted = useView(({ sorting }) => sorting !== 'own');
  return useCarry((state) => {
    const gap = state.carry?.by === 'keyboard' ? gapOf(state, { stage, ids, isSorted }) : null;
    return gap === null ? undefined : (ids[gap] ?? ids.at(-1));
  });
}

interface DropLineProps {
  readonly list: RefObject<HTMLElement | null>;
  readonly stage: BoardStage;
  readonly ids: readonly string[];
  readonly measured: number;
}

/** In pixels: above the edge of the list, which cuts it off. Showing and hiding would make the browser sort layers. */
const outOfSight = -100;
/** In pixels: further than the longest column. */
const reach = { from: outOfSight, to: 4_000_000 };

/**
 * Lies over the gap and moves without the cards: while one is carried, neither is the list laid out anew nor is anything
 * drawn by React.
 */
function DropLine({ list, stage, ids, measured }: DropLineProps) {
  const line = useRef<HTMLLIElement>(null);
  const isSorted = useView(({ sorting }) => sorting !== 'own');
  // The keyboard may lead where the cards beside the gap are drawn only now.
  const gapByKey = useCarry((state) =>
    state.carry?.by === 'keyboard' ? gapOf(state, { stage, ids, isSorted }) : null,
  );
  const slide = useRef<Slide>(null);
  useLayoutEffect(() => {
    if (line.current === null) return undefined;
    slide.current = slideAlong(line.current, 'y', reach);
    return slide.current.stop;
  }, []);
  useLayoutEffect(() => {
    const follow = (state: { readonly carry: Carry | null }) => {
      const gap = gapOf(state, { stage, ids, isSorted });
      if (list.current !== null) slide.current?.to(gap === null ? outOfSight : heightOfGap(list.current, gap) - 1);
    };
    if (list.current !== null) forgetCardsIn(list.current);
    follow(useCarry.getState());
    return useCarry.subscribe(follow);
  }, [list, stage, ids, isSorted, gapByKey, measured]);
  useLayoutEffect(() => {
    if (gapByKey !== null) line.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [gapByKey, measured]);
  return <li ref={line} className={styles.line} aria-hidden="true" />;
}
