import type { HealthReason } from '../../shared/contract/client-health.ts';
import { useReasonWords, useVerdictWords } from '../ui/health-words.ts';
import { Icon } from '../ui/icon.tsx';
import { useBoard } from './board-store.ts';
import styles from './health-line.module.css';
import { useVerdicts } from './verdict-store.ts';

/** The worst reason, when somebody should look at the client; of the past nothing is known. */
export function HealthLine({ clientId, id }: { readonly clientId: string; readonly id: string }) {
  const verdict = useVerdicts(({ verdicts }) => verdicts?.[clientId]);
  if (verdict === undefined || verdict.worst === null) return null;
  return <Reason id={id} verdict={verdict.verdict} reason={verdict.worst} lang={verdict.language} />;
}

interface ReasonProps {
  readonly id: string;
  readonly verdict: 'watch' | 'risk';
  readonly reason: HealthReason;
  /** Of the client's words, where they are the reason. */
  readonly lang: string | undefined;
}

function Reason({ id, verdict, reason, lang }: ReasonProps) {
  const isPast = useBoard((board) => board.past !== null);
  const words = useReasonWords()(reason);
  const meaning = useVerdictWords()[verdict];
  if (isPast) return null;
  return (
    <p id={id} className={styles.line} data-verdict={verdict} title={words}>
      <Icon name={verdict} size={14} />
      <span className="visually-hidden">{meaning}: </span>
      <span className={styles.words} lang={lang}>
        {words}
      </span>
    </p>
  );
}
