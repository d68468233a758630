import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { HandoffPage } from '../../shared/contract/handoff.ts';
import { aWeekMore } from '../../shared/handoff/plan.ts';
import { call, newCommandId } from '../api.ts';
import { useToday } from '../ui/clock.ts';
import { formatDay } from '../ui/format.ts';
import { useLanguage } from '../ui/session.ts';
import { showToast } from '../ui/toast.ts';
import { undoAction } from '../ui/undo.ts';
import { i18n } from '../ui/words.ts';
import { change } from './handoff-store.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { useHandoffOfOverlay } from './use-handoff-of-overlay.ts';

/** A week more, after the month is over. */
export function ExtendDialog({ handoffId }: { readonly handoffId: string }) {
  const page = useHandoffOfOverlay(handoffId);
  return page === null ? null : <Question page={page} />;
}

function Question({ page }: { readonly page: HandoffPage }) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const until = formatDay(language, aWeekMore(page.endOn, today), today);
  return (
    <ReasonDialog
      title={t`A week more`}
      lead={t`The handoff then ends on ${until}. We promise a month, so the reason stays in the client’s history.`}
      keepLabel={t`Not yet`}
      sendLabel={t`Extend by a week`}
      onSend={(reason) => extend(page, reason, until)}
    />
  );
}

async function extend(page: HandoffPage, reason: string, until: string): Promise<boolean> {
  const commandId = newCommandId();
  const isDone = await change(() => call('handoff.extend', { commandId, handoffId: page.id, reason }));
  if (isDone) showToast({ text: i18n.t(msg`The handoff now ends on ${until}`), actions: [undoAction(commandId)] });
  return isDone;
}
