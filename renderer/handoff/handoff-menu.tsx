import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { HandoffPage } from '../../shared/contract/handoff.ts';
import { call, newCommandId } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import { navigate, openOverlay } from '../ui/navigation.ts';
import { showToast } from '../ui/toast.ts';
import { undoAction } from '../ui/undo.ts';
import { i18n } from '../ui/words.ts';
import { exportPlan } from './export-plan.ts';
import { extend } from './handoff-head.tsx';
import { change } from './handoff-store.ts';

/** How a handoff ends, and what is seldom needed. */
export function HandoffMenu({ page }: { readonly page: HandoffPage }) {
  const { t } = useLingui();
  const clientId = page.client.id;
  const toClient = {
    id: 'client',
    label: t`Open the client`,
    icon: 'person',
    onAction: () => navigate({ name: 'client', clientId }),
  } as const;
  const planFile = {
    id: 'plan',
    label: t`Plan as a calendar file`,
    icon: 'upload',
    onAction: () => void exportPlan(page.id),
  } as const;
  const running = [
    { id: 'extend', label: t`Extend by a week`, icon: 'calendar', onAction: () => extend(page) },
    { id: 'cancel', label: t`Cancel the handoff`, icon: 'close', onAction: () => void cancel(page) },
  ] as const;
  const isRunning = page.state === 'running';
  return (
    <>
      <Menu
        label={t`More about the handoff`}
        groups={[
          { id: 'client', entries: [toClient, planFile] },
          ...(isRunning ? [{ id: 'running', entries: running }] : []),
        ]}
      >
        <IconButton icon="more" label={t`More about the handoff`} />
      </Menu>
      {isRunning && (
        <Button look="quiet" onPress={() => openOverlay({ name: 'close-handoff', handoffId: page.id })}>
          {t`Finish the handoff`}
        </Button>
      )}
    </>
  );
}

/** The client stays where it is; nothing is asked, since it comes back with one press. */
async function cancel(page: HandoffPage): Promise<void> {
  const commandId = newCommandId();
  if (!(await change(() => call('handoff.cancel', { commandId, handoffId: page.id })))) return;
  showToast({
    text: i18n.t(msg`The handoff is cancelled, the client stays in its column`),
    actions: [undoAction(commandId)],
  });
}
