import { useLingui } from '@lingui/react/macro';
import type { Card } from '../../shared/contract/board.ts';
import { formatShortDay } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { useLanguage } from '../ui/session.ts';
import { useBoardDay } from './board-day.ts';
import { useBoard } from './board-store.ts';
import { openCardPopup } from './card-popup-store.ts';
import styles from './next-step.module.css';

export interface NextStepProps {
  readonly card: Card;
  readonly isTabStop: boolean;
}

/** Date first: behind the words it would run into their digits ("step 2 3 Dec"). */
export function NextStep({ card, isTabStop }: NextStepProps) {
  const { t } = useLingui();
  const today = useBoardDay();
  const isPast = useBoard((board) => board.past !== null);
  const language = useLanguage();
  const { nextStep } = card;
  return (
    <div className={styles.step}>
      <Icon name="next" size={14} className={styles.arrow} />
      {nextStep === null && isPast && <p className={styles.words}>{t`no next step`}</p>}
      {nextStep === null && !isPast && (
        <button
          type="button"
          className={styles.set}
          tabIndex={isTabStop ? 0 : -1}
          onClick={(event) => openCardPopup({ kind: 'next-step', clientId: card.id, anchor: event.currentTarget })}
        >
          {t`Set the next step`}
        </button>
      )}
      {nextStep !== null && (
        <p className={styles.words} title={nextStep.title}>
          {nextStep.dueOn !== null && (
            <StepDate day={formatShortDay(language, nextStep.dueOn, today)} isOverdue={nextStep.dueOn < today} />
          )}
          {nextStep.title}
        </p>
      )}
    </div>
  );
}

function StepDate({ day, isOverdue }: { readonly day: string; readonly isOverdue: boolean }) {
  const { t } = useLingui();
  return (
    <>
      <time
        className={styles.date}
        data-overdue={isOverdue ? '' : undefined}
        {...(isOverdue ? { title: t`Overdue` } : {})}
      >
        {isOverdue && <span className="visually-hidden">{t`Overdue`} </span>}
        {day}
      </time>{' '}
    </>
  );
}
