import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { useCommands } from '../ui/commands.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { smallWindow, useMedia } from '../ui/media.ts';
import { Menu } from '../ui/menu.tsx';
import { filterByPartner, usePartners, useSession } from '../ui/session.ts';

/** Whose clients are shown; there is nothing to choose in an agency of one. */
export function FilterMenu() {
  const partners = usePartners();
  return partners.length < 2 ? null : <Filter />;
}

function Filter() {
  const { t } = useLingui();
  const partners = usePartners();
  const filter = useSession((session) => session.partnerFilter);
  const isSmall = useMedia(smallWindow);
  const [isOpen, setOpen] = useState(false);
  useCommands([{ id: 'filter', label: t`Filter`, section: 'board', keys: ['KeyF'], run: () => setOpen(true) }]);
  const choice = (partnerId: string | null, label: string) => ({
    id: partnerId ?? 'all',
    label,
    isChosen: filter === partnerId,
    onAction: () => filterByPartner(partnerId),
  });
  const entries = [choice(null, t`All clients`), ...partners.map(({ id, name }) => choice(id, name))];
  return (
    <Menu
      label={t`Whose clients to show`}
      groups={[{ id: 'partners', label: t`Whose clients to show`, entries }]}
      isOpen={isOpen}
      onOpenChange={setOpen}
    >
      {isSmall ? (
        <IconButton icon="filter" label={t`Filter`} keys="KeyF" />
      ) : (
        <Button look="quiet" icon="filter">{t`Filter`}</Button>
      )}
    </Menu>
  );
}
