import { Trans, useLingui } from '@lingui/react/macro';
import type { ClientPage, Contact } from '../../../shared/contract/clients.ts';
import { presentFirst } from '../../../shared/people.ts';
import { Button } from '../../ui/button.tsx';
import { useToday } from '../../ui/clock.ts';
import { toLastButton, useKeptFocus } from '../../ui/kept-focus.ts';
import { Popover } from '../../ui/popover.tsx';
import { ContactForm } from '../contact-form.tsx';
import { DutyWarnings } from '../duty-warnings.tsx';
import styles from './dossier.module.css';
import { DossierSection } from './dossier-section.tsx';
import { useDutyWords } from './duty-words.ts';
import { PersonRow } from './person-row.tsx';

/** Who decides, who sets tasks, who accepts, who pays: a gap is seen at a glance. */
export function PeopleTable({ page }: { readonly page: ClientPage }) {
  const { t } = useLingui();
  const today = useToday();
  const people = presentFirst(page.contacts, today);
  const keptFocus = useKeptFocus<HTMLDivElement, true>(toLastButton);
  return (
    <DossierSection part="people" title={t`People at the client`} lead={t`Who does what, and who has left`}>
      <div {...keptFocus}>
        {people.length === 0 && page.card.stage === 'ended' && (
          <p className={styles.nothing}>{t`Nobody is known yet`}</p>
        )}
        {people.length > 0 && <Table page={page} people={people} />}
        <DutyWarnings page={page} />
        <Popover
          label={t`New contact`}
          placement="bottom start"
          trigger={
            <Button look="quiet" icon="plus" className={styles.add}>
              <Trans>Add a person</Trans>
            </Button>
          }
        >
          {(close) => <ContactForm clientId={page.card.id} onDone={close} />}
        </Popover>
      </div>
    </DossierSection>
  );
}

interface TableProps {
  readonly page: ClientPage;
  readonly people: readonly Contact[];
}

function Table({ page, people }: TableProps) {
  const { t } = useLingui();
  const duties = useDutyWords();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t({ message: 'Name', context: 'person' })}</th>
          {duties.map(({ duty, head }) => (
            <th key={duty} scope="col" className={styles.check}>
              {head}
            </th>
          ))}
          <th scope="col">{t({ message: 'Left on', context: 'person' })}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {people.map((contact) => (
          <PersonRow key={contact.id} contact={contact} lang={page.language ?? undefined} />
        ))}
      </tbody>
    </table>
  );
}
