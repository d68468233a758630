import { useLingui } from '@lingui/react/macro';
import type { ClientPage } from '../../shared/contract/clients.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu, type MenuEntry } from '../ui/menu.tsx';
import { leaveForms } from '../ui/leave-forms.ts';
import { leaveGone, navigate, openOverlay } from '../ui/navigation.ts';
import { sentenceForCode } from '../ui/error-sentences.ts';
import { deleteClient } from './client-store.ts';

export function ClientMenu({ page }: { readonly page: ClientPage }) {
  const { t } = useLingui();
  const { card, runningHandoffId, lastHandoffId } = page;
  const handoffId = runningHandoffId ?? lastHandoffId;
  const toHandoff: readonly MenuEntry[] =
    handoffId === null
      ? []
      : [
          {
            id: 'handoff',
            label: t`Open the handoff`,
            icon: 'handoff',
            onAction: () => navigate({ name: 'handoff', handoffId }),
          },
        ];
  const toEnd: readonly MenuEntry[] =
    runningHandoffId !== null || card.stage === 'ended'
      ? []
      : [
          {
            id: 'end',
            label: t`End the work…`,
            stage: 'ended',
            onAction: () => openOverlay({ name: 'end-client', clientId: card.id }),
          },
          {
            id: 'fire-drill',
            label: t`Fire drill…`,
            icon: 'handoff',
            onAction: () => openOverlay({ name: 'fire-drill', clientId: card.id }),
          },
        ];
  const toExport: MenuEntry = {
    id: 'export',
    label: t`Export notes…`,
    icon: 'upload',
    onAction: () => openOverlay({ name: 'export-notes', clientId: card.id }),
  };
  const toExportAll: MenuEntry = {
    id: 'export-all',
    label: t`Export all data…`,
    icon: 'document',
    onAction: () => openOverlay({ name: 'export-client', clientId: card.id }),
  };
  const remove = async () => {
    if (await deleteClient(card.id, card.name)) leaveGone(card.id);
  };
  const hindrance = runningHandoffId === null ? {} : { disabledReason: sentenceForCode('handoff_running') };
  return (
    <Menu
      label={t`More about the client`}
      groups={[
        { id: 'notes', entries: [toExport, toExportAll] },
        ...(toHandoff.length + toEnd.length > 0 ? [{ id: 'handoff', entries: [...toHandoff, ...toEnd] }] : []),
        {
          id: 'delete',
          entries: [
            {
              id: 'delete',
              label: t`Delete client`,
              icon: 'trash',
              tone: 'danger',
              onAction: () => leaveForms(document.body, () => void remove()),
              ...hindrance,
            },
            {
              id: 'erase',
              label: t`Erase for ever…`,
              icon: 'close',
              tone: 'danger',
              onAction: () => openOverlay({ name: 'erase-client', clientId: card.id }),
              ...hindrance,
            },
          ],
        },
      ]}
    >
      <IconButton icon="more" label={t`More`} />
    </Menu>
  );
}
