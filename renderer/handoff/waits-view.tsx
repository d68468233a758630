import { useLingui } from '@lingui/react/macro';
import type { HandoffItem, HandoffPage } from '../../shared/contract/handoff.ts';
import { type Waits, waitsByPerson } from '../../shared/handoff/waits.ts';
import { useToday } from '../ui/clock.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { useKeptFocus } from '../ui/kept-focus.ts';
import { toItemInItsPlace } from './item-focus.ts';
import { ItemRow } from './item-row.tsx';
import { SideMark } from '../ui/side-mark.tsx';
import styles from './waits-view.module.css';
import { sideWord } from './words.ts';

/** What waits for whom: a line for each person, by how soon it is due. */
export function WaitsView({ page }: { readonly page: HandoffPage }) {
  const { t } = useLingui();
  const today = useToday();
  const waits = waitsByPerson(page.items, today);
  const keptFocus = useKeptFocus<HTMLDivElement, number>(toItemInItsPlace);
  return (
    <div className={styles.waits} {...keptFocus}>
      {waits.length === 0 && (
        <EmptyState
          title={t`Nothing waits for anybody`}
        >{t`Every item of the plan is done or does not apply.`}</EmptyState>
      )}
      {waits.map((each) => (
        <Person key={`${each.side} ${each.person}`} page={page} waits={each} />
      ))}
    </div>
  );
}

interface PersonProps {
  readonly page: HandoffPage;
  readonly waits: Waits<HandoffItem>;
}

function Person({ page, waits }: PersonProps) {
  const { t } = useLingui();
  const { side, person, overdue, thisWeek, later } = waits;
  const name = person === '' ? sideWord(side) : person;
  const whose = person === '' ? t`no person yet` : sideWord(side);
  return (
    <section className={styles.person} aria-label={`${name}, ${whose}`}>
      <header className={styles.head}>
        <h2 className={styles.name}>
          <SideMark side={side} />
          {name}
        </h2>
        <p className={styles.whose}>{whose}</p>
      </header>
      {page.state === 'running' ? (
        <>
          <When page={page} name={t`Overdue`} items={overdue} isLate />
          <When page={page} name={t`This week`} items={thisWeek} />
          <When page={page} name={t`Later`} items={later} />
        </>
      ) : (
        <When page={page} name={t`Left open`} items={[...overdue, ...thisWeek, ...later]} />
      )}
    </section>
  );
}

interface WhenProps {
  readonly page: HandoffPage;
  readonly name: string;
  readonly items: readonly HandoffItem[];
  readonly isLate?: boolean;
}

function When({ page, name, items, isLate = false }: WhenProps) {
  return (
    <div className={styles.when} data-empty={items.length === 0 ? '' : undefined}>
      <h3 className={styles.label} data-late={isLate && items.length > 0 ? '' : undefined}>
        {name} <span className={styles.count}>{items.length}</span>
      </h3>
      <ul className={styles.items} aria-label={name}>
        {items.map((item) => (
          <ItemRow key={item.id} page={page} item={item} isWhoSaid />
        ))}
      </ul>
    </div>
  );
}
