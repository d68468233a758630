import { Trans, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { Button } from '../ui/button.tsx';
import { today as todayNow, useToday } from '../ui/clock.ts';
import { useCommands } from '../ui/commands.ts';
import { EditableDay } from '../ui/editable-day.tsx';
import { sentenceFor } from '../ui/error-sentences.ts';
import { formatWholeDay } from '../ui/format.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Icon } from '../ui/icon.tsx';
import { focusIfLost } from '../ui/lost-focus.ts';
import { useLanguage } from '../ui/session.ts';
import { useBoard } from './board-store.ts';
import { DaySlider } from './day-slider.tsx';
import styles from './past-bar.module.css';
import { changeBeside, goToDay, leavePast, openPast, usePast } from './past-store.ts';

/** Over the columns while a partner looks back: which day it is, and the ways to another one. */
export function PastBar() {
  const isOpen = usePast((past) => past.isOpen);
  return isOpen ? <OpenBar /> : null;
}

function OpenBar() {
  const { t } = useLingui();
  useCommands([{ id: 'leave-past', label: t`Back to today`, section: 'board', keys: ['Escape'], run: leavePast }]);
  const bar = useRef<HTMLElement>(null);
  const problem = usePast((past) => past.problem);
  const known = usePast((past) => past.known);
  const today = useToday();
  const isNew = known !== null && known.firstDay >= today;
  return (
    <section ref={bar} className={styles.bar} aria-label={t`Look back`}>
      <Icon name="past" />
      {isNew ? (
        <p className={styles.sentence}>
          <Trans>The history of the board begins today. From tomorrow on you can look back here.</Trans>
        </p>
      ) : (
        <Day />
      )}
      {problem !== null && (
        <p className={styles.problem} role="alert">
          {sentenceFor(problem)}
          <Button
            size="small"
            onPress={() => {
              tryAgain();
              focusIfLost(() => bar.current?.querySelector('input') ?? bar.current?.querySelector('button'));
            }}
          >
            <Trans>Try again</Trans>
          </Button>
        </p>
      )}
      {!isNew && known !== null && <Ways firstDay={known.firstDay} today={today} />}
      <Button size="small" keys="Escape" className={styles.leave} onPress={leavePast}>
        <Trans>Today</Trans>
      </Button>
    </section>
  );
}

function tryAgain(): void {
  const { known, day } = usePast.getState();
  if (known === null) void openPast();
  else goToDay(day);
}

/** The words name the day whose cards are shown, the slider may be ahead of them for a moment. */
function Day() {
  const { t } = useLingui();
  const language = useLanguage();
  const shown = useBoard((board) => board.past?.day ?? null);
  const isEmpty = useBoard((board) => board.past !== null && Object.keys(board.cards).length === 0);
  const day = shown === null ? '' : formatWholeDay(language, shown);
  return (
    <p className={styles.sentence}>
      {shown === null ? (
        <Trans>As it stands today</Trans>
      ) : (
        <Trans>
          As it stood on{' '}
          <EditableDay
            label={t`Day of the board`}
            value={shown}
            placeholder={day}
            max={todayNow()}
            className={styles.day}
            onCommit={choose}
          >
            {day}
          </EditableDay>
        </Trans>
      )}
      {isEmpty && (
        <span className={styles.aside}>
          {' '}
          <Trans>nobody was there yet</Trans>
        </span>
      )}
    </p>
  );
}

async function choose(day: string | null): Promise<boolean> {
  if (day !== null) goToDay(day);
  return true;
}

function Ways({ firstDay, today }: { readonly firstDay: string; readonly today: string }) {
  const { t } = useLingui();
  const day = usePast((past) => past.day);
  const before = usePast((past) => changeBeside(past, -1));
  const after = usePast((past) => changeBeside(past, 1));
  const stageDays = usePast((past) => past.known?.stageDays ?? noDays);
  return (
    <div className={styles.ways}>
      <IconButton
        icon="left"
        size="small"
        label={t`To the change before`}
        isDisabled={before === null}
        onPress={() => before !== null && goToDay(before)}
      />
      <DaySlider firstDay={firstDay} lastDay={today} day={day} marks={stageDays} onChange={goToDay} />
      <IconButton
        icon="right"
        size="small"
        label={t`To the next change`}
        isDisabled={after === null && day === todayNow()}
        onPress={() => goToDay(after ?? todayNow())}
      />
    </div>
  );
}

const noDays: readonly string[] = [];
