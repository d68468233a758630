import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { isSuccess } from '../../../shared/clients/requests.ts';
import type { ClientRequest } from '../../../shared/contract/client-playbook.ts';
import { Chip } from '../../ui/chip.tsx';
import { useToday } from '../../ui/clock.ts';
import { Fold } from '../../ui/fold.tsx';
import { formatShortDay } from '../../ui/format.ts';
import { useLanguage } from '../../ui/session.ts';
import type { PartProps } from './part-props.ts';
import styles from './playbook.module.css';
import { RecordList } from './record-list.tsx';
import { RequestForm } from './request-form.tsx';
import { RequestView } from './request-view.tsx';
import { resultSegments } from './words.ts';

/** Wishes outside the plan: from the wish over what stands in its way to what came of it. */
export function Requests({ page, playbook }: PartProps) {
  const { t } = useLingui();
  const { requests } = playbook;
  const firstOpen = requests.find(({ result }) => result === '');
  return (
    <RecordList
      lead={t`A wish outside the plan: look for a small way before any “no”.`}
      isEmpty={requests.length === 0}
      add={t`Add a request`}
      formLabel={t`New request`}
      form={(close) => <RequestForm clientId={page.card.id} onDone={close} />}
    >
      {requests.map((request) => (
        <Fold
          key={request.id}
          level={3}
          memory={`request ${request.id}`}
          title={request.wish}
          lang={page.language ?? undefined}
          isOpenFirst={request.id === firstOpen?.id}
          summary={<RequestChip request={request} />}
        >
          <div className={styles.body}>
            <RequestView page={page} request={request} />
          </div>
        </Fold>
      ))}
    </RecordList>
  );
}

/** With less effort than was asked for is a success as well, and looks like one. */
function RequestChip({ request: { result, askedOn } }: { readonly request: ClientRequest }) {
  const language = useLanguage();
  const today = useToday();
  const word = resultSegments().find(({ id }) => id === result)?.label;
  if (word === undefined) return <>{formatShortDay(language, askedOn, today)}</>;
  return isSuccess(result) ? (
    <Chip tone="ok" icon="check">
      {word}
    </Chip>
  ) : (
    <Chip>{word}</Chip>
  );
}

export function RequestsSummary({ playbook }: Pick<PartProps, 'playbook'>) {
  const { t } = useLingui();
  const open = playbook.requests.filter(({ result }) => result === '').length;
  if (playbook.requests.length === 0) return <>{t`none yet`}</>;
  return <>{open === 0 ? t`all answered` : t`${plural(open, { one: '#\u00a0open', other: '#\u00a0open' })}`}</>;
}
