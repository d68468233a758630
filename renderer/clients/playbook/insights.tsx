import { useLingui } from '@lingui/react/macro';
import { InsightForm } from './insight-form.tsx';
import { InsightRow } from './insight-row.tsx';
import type { PartProps } from './part-props.ts';
import styles from './playbook.module.css';
import { RecordList } from './record-list.tsx';

/** What we told the client without being asked: ideas, the problem behind the small tasks, limits. */
export function Insights({ page, playbook }: PartProps) {
  const { t } = useLingui();
  return (
    <RecordList
      lead={t`An idea, the problem behind small tasks, a limit told in time: what we bring without being asked.`}
      isEmpty={playbook.insights.length === 0}
      add={t`Add an insight`}
      formLabel={t`New insight`}
      form={(close) => <InsightForm clientId={page.card.id} onDone={close} />}
    >
      <ul className={styles.rows}>
        {playbook.insights.map((insight) => (
          <InsightRow key={insight.id} page={page} playbook={playbook} insight={insight} />
        ))}
      </ul>
    </RecordList>
  );
}

/** «2 из 5 приняты». */
export function InsightsSummary({ playbook }: Pick<PartProps, 'playbook'>) {
  const { t } = useLingui();
  const total = playbook.insights.length;
  const accepted = playbook.insights.filter(({ state }) => state === 'accepted').length;
  return <>{total === 0 ? t`none yet` : t`${accepted} of ${total} accepted`}</>;
}
