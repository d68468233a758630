import { useLingui } from '@lingui/react/macro';
import { longestText } from '../../../shared/contract/call.ts';
import { isToBeAskedAgain } from '../../../shared/clients/intent.ts';
import type { IntentCheck } from '../../../shared/contract/client-playbook.ts';
import type { CallInput } from '../../../shared/contract/contract.ts';
import { tenure } from '../../../shared/tenure.ts';
import { call } from '../../api.ts';
import { ChoiceChip } from '../../ui/choice-chip.tsx';
import { useToday } from '../../ui/clock.ts';
import { EditableText } from '../../ui/editable-text.tsx';
import { daysBetween, formatDaysAgo } from '../../ui/format.ts';
import { useLanguage } from '../../ui/session.ts';
import { useSoughtRecord } from '../../ui/sought-record.ts';
import { carryOut } from '../client-store.ts';
import { DayChip } from './day-chip.tsx';
import { IntentForm } from './intent-form.tsx';
import type { PartProps } from './part-props.ts';
import styles from './playbook.module.css';
import { RecordList } from './record-list.tsx';
import { Removal } from './removal.tsx';
import { planChoices } from './words.ts';

/** From here on weeks and months tell more than days. */
const daysInWords = 32;

/** Whether the client has a plan for its growth: on which day, in whose words. */
export function IntentChecks({ page, playbook }: PartProps) {
  const { t } = useLingui();
  const today = useToday();
  const [latest] = playbook.intentChecks;
  return (
    <RecordList
      lead={t`Ask somebody who decides: is there a plan of development for the year?`}
      isEmpty={latest === undefined}
      add={t`Write down an answer`}
      formLabel={t`New intent check`}
      form={(close) => <IntentForm page={page} onDone={close} />}
    >
      {latest !== undefined && isToBeAskedAgain(latest.checkedOn, today) && (
        <p className={styles.warn}>{t`The last answer is more than half a year old. Ask again.`}</p>
      )}
      <ul className={styles.rows}>
        {playbook.intentChecks.map((check) => (
          <CheckRow key={check.id} page={page} check={check} />
        ))}
      </ul>
    </RecordList>
  );
}

type Change = Omit<CallInput<'clients.editIntentCheck'>, 'commandId' | 'checkId'>;

function CheckRow({ page, check }: Pick<PartProps, 'page'> & { readonly check: IntentCheck }) {
  const { t } = useLingui();
  const place = useSoughtRecord<HTMLLIElement>(check.id);
  const send = (change: Change, done = t`Intent check changed`) =>
    carryOut((commandId) => call('clients.editIntentCheck', { commandId, checkId: check.id, ...change }), done);
  const lang = page.language ?? undefined;
  return (
    <li ref={place} className={styles.removable}>
      <div className={styles.chips}>
        <ChoiceChip
          label={t`Plan of development`}
          choices={planChoices()}
          value={check.hasPlan}
          onChange={(hasPlan) => void send({ hasPlan })}
        />
        <EditableText
          label={t`Who said it`}
          value={check.saidBy}
          placeholder={t`Who said it`}
          allowsEmpty
          maxLength={400}
          lang={lang}
          onCommit={(saidBy) => send({ saidBy })}
        />
        <DayChip
          label={t`Asked on`}
          day={check.checkedOn}
          onChange={(checkedOn) => void send({ checkedOn }, t`The day is changed`)}
        />
        <Age since={check.checkedOn} />
      </div>
      <div className={styles.prose}>
        <EditableText
          label={t`In their words`}
          value={check.words}
          placeholder={t`In their words`}
          isMultiline
          allowsEmpty
          maxLength={longestText}
          lang={lang}
          onCommit={(words) => send({ words })}
        />
      </div>
      <Removal
        label={t`Delete the intent check`}
        run={(commandId) => call('clients.deleteIntentCheck', { commandId, checkId: check.id })}
        done={t`Intent check deleted`}
      />
    </li>
  );
}

function Age({ since }: { readonly since: string }) {
  return <span className={styles.quiet}>{useAge(since)}</span>;
}

/** «12 дней назад», «11 мес. назад». */
function useAge(since: string): string {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const days = daysBetween(since, today);
  return days < daysInWords ? formatDaysAgo(language, Math.max(0, days)) : t`${tenure(since, today, language)} ago`;
}

/** «план есть, 12 дней назад»; an old one says that it is to be asked again. */
export function IntentSummary({ playbook }: Pick<PartProps, 'playbook'>) {
  const { t } = useLingui();
  const today = useToday();
  const [latest] = playbook.intentChecks;
  const age = useAge(latest?.checkedOn ?? today);
  if (latest === undefined) return <>{t`never asked`}</>;
  if (isToBeAskedAgain(latest.checkedOn, today)) return <span className={styles.warn}>{t`Ask again`}</span>;
  const word = planChoices().find(({ id }) => id === latest.hasPlan)?.label ?? latest.hasPlan;
  return <>{`${word}, ${age}`}</>;
}
