import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { HandoffPage } from '../../shared/contract/handoff.ts';
import { call, newCommandId } from '../api.ts';
import { showToast } from '../ui/toast.ts';
import { undoAction } from '../ui/undo.ts';
import { i18n } from '../ui/words.ts';
import { change } from './handoff-store.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { useHandoffOfOverlay } from './use-handoff-of-overlay.ts';

/** They stay with us after all. */
export function CancelDialog({ handoffId }: { readonly handoffId: string }) {
  const page = useHandoffOfOverlay(handoffId);
  return page === null ? null : <Question page={page} />;
}

function Question({ page }: { readonly page: HandoffPage }) {
  const { t } = useLingui();
  return (
    <ReasonDialog
      title={t`Cancel the handoff?`}
      lead={t`The client stays in its column. The plan stays among the handoffs that are over, with all that was done.`}
      keepLabel={t`Keep it running`}
      sendLabel={t`Cancel the handoff`}
      onSend={(reason) => cancel(page, reason)}
    />
  );
}

async function cancel(page: HandoffPage, reason: string): Promise<boolean> {
  const commandId = newCommandId();
  const isDone = await change(() => call('handoff.cancel', { commandId, handoffId: page.id, reason }));
  if (isDone) {
    showToast({
      text: i18n.t(msg`The handoff is cancelled, the client stays in its column`),
      actions: [undoAction(commandId)],
    });
  }
  return isDone;
}
