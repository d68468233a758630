import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useId, useState } from 'react';
import type { ClientHealth, HealthReason } from '../../../shared/contract/client-health.ts';
import { subjectOf } from '../../../shared/health/reasons.ts';
import { Button } from '../../ui/button.tsx';
import { formatPoints, useShortReasonWords } from '../../ui/health-words.ts';
import { Popover } from '../../ui/popover.tsx';
import { SnoozeForm } from '../../ui/snooze-form.tsx';
import { putOff } from './health-commands.ts';
import { useRecordLink } from './reason-records.ts';
import { useActWords, useRuleWords } from './rule-words.ts';
import { ThresholdField } from './threshold.tsx';
import styles from './why.module.css';

export interface WhyProps {
  readonly clientId: string;
  readonly reason: HealthReason;
  readonly health: ClientHealth;
  /** What is well needs no putting off. */
  readonly isGood?: boolean;
}

export interface WhyParts {
  /** The button, in the line of what it asks about. */
  readonly ask: ReactNode;
  /** By what rule a reason counts, how much, and what can be done about it. */
  readonly answer: ReactNode;
}

/** “Why?” beside a reason, and what it reveals under it. */
export function useWhy(props: WhyProps): WhyParts {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const words = useShortReasonWords()(props.reason);
  return {
    ask: (
      <Button
        look="link"
        size="small"
        className={styles.ask}
        aria-label={t`Why? ${words}`}
        aria-expanded={isOpen}
        aria-controls={id}
        onPress={() => setOpen(!isOpen)}
      >
        {t`Why?`}
      </Button>
    ),
    answer: (
      <div id={id} hidden={!isOpen} className={styles.answer}>
        {isOpen && <Answer {...props} />}
      </div>
    ),
  };
}

function Answer({ clientId, reason, health, isGood = false }: WhyProps) {
  const { t } = useLingui();
  const rule = useRuleWords()(reason);
  const link = useRecordLink()(reason, { clientId, lastTouchId: health.lastTouchId });
  return (
    <>
      <p>{rule}</p>
      <Points reason={reason} health={health} />
      <Threshold clientId={clientId} reason={reason} health={health} />
      <div className={styles.actions}>
        {link !== null && (
          <Button size="small" onPress={link.open}>
            {link.words}
          </Button>
        )}
        {!isGood && (
          <Popover label={t`Put off`} trigger={<Button size="small" look="quiet">{t`Put off…`}</Button>}>
            {(close) => (
              <SnoozeForm
                terms={terms}
                firstTerm="two_weeks"
                onSnooze={(untilOn, why) => putOff(clientId, subjectOf(reason), untilOn, why)}
                onDone={close}
              />
            )}
          </Popover>
        )}
      </div>
    </>
  );
}

const terms = ['two_weeks', 'four_weeks', 'eight_weeks'] as const;

function Points({ reason, health }: Pick<WhyProps, 'reason' | 'health'>) {
  const { t } = useLingui();
  const actWords = useActWords();
  if (!('points' in reason)) return null;
  const points = formatPoints(reason.points);
  const act = health.acts.find(({ code }) => code === reason.code);
  const words = act === undefined ? '' : actWords(act);
  const isUnknown = 'isUnknown' in reason && reason.isUnknown;
  return (
    <p className={styles.points}>
      {isUnknown ? t`Not known yet, so it does not count.` : t`Counts ${points} now.`}
      {act !== undefined && ` ${t`What would help: ${words}.`}`}
    </p>
  );
}

function Threshold({ clientId, reason, health }: Omit<WhyProps, 'isGood'>) {
  const { t } = useLingui();
  const threshold = health.thresholds.find(({ rule }) => rule === reason.code);
  if (threshold === undefined) return null;
  return (
    <div className={styles.threshold}>
      <ThresholdField clientId={clientId} threshold={threshold} label={t`Days for this client`} />
    </div>
  );
}
