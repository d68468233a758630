import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { longestText } from '../../../shared/contract/call.ts';
import { mayBeRefused } from '../../../shared/clients/requests.ts';
import type { ClientRequest } from '../../../shared/contract/client-playbook.ts';
import type { CallInput } from '../../../shared/contract/contract.ts';
import { call } from '../../api.ts';
import { EditableText } from '../../ui/editable-text.tsx';
import { sentenceForCode } from '../../ui/error-sentences.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { useSoughtRecord } from '../../ui/sought-record.ts';
import { carryOut } from '../client-store.ts';
import { DayChip } from './day-chip.tsx';
import { FieldRow } from './field-row.tsx';
import type { PartProps } from './part-props.ts';
import styles from './playbook.module.css';
import { Removal } from './removal.tsx';
import { RequestOptions } from './request-options.tsx';
import { known, resultSegments } from './words.ts';

export interface RequestViewProps extends Pick<PartProps, 'page'> {
  readonly request: ClientRequest;
}

type Change = Omit<CallInput<'clients.editRequest'>, 'commandId' | 'requestId'>;

/** One request from the wish to its result. */
export function RequestView({ page, request }: RequestViewProps) {
  const { t } = useLingui();
  const place = useSoughtRecord<HTMLDivElement>(request.id);
  const send = (change: Change, done = t`Request changed`) =>
    carryOut((commandId) => call('clients.editRequest', { commandId, requestId: request.id, ...change }), done);
  const field = { isMultiline: true, maxLength: longestText, lang: page.language ?? undefined };
  return (
    <div ref={place} className={styles.removable}>
      <FieldRow label={t`Wish`}>
        <EditableText {...field} label={t`Wish`} value={request.wish} onCommit={(wish) => send({ wish })} />
        <DayChip
          label={t`Asked on`}
          day={request.askedOn}
          onChange={(askedOn) => void send({ askedOn }, t`The day is changed`)}
        />
      </FieldRow>
      <FieldRow label={t`In its way`}>
        <EditableText
          {...field}
          label={t`What stands in its way`}
          value={request.limits}
          placeholder={t`What stands in its way`}
          allowsEmpty
          onCommit={(limits) => send({ limits })}
        />
      </FieldRow>
      <FieldRow label={t`Options`}>
        <RequestOptions page={page} request={request} />
      </FieldRow>
      <FieldRow label={t`Result`}>
        <Result page={page} request={request} send={send} />
      </FieldRow>
      <Removal
        label={t`Delete the request`}
        run={(commandId) => call('clients.deleteRequest', { commandId, requestId: request.id })}
        done={t`Request deleted`}
      />
    </div>
  );
}

interface ResultProps extends RequestViewProps {
  readonly send: (change: Change, done?: string) => Promise<boolean>;
}

function Result({ page, request, send }: ResultProps) {
  const { t } = useLingui();
  const [isRefused, setRefused] = useState(false);
  const segments = resultSegments();
  const { result, resultOn, resultWords } = request;
  const choose = (chosen: (typeof segments)[number]['id']) => {
    const isTooEarly = chosen === 'no' && !mayBeRefused(request);
    setRefused(isTooEarly);
    if (!isTooEarly) void send({ result: chosen }, t`Result saved`);
  };
  return (
    <>
      <Segmented
        label={t`Result`}
        segments={segments}
        value={known(segments, result)}
        onChange={choose}
        onClear={() => void send({ result: null }, t`The request is open again`)}
      />
      {isRefused && !mayBeRefused(request) && (
        <p className={styles.danger} role="alert">
          {sentenceForCode('option_missing')}
        </p>
      )}
      {(result !== '' || resultWords !== '') && (
        <EditableText
          label={t`What came of it`}
          value={resultWords}
          placeholder={t`What came of it`}
          isMultiline
          allowsEmpty
          maxLength={longestText}
          lang={page.language ?? undefined}
          onCommit={(words) => send({ resultWords: words }, t`Result saved`)}
        />
      )}
      {resultOn !== null && (
        <DayChip
          label={t`Day of the result`}
          day={resultOn}
          onChange={(day) => void send({ resultOn: day }, t`The day is changed`)}
        />
      )}
    </>
  );
}
