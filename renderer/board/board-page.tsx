import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useDeferredValue, useEffect, useId, useLayoutEffect } from 'react';
import type { Card } from '../../shared/contract/board.ts';
import { boardStages, isBoardStage } from '../../shared/stage.ts';
import { averageSince, tenure } from '../../shared/tenure.ts';
import { Button } from '../ui/button.tsx';
import { sentenceFor } from '../ui/error-sentences.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { useKeptFocus, type WaysOn } from '../ui/kept-focus.ts';
import { openOverlay } from '../ui/navigation.ts';
import { Page } from '../ui/page.tsx';
import { useLanguage } from '../ui/session.ts';
import { useRememberedScroll, useReturningFocus } from '../ui/way-back.ts';
import { useBoardDay } from './board-day.ts';
import { useBoardCommands } from './board-commands.ts';
import styles from './board-page.module.css';
import { followBoard, loadBoard, useBoard } from './board-store.ts';
import { CardPopups } from './card-popups.tsx';
import { focusCard, putDown, recountCarry, useCarry } from './carry-store.ts';
import { CarryBar } from './carry-bar.tsx';
import { type Columns as Shown, countOf, spotOf } from './columns.ts';
import { Column } from './column.tsx';
import { EmptyBoard } from './empty-board.tsx';
import { EndedShelf } from './ended-shelf.tsx';
import { FilterChips } from './filter-chips.tsx';
import { FilterMenu } from './filter-menu.tsx';
import { onGridKeyDown } from './grid-keys.ts';
import { cancelCarry, loseCarried } from './keyboard-carry.ts';
import { isFiltered } from './lens.ts';
import { afterMoves } from './moves.ts';
import { nameInSentence } from './names.ts';
import { PastBar } from './past-bar.tsx';
import { LookBackButton } from './look-back-button.tsx';
import { usePast, usePastOfBoard } from './past-store.ts';
import { followPointer } from './pointer-carry.ts';
import { useCardReturnedTo } from './returning-card.ts';
import { sayResults } from './say-results.ts';
import { resultOf, shownColumns, tabStopOf, useShownColumns, useTabStop } from './shown.ts';
import { useFreshVerdicts } from './verdict-store.ts';
import { useCurrentView } from './view-store.ts';

export function BoardPage() {
  const { t } = useLingui();
  const status = useBoard((board) => board.status);
  const problem = useBoard((board) => board.problem);
  const clients = useBoard(({ columns }) => countOf(columns));
  const ended = useBoard(({ columns }) => columns.ended.length);
  const isPast = useBoard((board) => board.past !== null);
  const isLookingBack = usePast((past) => past.isOpen);
  const isEmpty = status === 'ready' && clients === 0 && !isPast;
  useEffect(() => followBoard(afterMoves), []);
  useEffect(sayResults, []);
  useFreshVerdicts(status === 'ready');
  useBoardCommands();
  useCardReturnedTo(status === 'ready');
  usePastOfBoard();
  useReturningFocus(status === 'ready');
  return (
    <Page
      title={t`Board`}
      meta={isEmpty ? t`empty so far` : status === 'ready' && <Meta clients={clients} />}
      actions={<Actions isEmpty={isEmpty && ended === 0 && !isLookingBack} />}
      isFilteredByPartner
      filters={<FilterChips />}
      className={styles.main}
    >
      <PastBar />
      {status === 'failed' ? (
        <EmptyState title={t`The board could not be read`} actions={<Again />}>
          {sentenceFor(problem)}
        </EmptyState>
      ) : (
        <Columns />
      )}
      {isEmpty && ended === 0 && <EmptyBoard />}
      <CarryBar />
      <CardPopups />
    </Page>
  );
}

function Meta({ clients }: { readonly clients: number }) {
  const view = useCurrentView();
  const columns = useBoard((board) => board.columns);
  const shown = useShownColumns();
  return isFiltered(view) ? resultOf(columns, shown, view) : <TenureMeta clients={clients} />;
}

/** How long clients stay: on average, and who longest. */
function TenureMeta({ clients }: { readonly clients: number }) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useBoardDay();
  // With 10,000 clients the average takes a moment, and a card that is put down does not wait for it.
  const cards = useDeferredValue(useBoard((board) => board.cards));
  const onBoard = Object.values(cards).filter(({ stage }) => isBoardStage(stage));
  const since = averageSince(
    onBoard.map(({ sinceOn }) => sinceOn),
    today,
  );
  const first = onBoard.reduce<Card | null>(
    (before, card) => (before !== null && before.sinceOn <= card.sinceOn ? before : card),
    null,
  );
  if (since === null || first === null) return null;
  const average = tenure(since, today, language);
  const longest = tenure(first.sinceOn, today, language);
  const name = nameInSentence(first.name, language);
  const count = t`${plural(clients, { one: '#\u00a0client', other: '#\u00a0clients' })}`;
  if (onBoard.length === 1) return t`${count}, ${average} with us`;
  return (
    <span title={t`Longest with us: ${name}`}>
      {t`${count}, ${average} with us on average, longest ${longest}`}
      <span className="visually-hidden">, {name}</span>
    </span>
  );
}

function Actions({ isEmpty }: { readonly isEmpty: boolean }) {
  const { t } = useLingui();
  if (isEmpty) {
    return (
      <Button look="primary" icon="plus" keys="KeyC" onPress={() => openOverlay({ name: 'new-client' })}>
        {t`Client`}
      </Button>
    );
  }
  return (
    <>
      <LookBackButton />
      <FilterMenu />
      <Button icon="plus" onPress={() => openOverlay({ name: 'new-client' })}>
        {t`Client`}
      </Button>
      <Button look="primary" icon="note" keys="KeyN" onPress={() => openOverlay({ name: 'quick-note' })}>
        {t`Note`}
      </Button>
    </>
  );
}

function Again() {
  const { t } = useLingui();
  return <Button onPress={() => void loadBoard()}>{t`Try again`}</Button>;
}

/**
 * A card that moves to another column by itself, as after an undo, is drawn anew there; one that the filter takes away
 * leaves the focus to the first card.
 */
const toSameCard: WaysOn<string> = {
  markOf: (focused) => focused.closest('[data-card]')?.getAttribute('data-card') ?? null,
  goOn: (_board, id) => {
    const shown = shownColumns();
    const next = spotOf(shown, id) === null ? tabStopOf(shown, null) : id;
    if (next !== null) focusCard(next);
  },
};

function Columns() {
  const { t } = useLingui();
  const hintId = useId();
  const status = useBoard((state) => state.status);
  const columns = useBoard((state) => state.columns);
  const isPast = useBoard((state) => state.past !== null);
  const shown = useShownColumns();
  const tabStop = useTabStop(shown);
  const { ref: board, onFocus, onBlur } = useKeptFocus<HTMLDivElement, string>(toSameCard);
  const rememberScroll = useRememberedScroll('board', status === 'ready');
  useLayoutEffect(() => rememberScroll(board.current), [board, rememberScroll]);
  useEffect(() => (board.current === null ? undefined : followPointer(board.current)), [board]);
  useKeepingUpTheHand(shown);
  // Whoever is led to another page meanwhile holds nothing any more.
  useEffect(() => putDown, []);
  const carriedBy = useCarry(({ carry }) => carry?.by);
  return (
    <div
      ref={board}
      className={styles.board}
      data-carrying={carriedBy}
      role="list"
      aria-label={t`Stages`}
      data-past={isPast ? '' : undefined}
      onKeyDown={onGridKeyDown}
      onFocus={onFocus}
      onBlur={(event) => {
        onBlur();
        onBlurWhileCarrying(event);
      }}
    >
      <p id={hintId} hidden>
        {isPast ? t`Enter opens the client as it is now` : t`Press Space to pick up`}
      </p>
      {boardStages.map((stage) => (
        <Column
          key={stage}
          stage={stage}
          ids={shown[stage]}
          total={columns[stage].length}
          tabStop={tabStop}
          hintId={hintId}
          isLoading={status === 'loading'}
        />
      ))}
      <EndedShelf ids={shown.ended} total={columns.ended.length} />
    </div>
  );
}

/** A click elsewhere while a card is held by the keyboard puts it back. */
function onBlurWhileCarrying({ relatedTarget }: React.FocusEvent): void {
  const { carry } = useCarry.getState();
  if (carry?.by !== 'keyboard' || !document.hasFocus()) return;
  const heading = relatedTarget instanceof Element ? relatedTarget.getAttribute('data-card-heading') : null;
  if (heading !== carry.clientId) cancelCarry();
}

/** The card in the hand may be deleted or moved meanwhile. */
function useKeepingUpTheHand(shown: Shown): void {
  const clientId = useCarry(({ carry }) => carry?.clientId);
  const isGone = useBoard(({ cards }) => clientId !== undefined && cards[clientId] === undefined);
  useEffect(() => {
    if (isGone) loseCarried();
    else recountCarry(shown);
  }, [isGone, shown]);
}
