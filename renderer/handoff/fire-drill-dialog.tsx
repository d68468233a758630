import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Gap } from '../../shared/clients/readiness.ts';
import type { Asset } from '../../shared/contract/handoff.ts';
import { type DrillItem, fireDrill } from '../../shared/handoff/fire-drill.ts';
import { endOfHandoff } from '../../shared/handoff/plan.ts';
import { weekNames } from '../../shared/handoff/words.ts';
import { saidIn } from '../../shared/language.ts';
import { call } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { useToday } from '../ui/clock.ts';
import { copyText } from '../ui/copy.ts';
import { Dialog } from '../ui/dialog.tsx';
import { formatDay, formatShortDay } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { closeOverlay } from '../ui/navigation.ts';
import { useGapWords, useReadiness } from '../ui/readiness.ts';
import { useLanguage } from '../ui/session.ts';
import { SideMark } from '../ui/side-mark.tsx';
import { showToast } from '../ui/toast.ts';
import { drillSheet } from './drill-sheet.ts';
import styles from './fire-drill-dialog.module.css';
import { useAgencyCalendar, type WeekColumn, weekColumns } from './plan-calendar.ts';
import { PlanChoices } from './plan-choices.tsx';
import { firstDraft, plannedItems, readStart, type Start } from './plan-draft.ts';
import { SideLegend } from './side-legend.tsx';
import { useReadOnce } from './use-read-once.ts';
import { WeekDates } from './week-dates.tsx';
import { sideWord } from './words.ts';

interface DrillFacts {
  readonly start: Start;
  readonly assets: readonly Asset[];
}

async function readFacts(clientId: string): Promise<DrillFacts> {
  const [start, { assets }] = await Promise.all([readStart(clientId), call('clients.assets', { clientId })]);
  return { start, assets };
}

/** The month that would follow, were a client to leave today: nothing is started and nothing is written down. */
export function FireDrillDialog({ clientId }: { readonly clientId: string }) {
  const facts = useReadOnce(clientId, readFacts);
  return facts === null ? null : <Drill {...facts} />;
}

function Drill({ start, assets }: DrillFacts) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const calendar = useAgencyCalendar();
  const wordsOf = useGapWords();
  const [draft, setDraft] = useState(firstDraft);
  const { name } = start.page.card;
  const { gaps } = useReadiness({ ...start.page, assets });
  const { weeks, others } = fireDrill(plannedItems(start, draft, { startOn: today, calendar }), gaps, today);
  const endOn = endOfHandoff(today);
  const from = formatDay(language, today, today);
  const to = formatDay(language, endOn, today);
  const title = t`Fire drill: ${name}`;
  const copy = () => {
    const sheet = drillSheet({ title: `${title}, ${from} – ${to}`, weeks, others, language, wordsOf });
    if (copyText(sheet)) showToast({ text: t`The plan is on the clipboard` });
  };
  return (
    <Dialog
      onClose={closeOverlay}
      width="wide"
      title={title}
      lead={t`The month that would follow, were they to leave today: ${from} – ${to}. Nothing is started and nobody is told.`}
      actions={
        <>
          <Button look="quiet" icon="document" onPress={copy}>{t`Copy the plan`}</Button>
          <Button look="primary" onPress={closeOverlay}>{t`Close`}</Button>
        </>
      }
    >
      <div className={styles.summary}>
        <GapCount count={gaps.length} />
        <SideLegend successor={draft.successor} />
      </div>
      <Gaps gaps={others} />
      <PlanChoices startOn={today} start={start} draft={draft} onDraft={setDraft} />
      {/* It scrolls by keyboard too. */}
      <div className={styles.weeks} tabIndex={0} role="group" aria-label={t`The plan`}>
        {weekColumns({ startOn: today, endOn }).map((column) => (
          <Week key={column.week} column={column} items={weeks.find(({ week }) => week === column.week)?.items ?? []} />
        ))}
      </div>
    </Dialog>
  );
}

function GapCount({ count }: { readonly count: number }) {
  const { t } = useLingui();
  return (
    <p className={styles.verdict} data-fine={count === 0 ? '' : undefined}>
      <Icon name={count === 0 ? 'check' : 'watch'} />
      {count === 0
        ? t`Nothing that we know of would hold it up`
        : t`${plural(count, { one: '#\u00a0gap would hold it up', other: '#\u00a0gaps would hold it up' })}`}
    </p>
  );
}

/** What is not known, where it would be felt. */
function Gaps({ gaps }: { readonly gaps: readonly Gap[] }) {
  const wordsOf = useGapWords();
  return gaps.map((gap) => (
    <p key={gap.check} className={styles.gap}>
      <Icon name="watch" size={14} />
      {wordsOf(gap)}
    </p>
  ));
}

function Week({ column, items }: { readonly column: WeekColumn; readonly items: readonly DrillItem[] }) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const name = weekNames[column.week][language];
  const count = items.length;
  return (
    <section aria-label={name}>
      <header className={styles.head}>
        <h3 className={styles.name}>{name}</h3>
        <p className={styles.count}>{t`${plural(count, { one: '#\u00a0item', other: '#\u00a0items' })}`}</p>
        <p className={styles.dates}>
          <WeekDates column={column} />
        </p>
      </header>
      <ul>
        {items.map(({ item, gaps }) => (
          <li key={item.code} className={styles.item}>
            <p>{saidIn(item.title, language)}</p>
            <p className={styles.facts}>
              <SideMark side={item.side} />
              {sideWord(item.side)}, {formatShortDay(language, item.dueOn, today)}
            </p>
            <Gaps gaps={gaps} />
          </li>
        ))}
      </ul>
    </section>
  );
}
