import { useLingui } from '@lingui/react/macro';
import { useId } from 'react';
import type { ClientHealth } from '../../../shared/contract/client-health.ts';
import { type HealthRule, longestThreshold } from '../../../shared/health/thresholds.ts';
import { useToday } from '../../ui/clock.ts';
import { formatSince } from '../../ui/format.ts';
import { SavedField } from '../../ui/saved-field.tsx';
import { useLanguage } from '../../ui/session.ts';
import { setThreshold } from './health-commands.ts';
import styles from './receipt.module.css';

type Threshold = ClientHealth['thresholds'][number];

interface ThresholdFieldProps {
  readonly clientId: string;
  readonly threshold: Threshold;
  readonly label: string;
}

/** The days of a rule for this client; emptied, they are those of everybody. */
export function ThresholdField({ clientId, threshold, label }: ThresholdFieldProps) {
  const { t } = useLingui();
  const { rule, days, isOwn, usual } = threshold;
  return (
    <SavedField
      label={label}
      saved={isOwn ? String(days) : ''}
      placeholder={String(usual)}
      hint={isOwn ? t`Set for this client. Empty: ${usual}, as for everybody` : t`Empty: ${usual}, as for everybody`}
      inputMode="numeric"
      maxLength={3}
      problemOf={(text) => (isCount(text) ? undefined : t`A number of days from 1 to 365`)}
      onSave={(text) => setThreshold(clientId, rule, text === '' ? null : Number(text))}
    />
  );
}

function isCount(text: string): boolean {
  return text === '' || (/^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= longestThreshold);
}

interface ThresholdsProps {
  readonly clientId: string;
  readonly health: ClientHealth;
}

/** Those of the lines that count at this stage, also where nothing speaks against the client. */
export function Thresholds({ clientId, health: { receipt, thresholds } }: ThresholdsProps) {
  const { t } = useLingui();
  const id = useId();
  const labels = useThresholdLabels();
  const counted = thresholds.filter(({ rule }) => receipt.lines.some(({ code }) => code === rule));
  if (counted.length === 0) return null;
  return (
    <div role="group" aria-labelledby={id} className={styles.thresholds}>
      <p id={id} className={styles.title}>{t`Days for this client`}</p>
      {counted.map((threshold) => (
        <ThresholdField key={threshold.rule} clientId={clientId} threshold={threshold} label={labels[threshold.rule]} />
      ))}
    </div>
  );
}

function useThresholdLabels(): Readonly<Record<HealthRule, string>> {
  const { t } = useLingui();
  return {
    rhythm: t({ message: 'Between contacts', context: 'days' }),
    report: t({ message: 'Between reports', context: 'days' }),
    ideas: t({ message: 'For an idea', context: 'days' }),
    intent: t({ message: 'An answer about plans holds', context: 'days' }),
  };
}

/** Where days are not those of everybody, since when. */
export function OwnThresholds({ thresholds }: { readonly thresholds: readonly Threshold[] }) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  return thresholds.map(({ rule, days, isOwn, changedOn }) => {
    if (!isOwn || changedOn === null) return null;
    const since = formatSince(language, changedOn, today);
    const words: Readonly<Record<HealthRule, string>> = {
      rhythm: t`Days of contact: ${days} ${since}.`,
      report: t`Days of the report: ${days} ${since}.`,
      ideas: t`Days of ideas: ${days} ${since}.`,
      intent: t`Days of the answer about plans: ${days} ${since}.`,
    };
    return <p key={rule}>{words[rule]}</p>;
  });
}
