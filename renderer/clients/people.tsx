import { useLingui } from '@lingui/react/macro';
import { Button as AriaButton } from 'react-aria-components';
import type { ClientPage, Contact } from '../../shared/contract/clients.ts';
import { isPresent, presentFirst } from '../../shared/people.ts';
import { classNames } from '../ui/class-names.ts';
import { useToday } from '../ui/clock.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Popover } from '../ui/popover.tsx';
import { ContactForm } from './contact-form.tsx';
import { DutyWarnings } from './duty-warnings.tsx';
import { Section } from './section.tsx';
import styles from './people.module.css';
import { useContactWords } from './contact-words.ts';

/** Who is who at the client. */
export function People({ page }: { readonly page: ClientPage }) {
  const { t } = useLingui();
  const today = useToday();
  return (
    <Section
      title={t`People`}
      action={
        <Popover label={t`New contact`} trigger={<IconButton icon="plus" size="small" label={t`Add a person`} />}>
          {(close) => <ContactForm clientId={page.card.id} contact={null} onDone={close} />}
        </Popover>
      }
    >
      <ul>
        {presentFirst(page.contacts, today).map((contact) => (
          <PersonRow key={contact.id} clientId={page.card.id} contact={contact} lang={page.language ?? undefined} />
        ))}
      </ul>
      <DutyWarnings page={page} />
    </Section>
  );
}

interface PersonRowProps {
  readonly clientId: string;
  readonly contact: Contact;
  readonly lang: string | undefined;
}

function PersonRow({ clientId, contact, lang }: PersonRowProps) {
  const { t } = useLingui();
  const words = useContactWords(contact);
  const today = useToday();
  return (
    <li data-contact={contact.id}>
      <Popover
        label={t`Contact`}
        placement="bottom start"
        trigger={
          <AriaButton className={classNames(styles.person, !isPresent(contact, today) && styles.gone)}>
            <span className={styles.name} lang={lang}>
              {contact.name}
            </span>
            <span>{words}</span>
          </AriaButton>
        }
      >
        {(close) => <ContactForm clientId={clientId} contact={contact} onDone={close} />}
      </Popover>
    </li>
  );
}
