import type { ReactNode } from 'react';
import type { ClientPage } from '../../shared/contract/clients.ts';
import { clientPageWith } from '../ui/test-data.ts';
import { show } from '../ui/testing.tsx';
import { clearToasts } from '../ui/toast.ts';
import { followClient, useClients } from './client-store.ts';

interface OpenedProps {
  readonly children: (page: ClientPage) => ReactNode;
}

function Opened({ children }: OpenedProps) {
  const page = useClients((clients) => clients.page);
  return page === null ? null : children(page);
}

/** Shows a part of the page of `cardWith({})`, read anew after each change; what comes back takes all away again. */
export function showPartOfClient(part: OpenedProps['children']): () => void {
  const stop = followClient(clientPageWith().card.id);
  const takeAway = show(<Opened>{part}</Opened>);
  return () => {
    takeAway();
    stop();
    clearToasts();
    useClients.setState({ page: null, revision: -1, status: 'loading' });
  };
}
