import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { TrashEntry } from '../../shared/contract/safety.ts';
import { languageOfText } from '../../shared/text-language.ts';
import { call } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { carryOut } from '../ui/carry-out.ts';
import { useToday } from '../ui/clock.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { sentenceFor } from '../ui/error-sentences.ts';
import { formatShortDay, formatTime } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { openOverlay } from '../ui/navigation.ts';
import { Page } from '../ui/page.tsx';
import { usePageReply } from '../ui/page-reply.ts';
import { useLanguage, usePartners } from '../ui/session.ts';
import { AfterPause, Skeleton } from '../ui/skeleton.tsx';
import { TableHead } from '../ui/table-head.tsx';
import { DeleteForGoodDialog } from './delete-for-good-dialog.tsx';
import { Erasures } from './erasures.tsx';
import styles from './trash-page.module.css';
import { trashIcons, trashKindWords, trashTitle } from './trash-words.ts';

const readTrash = () => call('safety.trash', {});

export function TrashPage() {
  const { t } = useLingui();
  const { reply, problem, load } = usePageReply(readTrash);
  const entries = reply?.entries ?? null;
  const hasEntries = entries !== null && entries.length > 0;
  return (
    <Page
      title={t`Trash`}
      meta={hasEntries ? t`what is deleted is kept for 30 days of work` : undefined}
      className={styles.main}
    >
      {problem !== null && (
        <EmptyState
          title={t`The trash could not be read`}
          actions={<Button onPress={() => void load()}>{t`Try again`}</Button>}
        >
          {sentenceFor(problem)}
        </EmptyState>
      )}
      {problem === null && entries === null && <Loading />}
      {problem === null && entries?.length === 0 && (
        <EmptyState title={t`The trash is empty`}>{t`What is deleted is kept for 30 days of work.`}</EmptyState>
      )}
      {hasEntries && <TrashTable entries={entries} />}
      <Erasures />
    </Page>
  );
}

function Loading() {
  return (
    <AfterPause>
      <div className={styles.loading}>
        <Skeleton height={38} />
        <Skeleton height={38} />
        <Skeleton height={38} />
      </div>
    </AfterPause>
  );
}

function TrashTable({ entries }: { readonly entries: readonly TrashEntry[] }) {
  const { t } = useLingui();
  return (
    <table className={styles.table} aria-label={t`Trash`}>
      <TableHead columns={[t`What`, t`Client`, t`Deleted by`, t`When`, t`Kept for`]} />
      <tbody>
        {entries.map((entry) => (
          <TrashRow key={`${entry.kind} ${entry.id}`} entry={entry} />
        ))}
      </tbody>
    </table>
  );
}

function TrashRow({ entry }: { readonly entry: TrashEntry }) {
  const { t, i18n } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const partner = usePartners().find(({ id }) => id === entry.deletedBy);
  const title = trashTitle(entry, language, today) || t`without a title`;
  const { kind, id } = entry;
  const back =
    kind === 'work_calendar'
      ? t`${title} is back. To plan by it again, choose it in Settings, under Working days.`
      : t`${title} is back`;
  const restore = () => carryOut((commandId) => call('safety.restore', { commandId, kind, id }), back);
  return (
    <tr>
      <th scope="row">
        <span className={styles.what}>
          <Icon name={trashIcons[entry.kind]} className={styles.icon} />
          <span>
            <span lang={languageOfText(title)}>{title}</span>
            <span className={styles.kind}>{i18n.t(trashKindWords[entry.kind])}</span>
          </span>
        </span>
      </th>
      <td lang={languageOfText(entry.clientName)}>{entry.clientName}</td>
      <td>{partner?.name ?? ''}</td>
      <td>
        {formatShortDay(language, entry.deletedAt, today)}, {formatTime(entry.deletedAt)}
      </td>
      <td>
        {entry.daysLeft === null
          ? t`until it is restored`
          : plural(entry.daysLeft, { one: '#\u00a0day', other: '#\u00a0days' })}
      </td>
      <td className={styles.actions}>
        <DeleteForGood entry={entry} title={title} />
        <Button icon="undo" aria-label={t`Restore ${title}`} onPress={() => void restore()}>
          {t`Restore`}
        </Button>
      </td>
    </tr>
  );
}

/** A client is erased with a dialog of its own, from here as from its page; a partner stays. */
function DeleteForGood({ entry: { kind, id }, title }: { readonly entry: TrashEntry; readonly title: string }) {
  const { t } = useLingui();
  const [isAsked, setAsked] = useState(false);
  if (kind === 'partner') return null;
  const ask = () => (kind === 'client' ? openOverlay({ name: 'erase-client', clientId: id }) : setAsked(true));
  return (
    <>
      <Button look="quiet" aria-label={t`Delete for good… ${title}`} onPress={ask}>
        {t`Delete for good…`}
      </Button>
      {isAsked && kind !== 'client' && (
        <DeleteForGoodDialog title={title} record={{ kind, id }} onClose={() => setAsked(false)} />
      )}
    </>
  );
}
