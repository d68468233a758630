import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Calendar } from '../ui/calendar.tsx';
import { ChipButton } from '../ui/chip.tsx';
import { dayOf, useToday } from '../ui/clock.ts';
import { formatDay, formatTime, formatWeekday } from '../ui/format.ts';
import { Popover } from '../ui/popover.tsx';
import { useLanguage } from '../ui/session.ts';
import { TextField } from '../ui/text-field.tsx';
import { instantOf, isAhead, readWhen } from './when.ts';
import styles from './when-chip.module.css';

export interface WhenChipProps {
  readonly happenedAt: string;
  readonly onChange: (happenedAt: string) => void;
}

/** When it happened: typed in one's own words or picked. */
export function WhenChip({ happenedAt, onChange }: WhenChipProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const day = dayOf(new Date(happenedAt));
  const words = `${day === today ? t`Today` : formatDay(language, happenedAt, today)}, ${formatTime(happenedAt)}`;
  return (
    <Popover
      label={t`When it happened`}
      className={styles.dialog}
      trigger={
        <ChipButton icon="calendar" aria-label={t`When it happened: ${words}`}>
          <time dateTime={happenedAt}>{words}</time>
        </ChipButton>
      }
    >
      {(close) => (
        <WhenForm
          happenedAt={happenedAt}
          onChange={(value) => {
            onChange(value);
            close();
          }}
        />
      )}
    </Popover>
  );
}

function WhenForm({ happenedAt, onChange }: WhenChipProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const [text, setText] = useState('');
  const found = text.trim() === '' ? null : readWhen(text, happenedAt);
  const shown = found ?? happenedAt;
  const moment = `${formatWeekday(language, shown, today)}, ${formatTime(shown)}`;
  const isWrong = text.trim() !== '' && found === null;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (found !== null) onChange(found);
      }}
    >
      <TextField
        label={t`When it happened`}
        isLabelHidden
        placeholder={t`yesterday 15:00`}
        value={text}
        onChange={setText}
        autoFocus
        hint={isAhead(shown) ? t`${moment}. Still ahead: the note stays a draft until then` : moment}
        error={isWrong ? t`Not understood. Try “yesterday 15:00” or “12.11”` : undefined}
        after={
          found !== null && (
            <Button look="link" size="small" type="submit">
              <Trans context="date">Set</Trans>
            </Button>
          )
        }
      />
      <Calendar
        label={t`Day`}
        value={dayOf(new Date(shown))}
        onChange={(day) => onChange(instantOf(day, formatTime(shown)))}
      />
    </form>
  );
}
