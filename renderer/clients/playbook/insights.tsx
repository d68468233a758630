import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '../../ui/button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { InsightForm } from './insight-form.tsx';
import { InsightRow } from './insight-row.tsx';
import type { PartProps } from './part-props.ts';
import styles from './playbook.module.css';

/** What we told the client without being asked: ideas, the problem behind the small tasks, limits. */
export function Insights({ page, playbook }: PartProps) {
  const { t } = useLingui();
  return (
    <>
      {playbook.insights.length === 0 && (
        <p className={styles.quiet}>
          <Trans>
            An idea, the problem behind small tasks, a limit told in time: what we bring without being asked.
          </Trans>
        </p>
      )}
      <ul className={styles.rows}>
        {playbook.insights.map((insight) => (
          <InsightRow key={insight.id} page={page} playbook={playbook} insight={insight} />
        ))}
      </ul>
      <Popover
        label={t`New insight`}
        placement="bottom start"
        trigger={
          <Button look="link" icon="plus" className={styles.add} data-adds="insight">
            <Trans>Add an insight</Trans>
          </Button>
        }
      >
        {(close) => <InsightForm clientId={page.card.id} onDone={close} />}
      </Popover>
    </>
  );
}

/** «2 из 5 приняты». */
export function InsightsSummary({ playbook }: Pick<PartProps, 'playbook'>) {
  const { t } = useLingui();
  const total = playbook.insights.length;
  const accepted = playbook.insights.filter(({ state }) => state === 'accepted').length;
  return <>{total === 0 ? t`none yet` : t`${accepted} of ${total} accepted`}</>;
}
