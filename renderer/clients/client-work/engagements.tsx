import { Trans, useLingui } from '@lingui/react/macro';
import { nextAnniversary } from '../../../shared/anniversary.ts';
import { isRunning } from '../../../shared/engagement.ts';
import { tenure } from '../../../shared/tenure.ts';
import { Button } from '../../ui/button.tsx';
import { useToday } from '../../ui/clock.ts';
import { Popover } from '../../ui/popover.tsx';
import { useLanguage } from '../../ui/session.ts';
import { anniversaryWords } from '../anniversary-words.ts';
import { EngagementForm } from './engagement-form.tsx';
import { EngagementRow } from './engagement-row.tsx';
import { WorkSection } from './work-section.tsx';
import type { WorkPartProps } from './work-tab.tsx';
import styles from './work.module.css';

/** Contracts and stretches of work, side by side or one after another; the running ones first. */
export function Engagements({ page, work }: WorkPartProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const { card } = page;
  const withUs = t`With us ${tenure(card.sinceOn, today, language)}`;
  const anniversary = anniversaryWords(nextAnniversary(card.sinceOn, today), language, today);
  const running = work.engagements.filter((each) => isRunning(each, today));
  const ended = work.engagements.filter((each) => !isRunning(each, today));
  return (
    <WorkSection
      title={t`Engagements`}
      hint={card.stage === 'ended' ? withUs : `${withUs}, ${anniversary}`}
      actions={
        <Popover
          label={t`New engagement`}
          trigger={
            <Button look="quiet" size="small" icon="plus">
              <Trans>Add an engagement</Trans>
            </Button>
          }
        >
          {(close) => <EngagementForm clientId={card.id} onDone={close} />}
        </Popover>
      }
    >
      {work.engagements.length === 0 && (
        <p className={styles.nothing}>
          <Trans>
            No engagement is written down. Until one is, the time with us counts from the day the client was added.
          </Trans>
        </p>
      )}
      <ul className={styles.rows}>
        {[...running, ...ended].map((engagement) => (
          <EngagementRow key={engagement.id} engagement={engagement} lang={page.language ?? undefined} />
        ))}
      </ul>
    </WorkSection>
  );
}
