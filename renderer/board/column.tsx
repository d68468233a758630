import { useLingui } from '@lingui/react/macro';
import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { BoardStage } from '../../shared/stage.ts';
import { Curve } from '../ui/curve.tsx';
import { Glyph } from '../ui/glyph.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { openOverlay } from '../ui/navigation.ts';
import { usePartner } from '../ui/session.ts';
import { useStageWords } from '../ui/stage-words.ts';
import { useBoard } from './board-store.ts';
import { CardList } from './card-list.tsx';
import { type Carry, useCarry } from './carry-store.ts';
import { ColumnSkeleton } from './column-skeleton.tsx';
import { promisedSpot } from './held-card.ts';
import { isFiltered } from './lens.ts';
import styles from './column.module.css';
import { useStageSentence } from './stage-sentences.ts';
import { useCurrentView } from './view-store.ts';

export interface ColumnProps {
  readonly stage: BoardStage;
  /** The cards that are shown. */
  readonly ids: readonly string[];
  /** All that stand here, also those the filter hides. */
  readonly total: number;
  readonly tabStop: string | null;
  readonly hintId: string;
  readonly isLoading: boolean;
}

export function Column({ stage, ids, total, tabStop, hintId, isLoading }: ColumnProps) {
  const { t } = useLingui();
  const words = useStageWords();
  const isPast = useBoard((board) => board.past !== null);
  const column = useRef<HTMLElement>(null);
  useAimMark(column, stage);
  const { label, hint, tooltip, prepositional: where } = words(stage);
  const shown = ids.length;
  const count = isLoading ? '' : shown === total ? String(total) : t`${shown} of ${total}`;
  return (
    <div role="listitem" className={styles.slot}>
      <Curve stage={stage} />
      <section ref={column} className={styles.column} aria-labelledby={`column-${stage}`} data-stage={stage}>
        <header className={styles.head}>
          <Glyph stage={stage} />
          <h2 id={`column-${stage}`} className={styles.name} title={tooltip}>
            <span className={styles.label}>{label}</span> <span className={styles.count}>{count}</span>
          </h2>
          {!isPast && (
            <IconButton
              icon="plus"
              size="small"
              label={t`New client ${where}`}
              className={styles.add}
              onPress={() => openOverlay({ name: 'new-client', stage })}
            />
          )}
        </header>
        <p className={styles.hint}>{hint}</p>
        <CardList stage={stage} ids={ids} label={label} tabStop={tabStop} hintId={hintId} />
        {isLoading && <ColumnSkeleton />}
        {shown === 0 && !isLoading && <EmptyColumn stage={stage} total={total} />}
      </section>
    </div>
  );
}

/** Nobody whom the filter leaves is here, or nobody at all: then one sentence says who belongs here. */
function EmptyColumn({ stage, total }: { readonly stage: BoardStage; readonly total: number }) {
  const { t } = useLingui();
  const view = useCurrentView();
  const partner = usePartner(view.partnerId);
  const sentence = useStageSentence(stage);
  if (total === 0) return <p className={styles.empty}>{sentence}</p>;
  const isByPartnerAlone = partner !== null && !isFiltered({ ...view, partnerId: null });
  const name = partner?.name ?? '';
  return (
    <p className={styles.nobody}>
      {isByPartnerAlone ? t`None of ${name}’s clients are here` : t`Nobody here passes the filter`}
    </p>
  );
}

/** Many times a second while a card is carried, so nothing is drawn for it by React. */
function useAimMark(column: RefObject<HTMLElement | null>, stage: BoardStage): void {
  useLayoutEffect(() => {
    const mark = ({ carry }: { readonly carry: Carry | null }) =>
      column.current?.toggleAttribute('data-aimed-at', promisedSpot(carry)?.stage === stage);
    mark(useCarry.getState());
    return useCarry.subscribe(mark);
  }, [column, stage]);
}
