import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { HandoffPage } from '../../shared/contract/handoff.ts';
import { inReadingOrder, isOpen } from '../../shared/handoff/items.ts';
import { accessesLeft, openMandatory, promised } from '../../shared/handoff/promise.ts';
import { call, newCommandId } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { useToday } from '../ui/clock.ts';
import { Dialog } from '../ui/dialog.tsx';
import { closeOverlay } from '../ui/navigation.ts';
import { showToast } from '../ui/toast.ts';
import { undoAction } from '../ui/undo.ts';
import { i18n } from '../ui/words.ts';
import { AccessesLeft } from './accesses-left.tsx';
import styles from './close-handoff-dialog.module.css';
import { change } from './handoff-store.ts';
import { usePromiseWords } from './promise-words.ts';
import { useHandoffOfOverlay } from './use-handoff-of-overlay.ts';

/** Says what is still open before the client goes to the archive; it may go all the same. */
export function CloseHandoffDialog({ handoffId }: { readonly handoffId: string }) {
  const page = useHandoffOfOverlay(handoffId);
  return page === null ? null : <Question page={page} />;
}

function Question({ page }: { readonly page: HandoffPage }) {
  const { t } = useLingui();
  const today = useToday();
  const [isSending, setSending] = useState(false);
  const items = inReadingOrder(page.items.filter(isOpen), today).map((item) => ({ id: item.id, words: item.title }));
  const left = accessesLeft(page.assets);
  const [hadAccesses] = useState(left.length > 0);
  const promiseWords = usePromiseWords();
  const promise = promised({ startOn: page.startOn, closedOn: today, open: openMandatory(page.items) });
  const isWhole = items.length + left.length === 0;
  const submit = async () => {
    setSending(true);
    if (await closeHandoff(page)) closeOverlay();
    else setSending(false);
  };
  return (
    <Dialog
      onClose={closeOverlay}
      title={isWhole ? t`Everything is handed over` : t`Not everything is closed yet`}
      lead={t`The client moves to the archive with all notes. A call in a month after the handoff is planned as a task.`}
      note={left.length > 0 ? t`Our accesses are revoked first` : undefined}
      actions={
        <>
          <Button look="quiet" onPress={closeOverlay}>
            {t`Not yet`}
          </Button>
          <Button look="primary" isDisabled={left.length > 0} isPending={isSending} onPress={() => void submit()}>
            {t`Close and move to the archive`}
          </Button>
        </>
      }
    >
      {hadAccesses && <AccessesLeft page={page} left={left} />}
      <OpenList label={t`Open items`} lines={items} />
      {left.length === 0 && <p className={styles.promise}>{promiseWords(promise)}</p>}
    </Dialog>
  );
}

interface OpenListProps {
  readonly label: string;
  readonly lines: readonly { readonly id: string; readonly words: string }[];
}

function OpenList({ label, lines }: OpenListProps) {
  if (lines.length === 0) return null;
  return (
    <section className={styles.list} aria-label={label}>
      <h3 className={styles.label}>
        {label} <span className={styles.count}>{lines.length}</span>
      </h3>
      {/* It scrolls by keyboard too. */}
      <ul tabIndex={0}>
        {lines.map((line) => (
          <li key={line.id}>{line.words}</li>
        ))}
      </ul>
    </section>
  );
}

async function closeHandoff(page: HandoffPage): Promise<boolean> {
  const commandId = newCommandId();
  const isDone = await change(() => call('handoff.close', { commandId, handoffId: page.id }));
  const { name } = page.client;
  if (isDone) {
    showToast({
      text: i18n.t(msg`${name}: in the archive now`),
      stage: 'ended',
      actions: [undoAction(commandId)],
    });
  }
  return isDone;
}
