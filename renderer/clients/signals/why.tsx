import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useId, useState } from 'react';
import type { ClientHealth, HealthReason } from '../../../shared/contract/client-health.ts';
import { subjectOf } from '../../../shared/health/reasons.ts';
import { isHealthRule, longestThreshold } from '../../../shared/health/thresholds.ts';
import { Button } from '../../ui/button.tsx';
import { formatPoints, useReasonWords } from '../../ui/health-words.ts';
import { Popover } from '../../ui/popover.tsx';
import { SavedField } from '../../ui/saved-field.tsx';
import { SnoozeForm } from '../../ui/snooze-form.tsx';
import { putOff, setThreshold } from './health-commands.ts';
import { useRecordLink } from './reason-records.ts';
import { useActNames, useRuleWords } from './rule-words.ts';
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
  const words = useReasonWords()(props.reason);
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
  const actName = useActNames();
  if (!('points' in reason)) return null;
  const points = formatPoints(reason.points);
  const act = health.acts.find(({ code }) => code === reason.code);
  const name = act === undefined ? '' : actName(act.code);
  const gain = act === undefined ? '' : formatPoints(act.by);
  const isUnknown = 'isUnknown' in reason && reason.isUnknown;
  return (
    <p className={styles.points}>
      {isUnknown ? t`Not known yet, so it does not count.` : t`Counts ${points} now.`}
      {act !== undefined && ` ${t`What would help: ${name} ${gain}.`}`}
    </p>
  );
}

function Threshold({ clientId, reason, health }: Omit<WhyProps, 'isGood'>) {
  const { t } = useLingui();
  const { code } = reason;
  const threshold = health.thresholds.find(({ rule }) => rule === code);
  if (threshold === undefined || !isHealthRule(code)) return null;
  const { days, isOwn, usual } = threshold;
  return (
    <div className={styles.threshold}>
      <SavedField
        label={t`Days for this client`}
        saved={isOwn ? String(days) : ''}
        placeholder={String(usual)}
        hint={t`Empty: ${usual}, as for everybody`}
        inputMode="numeric"
        maxLength={3}
        problemOf={(text) => (isCount(text) ? undefined : t`A number of days from 1 to 365`)}
        onSave={(text) => setThreshold(clientId, code, text === '' ? null : Number(text))}
      />
    </div>
  );
}

function isCount(text: string): boolean {
  return text === '' || (/^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= longestThreshold);
}
