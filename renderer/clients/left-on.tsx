import { useLingui } from '@lingui/react/macro';
import type { Contact } from '../../shared/contract/clients.ts';
import { EditableDay } from '../ui/editable-day.tsx';
import type { EditContact } from './contact-edit.ts';

export interface LeftOnProps {
  readonly contact: Contact;
  readonly onEdit: EditContact;
}

/** The day from which a person is no longer at the client. */
export function LeftOn({ contact, onEdit }: LeftOnProps) {
  const { t } = useLingui();
  return (
    <EditableDay
      label={t({ message: 'Left on', context: 'person' })}
      of={contact.name}
      value={contact.leftOn}
      placeholder="—"
      allowsEmpty
      onCommit={(day) => onEdit({ leftOn: day })}
    />
  );
}
