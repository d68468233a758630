import type { Playbook } from '../../../shared/contract/client-playbook.ts';
import type { ClientPage } from '../../../shared/contract/clients.ts';

/** What every section of the tab is drawn from. */
export interface PartProps {
  readonly page: ClientPage;
  readonly playbook: Playbook;
}
