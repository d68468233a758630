import { useLingui } from '@lingui/react/macro';
import type { ClientPage } from '../../shared/contract/clients.ts';
import { missingDuties } from '../../shared/people.ts';
import { classNames } from '../ui/class-names.ts';
import { useToday } from '../ui/clock.ts';
import { Icon } from '../ui/icon.tsx';
import styles from './duty-warnings.module.css';

/** What nobody at the client does, said before it hurts; after the parting it hurts no more. */
export function DutyWarnings({ page }: { readonly page: ClientPage }) {
  const { t } = useLingui();
  const today = useToday();
  const missing = page.card.stage === 'ended' ? [] : missingDuties(page.contacts, today);
  const words = {
    anybody: t`Nobody is known here yet: who sets the tasks, who accepts?`,
    sets_tasks: t`Nobody sets tasks: ask who does`,
    accepts_results: t`Nobody accepts results: ask whose word is the last`,
  };
  if (missing.length === 0) return null;
  return (
    <ul className={styles.warnings} aria-label={t`What is missing`}>
      {missing.map((duty) => (
        <li key={duty} className={classNames(styles.warning, duty === 'anybody' && styles.question)}>
          <Icon name="watch" />
          {words[duty]}
        </li>
      ))}
    </ul>
  );
}
