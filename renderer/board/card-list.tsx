import { Fragment, useCallback, useEffect, useRef } from 'react';
import type { BoardStage } from '../../shared/stage.ts';
import { useRememberedScroll } from '../ui/way-back.ts';
import styles from './card-list.module.css';
import { useBoard } from './board-store.ts';
import { CardView } from './card-view.tsx';
import { useCarry } from './carry-store.ts';
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
  const dropGap = useDropGap(stage, ids);
  const current = useCarry((carry) => carry.current);
  const carried = useCarry(({ carry }) => carry?.clientId);
  const beside = dropGap === null ? undefined : (ids[dropGap] ?? ids.at(-1));
  const { rows, isWindowed } = useWindowing(list, ids, [current, carried, tabStop, beside]);
  return (
    <ul
      ref={listRef}
      className={styles.list}
      aria-label={label}
      data-card-list={stage}
      data-windowed={isWindowed ? '' : undefined}
    >
      {rows.map((row) =>
        row.kind === 'space' ? (
          <li key={row.key} aria-hidden="true" style={{ height: row.height }} className={styles.space} />
        ) : (
          <Fragment key={row.id}>
            {dropGap === row.index && <DropLine />}
            <li
              className={styles.item}
              data-index={row.index}
              data-client-id={row.id}
              {...(isWindowed ? { 'aria-posinset': row.index + 1, 'aria-setsize': ids.length } : {})}
            >
              <CardView clientId={row.id} isTabStop={row.id === tabStop} hintId={hintId} />
            </li>
          </Fragment>
        ),
      )}
      {dropGap === ids.length && <DropLine />}
    </ul>
  );
}

/** The gap in which the carried card would land; null where it would change nothing, or may not. */
function useDropGap(stage: BoardStage, ids: readonly string[]): number | null {
  const carry = useCarry((state) => (state.carry?.to?.stage === stage ? state.carry : null));
  const isSorted = useView(({ sorting }) => sorting !== 'own');
  if (carry === null || carry.to === null) return null;
  const { from, to, clientId } = carry;
  if (from.stage === stage && (isSorted || from.index === to.index)) return null;
  const source = ids.indexOf(clientId);
  return source >= 0 && to.index >= source ? to.index + 1 : to.index;
}

function DropLine() {
  const line = useRef<HTMLLIElement>(null);
  const byKey = useCarry(({ carry }) => carry?.by === 'keyboard');
  useEffect(() => {
    if (byKey) line.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [byKey]);
  return <li ref={line} className={styles.line} aria-hidden="true" />;
}
