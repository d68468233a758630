import { useLingui } from '@lingui/react/macro';
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components';
import { weekdaysCalendar } from '../../shared/content/calendars.ts';
import { successorModes } from '../../shared/contract/handoff.ts';
import { extendedItems, makePlan, type SuccessorMode } from '../../shared/handoff/plan.ts';
import { sectionNames } from '../../shared/handoff/words.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { Icon } from '../ui/icon.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { useLanguage, useSession } from '../ui/session.ts';
import styles from './plan-choices.module.css';
import { successorWord } from './words.ts';

export interface PlanChoicesProps {
  readonly startOn: string;
  readonly successor: SuccessorMode;
  readonly onSuccessor: (successor: SuccessorMode) => void;
  readonly extended: readonly string[];
  readonly onExtended: (codes: readonly string[]) => void;
}

/** Who takes over and what the project has; quiet, because the usual answer is already there. */
export function PlanChoices(props: PlanChoicesProps) {
  const { startOn, successor, onSuccessor, extended, onExtended } = props;
  const { t } = useLingui();
  const language = useLanguage();
  const calendar = useSession((session) => session.settings?.calendar ?? weekdaysCalendar);
  const count = makePlan({ startOn, successor, extended, calendar }).length;
  const sections = Map.groupBy(extendedItems, (item) => item.section);
  return (
    <Disclosure className={styles.disclosure ?? ''}>
      <Button slot="trigger" className={styles.trigger ?? ''}>
        <Icon name="right" size={14} className={styles.arrow} />
        {t`Who takes over`}: {successorWord(successor).toLocaleLowerCase(language)}; {t`items in the plan: ${count}`}
      </Button>
      <DisclosurePanel className={styles.panel ?? ''}>
        <p className={styles.label}>{t`Who takes over`}</p>
        <Segmented
          label={t`Who takes over`}
          value={successor}
          onChange={onSuccessor}
          segments={successorModes.map((id) => ({ id, label: successorWord(id) }))}
        />
        <p className={styles.label}>{t`What the project has`}</p>
        {[...sections].map(([section, items]) => (
          <div key={section} role="group" aria-label={sectionNames.get(section)?.[language] ?? section}>
            {items.map((item) => (
              <Checkbox
                key={item.code}
                isSelected={extended.includes(item.code)}
                onChange={(isSelected) =>
                  onExtended(isSelected ? [...extended, item.code] : extended.filter((code) => code !== item.code))
                }
                className={styles.item}
              >
                {item.title[language]}
              </Checkbox>
            ))}
          </div>
        ))}
      </DisclosurePanel>
    </Disclosure>
  );
}
