import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { longestText } from '../../../shared/contract/call.ts';
import type { Answer } from '../../../shared/clients/answers.ts';
import type { ClientPage } from '../../../shared/contract/clients.ts';
import type { CallInput } from '../../../shared/contract/contract.ts';
import { call } from '../../api.ts';
import { EditableText } from '../../ui/editable-text.tsx';
import { carryOut } from '../client-store.ts';
import styles from './answer-row.module.css';
import { DayChip } from './day-chip.tsx';

type Change = Pick<CallInput<'clients.answer'>, 'answer' | 'isDone' | 'answeredOn'>;

/** One command on the answer to one line or question. */
export function sendAnswer(clientId: string, code: string, change: Change, done: string): Promise<boolean> {
  return carryOut((commandId) => call('clients.answer', { commandId, clientId, code, ...change }), done);
}

export interface AnswerRowProps {
  readonly page: ClientPage;
  readonly code: string;
  readonly words: string;
  readonly answer: Answer | undefined;
  readonly placeholder: string;
  /** Before the words: a box to tick, a mark. */
  readonly before?: ReactNode;
}

/** What is asked on the left, what was answered on the right. */
export function AnswerRow({ page, code, words, answer, placeholder, before }: AnswerRowProps) {
  const { t } = useLingui();
  const clientId = page.card.id;
  const day = answer?.answeredOn ?? null;
  return (
    <li className={styles.row} data-record={`${clientId} ${code}`}>
      {before}
      <p className={styles.words}>{words}</p>
      <div className={styles.answer}>
        <EditableText
          label={t`Answer to “${words}”`}
          value={answer?.answer ?? ''}
          placeholder={placeholder}
          isMultiline
          allowsEmpty
          maxLength={longestText}
          lang={page.language ?? undefined}
          onCommit={(text) => sendAnswer(clientId, code, { answer: text }, t`Answer saved`)}
        />
        {day !== null && (
          <DayChip
            label={t`Day of the answer`}
            day={day}
            onChange={(answeredOn) => void sendAnswer(clientId, code, { answeredOn }, t`The day is changed`)}
          />
        )}
      </div>
    </li>
  );
}
