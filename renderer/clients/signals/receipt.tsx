import { useLingui } from '@lingui/react/macro';
import type { ClientHealth, HealthLine } from '../../../shared/contract/client-health.ts';
import { Fold } from '../../ui/fold.tsx';
import { formatPoints, useReasonNames, useReasonWords } from '../../ui/health-words.ts';
import styles from './receipt.module.css';
import { useActWords } from './rule-words.ts';
import { OwnThresholds, Thresholds } from './threshold.tsx';

interface ReceiptViewProps {
  readonly clientId: string;
  readonly health: ClientHealth;
}

/** What moved since last week, what would help, and how all of it adds up. */
export function ReceiptView({ clientId, health }: ReceiptViewProps) {
  const { t } = useLingui();
  const nameOf = useReasonNames();
  const actWords = useActWords();
  const changes = health.changes.map(({ code, by }) => `${nameOf(code)}\u00a0${formatPoints(by)}`).join(', ');
  const acts = health.acts.map(actWords).join(', ');
  const isKnown = health.receipt.verdict !== 'unknown';
  return (
    <div className={styles.receipt}>
      {changes !== '' && <p>{t`Since last week: ${changes}.`}</p>}
      {changes === '' && isKnown && <p>{t`Nothing has changed since last week.`}</p>}
      <OwnThresholds thresholds={health.thresholds} />
      {acts !== '' && <p>{t`What would help: ${acts}.`}</p>}
      <Fold title={t`How it adds up`} level={3} memory="health receipt" className={styles.fold}>
        <Lines health={health} />
        <Thresholds clientId={clientId} health={health} />
      </Fold>
    </div>
  );
}

function Lines({ health: { receipt } }: { readonly health: ClientHealth }) {
  const { t } = useLingui();
  const { score, lines, cap } = receipt;
  const known = lines.filter(isMeasured).length;
  const all = lines.filter(({ code }) => !always.includes(code)).length;
  return (
    <>
      <table className={styles.lines}>
        <caption className="visually-hidden">{t`How it adds up`}</caption>
        <tbody>
          <tr>
            <th scope="row">{t`To begin with: we know nothing`}</th>
            <td>50</td>
          </tr>
          {lines.map((line) => (
            <LineRow key={line.code} line={line} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t`Together`}</th>
            <td>{score}</td>
          </tr>
        </tfoot>
      </table>
      {cap === 'signal' && <p>{t`A critical flag is open: no more than 39, and the verdict is “at risk”.`}</p>}
      {cap === 'intent' && <p>{t`They said there is no plan: no more than 39, and the verdict is “at risk”.`}</p>}
      <p>{t`From 70 on in good order, below 40 at risk. Known: ${known} of ${all} lines, three quarters are needed.`}</p>
    </>
  );
}

/** Lines that never lack data. */
const always: readonly string[] = ['next_step', 'healthy_signs', 'red_flags'];

function isMeasured({ code, isUnknown }: HealthLine): boolean {
  return !isUnknown && !always.includes(code);
}

function LineRow({ line }: { readonly line: HealthLine }) {
  const { t } = useLingui();
  const words = useReasonWords()(line);
  return (
    <tr>
      <th scope="row">{words}</th>
      <td data-sign={Math.sign(line.points)}>{line.isUnknown ? t`no data` : formatPoints(line.points)}</td>
    </tr>
  );
}
