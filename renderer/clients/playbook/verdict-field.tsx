import { useLingui } from '@lingui/react/macro';
import { longestText } from '../../../shared/contract/call.ts';
import type { Trial, VerdictSide } from '../../../shared/contract/client-playbook.ts';
import type { ClientPage } from '../../../shared/contract/clients.ts';
import type { CallInput } from '../../../shared/contract/contract.ts';
import { call } from '../../api.ts';
import { EditableText } from '../../ui/editable-text.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { useSoughtRecord, verdictRecord } from '../../ui/sought-record.ts';
import { carryOut } from '../client-store.ts';
import { DayChip } from './day-chip.tsx';
import styles from './playbook.module.css';
import look from './trial-view.module.css';
import { known, verdictSegments } from './words.ts';

export interface VerdictFieldProps {
  readonly page: ClientPage;
  readonly trial: Trial;
  readonly side: VerdictSide;
}

type Change = Omit<CallInput<'clients.giveVerdict'>, 'commandId' | 'trialId' | 'side'>;

/** Whether one side wants to go on, in its own words. */
export function VerdictField({ page, trial, side }: VerdictFieldProps) {
  const { t } = useLingui();
  const place = useSoughtRecord<HTMLElement>(verdictRecord(trial.id, side));
  const { verdict, words, givenOn } = trial[side];
  const title = side === 'ours' ? t`Our verdict` : t`The client’s verdict`;
  const segments = verdictSegments();
  const send = (change: Change, done: string) =>
    carryOut((commandId) => call('clients.giveVerdict', { commandId, trialId: trial.id, side, ...change }), done);
  const saved = t`Verdict saved`;
  return (
    <section ref={place} className={look.verdict} aria-label={title}>
      <h3 className={styles.strong}>{title}</h3>
      <Segmented
        label={title}
        segments={segments}
        value={known(segments, verdict)}
        onChange={(chosen) => void send({ verdict: chosen }, saved)}
        onClear={() => void send({ verdict: null }, t`Verdict taken back`)}
      />
      {(verdict !== '' || words !== '') && (
        <EditableText
          label={side === 'ours' ? t`Our words` : t`The client’s words`}
          value={words}
          placeholder={side === 'ours' ? t`Why we say so` : t`In whose words, and which`}
          isMultiline
          allowsEmpty
          maxLength={longestText}
          lang={page.language ?? undefined}
          className={look.words}
          onCommit={(text) => send({ words: text }, saved)}
        />
      )}
      {givenOn !== null && (
        <DayChip
          label={t`Day of the verdict`}
          day={givenOn}
          min={trial.startedOn}
          onChange={(day) => void send({ givenOn: day }, t`The day is changed`)}
        />
      )}
    </section>
  );
}
