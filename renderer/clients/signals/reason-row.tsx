import type { ClientHealth, HealthHint, HealthLine } from '../../../shared/contract/client-health.ts';
import { useReasonWords } from '../../ui/health-words.ts';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon-shapes.tsx';
import type { ReasonLook } from './panel-rows.ts';
import styles from './signals.module.css';
import { useWhy } from './why.tsx';

interface ReasonRowProps {
  readonly clientId: string;
  readonly reason: HealthLine | HealthHint;
  readonly look: ReasonLook;
  readonly health: ClientHealth;
}

const looks: Readonly<Record<ReasonLook, { readonly icon: IconName; readonly colour: string | undefined }>> = {
  bad: { icon: 'watch', colour: styles['neutral'] },
  hint: { icon: 'watch', colour: styles['neutral'] },
  missing: { icon: 'eye', colour: styles['missing'] },
  good: { icon: 'shield', colour: styles['green'] },
};

/** What follows from the records of the client, as one sentence. */
export function ReasonRow({ clientId, reason, look, health }: ReasonRowProps) {
  const words = useReasonWords()(reason);
  const { ask, answer } = useWhy({ clientId, reason, health, isGood: look === 'good' });
  const isRisk = look === 'bad' && health.receipt.verdict === 'risk';
  const { icon, colour } = isRisk ? { icon: 'risk' as const, colour: styles.red } : looks[look];
  return (
    <li className={styles.row}>
      <Icon name={icon} className={colour} />
      <div className={styles.words}>
        <p className={styles.sentence}>
          {words} {ask}
        </p>
        {answer}
      </div>
    </li>
  );
}
