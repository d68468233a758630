import { useLingui } from '@lingui/react/macro';
import { longestText } from '../../../shared/contract/call.ts';
import type { Insight } from '../../../shared/contract/client-playbook.ts';
import type { CallInput } from '../../../shared/contract/contract.ts';
import { call } from '../../api.ts';
import { ToggleChip } from '../../ui/chip.tsx';
import { type Choice, ChoiceChip } from '../../ui/choice-chip.tsx';
import { EditableText } from '../../ui/editable-text.tsx';
import { formatPeriod } from '../../ui/format.ts';
import { useLanguage } from '../../ui/session.ts';
import { useSoughtRecord } from '../../ui/sought-record.ts';
import { carryOut } from '../client-store.ts';
import { DayChip } from './day-chip.tsx';
import type { PartProps } from './part-props.ts';
import styles from './playbook.module.css';
import { Removal } from './removal.tsx';
import { insightKindSegments, insightStateChoices } from './words.ts';

export interface InsightRowProps extends PartProps {
  readonly insight: Insight;
}

type Change = Omit<CallInput<'clients.editInsight'>, 'commandId' | 'insightId'>;

/** One insight and what became of it. */
export function InsightRow({ page, playbook, insight }: InsightRowProps) {
  const { t } = useLingui();
  const place = useSoughtRecord<HTMLLIElement>(insight.id);
  const send = (change: Change, done = t`Insight changed`) =>
    carryOut((commandId) => call('clients.editInsight', { commandId, insightId: insight.id, ...change }), done);
  return (
    <li ref={place} className={styles.removable}>
      <div className={styles.prose}>
        <EditableText
          label={t`What we told`}
          value={insight.title}
          isMultiline
          maxLength={longestText}
          lang={page.language ?? undefined}
          onCommit={(title) => send({ title })}
        />
      </div>
      <div className={styles.chips}>
        <DayChip
          label={t`Told on`}
          day={insight.toldOn}
          onChange={(toldOn) => void send({ toldOn }, t`The day is changed`)}
        />
        <ChoiceChip
          label={t`What it is`}
          choices={insightKindSegments()}
          value={insight.kind}
          onChange={(kind) => void send({ kind })}
        />
        <ChoiceChip
          label={t`What became of it`}
          choices={insightStateChoices()}
          value={insight.state}
          onChange={(state) => void send({ state })}
        />
        <span className={insight.isBeyondContract ? undefined : styles.latent}>
          <ToggleChip
            isSelected={insight.isBeyondContract}
            look="dashed"
            onChange={(isBeyondContract) => void send({ isBeyondContract })}
          >
            {t`Beyond the contract`}
          </ToggleChip>
        </span>
        <Links playbook={playbook} insight={insight} send={send} />
      </div>
      <Removal
        label={t`Delete the insight`}
        run={(commandId) => call('clients.deleteInsight', { commandId, insightId: insight.id })}
        done={t`Insight deleted`}
      />
    </li>
  );
}

interface LinksProps extends Pick<InsightRowProps, 'playbook' | 'insight'> {
  readonly send: (change: Change) => Promise<boolean>;
}

/** A menu's way to say: none. */
const none = '';

/** The report it came from and the figure it moved, where there are any to choose from. */
function Links({ playbook, insight, send }: LinksProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const reports: readonly Choice<string>[] = playbook.reports.map(({ id, period }) => ({
    id,
    label: t`Report: ${formatPeriod(language, period)}`,
    icon: 'document',
  }));
  const kpis: readonly Choice<string>[] = playbook.kpis.map(({ id, name }) => ({ id, label: name, icon: 'trend' }));
  return (
    <>
      {reports.length > 0 && (
        <span className={insight.reportId === null ? styles.latent : undefined}>
          <ChoiceChip
            label={t`Report it came from`}
            placeholder={t`From a report`}
            choices={insight.reportId === null ? reports : [...reports, { id: none, label: t`No report` }]}
            value={insight.reportId ?? 'nothing'}
            onChange={(id) => void send({ reportId: id === none ? null : id })}
          />
        </span>
      )}
      {kpis.length > 0 && (
        <span className={insight.kpiId === null ? styles.latent : undefined}>
          <ChoiceChip
            label={t`Figure it moved`}
            placeholder={t`Moved a figure`}
            choices={insight.kpiId === null ? kpis : [...kpis, { id: none, label: t`No figure` }]}
            value={insight.kpiId ?? 'nothing'}
            onChange={(id) => void send({ kpiId: id === none ? null : id })}
          />
        </span>
      )}
    </>
  );
}
