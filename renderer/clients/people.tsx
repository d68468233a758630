import { useLingui } from '@lingui/react/macro';
import { useId } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { ClientPage } from '../../shared/contract/clients.ts';
import { isPresent, presentFirst } from '../../shared/people.ts';
import { classNames } from '../ui/class-names.ts';
import { useToday } from '../ui/clock.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useKeptFocus, type WaysOn } from '../ui/kept-focus.ts';
import { Popover } from '../ui/popover.tsx';
import { useUnfolded } from '../ui/unfolded.ts';
import { ContactForm } from './contact-form.tsx';
import { DutyWarnings } from './duty-warnings.tsx';
import { PersonFields, type PersonFieldsProps } from './person-fields.tsx';
import { Section } from './section.tsx';
import styles from './people.module.css';
import { useContactWords } from './contact-words.ts';

/** A person who is gone leaves the keyboard at the way to add one. */
const toPlus: WaysOn<true> = {
  markOf: () => true,
  goOn: (list) => list.closest('section')?.querySelector('button')?.focus(),
};

/** Who is who at the client. */
export function People({ page }: { readonly page: ClientPage }) {
  const { t } = useLingui();
  const today = useToday();
  const keptFocus = useKeptFocus<HTMLUListElement, true>(toPlus);
  return (
    <Section
      title={t`People`}
      action={
        <Popover label={t`New contact`} trigger={<IconButton icon="plus" size="small" label={t`Add a person`} />}>
          {(close) => <ContactForm clientId={page.card.id} onDone={close} />}
        </Popover>
      }
    >
      <ul {...keptFocus}>
        {presentFirst(page.contacts, today).map((contact) => (
          <PersonRow key={contact.id} contact={contact} lang={page.language ?? undefined} />
        ))}
      </ul>
      <DutyWarnings page={page} />
    </Section>
  );
}

/** Unfolds to everything that is known of the person. */
function PersonRow({ contact, lang }: PersonFieldsProps) {
  const words = useContactWords(contact);
  const today = useToday();
  const [isOpen, setOpen] = useUnfolded(`person ${contact.id}`, false);
  const panel = useId();
  return (
    <li data-contact={contact.id} className={classNames(isOpen && styles.unfolded)}>
      <AriaButton
        className={classNames(styles.person, !isPresent(contact, today) && styles.gone)}
        aria-expanded={isOpen}
        {...(isOpen ? { 'aria-controls': panel } : {})}
        onPress={() => setOpen(!isOpen)}
      >
        <span className={styles.name} lang={lang}>
          {contact.name}
        </span>
        <span>{words}</span>
      </AriaButton>
      {isOpen && (
        <div id={panel}>
          <PersonFields contact={contact} lang={lang} />
        </div>
      )}
    </li>
  );
}
