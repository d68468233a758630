import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from './button.tsx';
import { EmptyState } from './empty-state.tsx';
import { openOverlay, type RouteName } from './navigation.ts';
import { Page } from './page.tsx';

/** What a page says while there is nothing on it. */
export function EmptyPage({ name }: { readonly name: RouteName }) {
  const { t } = useLingui();
  switch (name) {
    case 'board':
    case 'client':
      return (
        <Page title={t`Board`} isFilteredByPartner>
          <EmptyState title={t`Add your first client`} actions={<NewClientButton />}>
            <Trans>A name and a stage are enough.</Trans>
          </EmptyState>
        </Page>
      );
    case 'handoffs':
    case 'handoff':
      return (
        <Page title={t`Handoffs`} isFilteredByPartner>
          <EmptyState title={t`No handoffs`}>
            <Trans>One begins when a client leaves for “Ended”.</Trans>
          </EmptyState>
        </Page>
      );
    case 'archive':
      return (
        <Page title={t`Archive`} isFilteredByPartner>
          <EmptyState title={t`The archive is empty`}>
            <Trans>Clients you have parted with stay here with all their notes.</Trans>
          </EmptyState>
        </Page>
      );
    case 'attention':
      return (
        <Page title={t`Attention`} isFilteredByPartner>
          <EmptyState title={t`All is calm`}>
            <Trans>Clients you have not spoken to for too long will appear here.</Trans>
          </EmptyState>
        </Page>
      );
    case 'trash':
      return (
        <Page title={t`Trash`}>
          <EmptyState title={t`The trash is empty`}>
            <Trans>What is deleted is kept for 30 days.</Trans>
          </EmptyState>
        </Page>
      );
    case 'settings':
      return <Page title={t`Settings`}>{null}</Page>;
  }
}

function NewClientButton() {
  return (
    <Button look="primary" size="large" icon="plus" keys="KeyC" onPress={() => openOverlay({ name: 'new-client' })}>
      <Trans>Client</Trans>
    </Button>
  );
}
