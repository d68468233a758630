import { useLingui } from '@lingui/react/macro';
import type { Contact } from '../../shared/contract/clients.ts';
import type { CallInput } from '../../shared/contract/contract.ts';
import { call } from '../api.ts';
import { change } from './client-store.ts';

export type EditContact = (
  fields: Omit<CallInput<'clients.editContact'>, 'commandId' | 'contactId'>,
) => Promise<boolean>;

export interface ContactEdit {
  /** One command for each field that is changed. */
  readonly edit: EditContact;
  readonly remove: () => Promise<boolean>;
}

export function useContactEdit({ id: contactId, name }: Contact): ContactEdit {
  const { t } = useLingui();
  return {
    edit: (fields) =>
      change((commandId) => call('clients.editContact', { commandId, contactId, ...fields }), t`${name} is changed`),
    remove: () =>
      change((commandId) => call('clients.deleteContact', { commandId, contactId }), t`${name} is in the trash`),
  };
}
