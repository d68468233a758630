import { Trans, useLingui } from '@lingui/react/macro';
import { Button as AriaButton } from 'react-aria-components';
import { addDays } from '../../shared/calendar.ts';
import type { ClientPage } from '../../shared/contract/clients.ts';
import { isStage } from '../../shared/stage.ts';
import { stagePath, type StageVisit } from '../../shared/stage-path.ts';
import { tenure } from '../../shared/tenure.ts';
import { dayOf, useToday } from '../ui/clock.ts';
import { formatDay, formatSince } from '../ui/format.ts';
import { Glyph } from '../ui/glyph.tsx';
import { Icon } from '../ui/icon.tsx';
import { Popover } from '../ui/popover.tsx';
import { useLanguage } from '../ui/session.ts';
import { useStageWords } from '../ui/stage-words.ts';
import { WithTooltip } from '../ui/tooltip.tsx';
import facts from './client-facts.module.css';
import styles from './stage-fact.module.css';

/** How long the client has stood where it stands; opens the way it came. */
export function StageFact({ page }: { readonly page: ClientPage }) {
  const { t } = useLingui();
  const language = useLanguage();
  const words = useStageWords();
  const today = useToday();
  const visits = stagePath(
    page.stageChanges.map(({ id, to, happenedAt }) => ({ id, to, on: dayOf(new Date(happenedAt)) })),
    today,
  );
  const present = visits.at(-1);
  if (present === undefined || present.stage !== page.card.stage || !isStage(present.stage)) return null;
  const where = words(present.stage).prepositional;
  const time = tenure(present.fromOn, today, language);
  // The stage stands right before it: the time alone is read, the sentence is heard.
  const sentence = t`${where} for ${time}`;
  return (
    <Popover
      label={t`The client’s path`}
      placement="bottom start"
      trigger={
        <WithTooltip text={sentence}>
          <AriaButton className={facts.fact ?? ''} aria-label={sentence}>
            <Icon name="past" />
            {time}
          </AriaButton>
        </WithTooltip>
      }
    >
      {() => (
        <ol className={styles.path}>
          {visits.map((visit) => (
            <Visit
              key={visit.changeId}
              visit={visit}
              change={page.stageChanges.find(({ id }) => id === visit.changeId)}
            />
          ))}
        </ol>
      )}
    </Popover>
  );
}

interface VisitProps {
  readonly visit: StageVisit;
  readonly change: ClientPage['stageChanges'][number] | undefined;
}

function Visit({ visit, change }: VisitProps) {
  const language = useLanguage();
  const words = useStageWords();
  const today = useToday();
  const by = change?.by ?? null;
  const { stage, fromOn, untilOn } = visit;
  const reason = change?.reason ?? '';
  const until = untilOn === null ? null : formatDay(language, untilOn, today);
  const from = formatDay(language, fromOn, today);
  return (
    <li className={styles.visit} {...(untilOn === null ? { 'aria-current': 'step' } : {})}>
      <span className={styles.sign}>{isStage(stage) ? <Glyph stage={stage} /> : <Icon name="trend" />}</span>
      <p className={styles.head}>
        <span className={styles.name}>{isStage(stage) ? words(stage).label : stage}</span>{' '}
        <span className={styles.time}>{tenure(fromOn, untilOn ?? today, language)}</span>
      </p>
      <p className={styles.when}>
        {until === null ? (
          formatSince(language, fromOn, today)
        ) : (
          <Trans>
            {from} to {until}
          </Trans>
        )}
        {by !== null && <>, {by}</>}
      </p>
      <Again visit={visit} />
      {reason !== '' && <p className={styles.reason}>{reason}</p>}
    </li>
  );
}

function Again({ visit: { time, untilOn, daysInAll } }: { readonly visit: StageVisit }) {
  const language = useLanguage();
  const today = useToday();
  if (time === 1) return null;
  const end = untilOn ?? today;
  const all = tenure(addDays(end, -daysInAll), end, language);
  return (
    <p className={styles.when}>
      <Trans>back here, {all} in all</Trans>
    </p>
  );
}
