import type { ClientPage } from '../../../shared/contract/clients.ts';
import type { ClientWork } from '../../../shared/contract/client-work.ts';
import { Banner } from '../../ui/banner.tsx';
import { PartState } from '../part-state.tsx';
import { usePart } from '../use-part.ts';
import { Engagements } from './engagements.tsx';
import { Figures } from './figures.tsx';
import { mismatchSentence } from './goal-words.ts';
import { GoalsSection } from './goals-section.tsx';
import { loadWork } from './load-work.ts';
import { Reports } from './reports.tsx';
import styles from './work.module.css';

export interface WorkPartProps {
  readonly page: ClientPage;
  readonly work: ClientWork;
}

/** What is under way: what both sides want, how it is measured, what is reported, under which contract. */
export function WorkTab({ page }: { readonly page: ClientPage }) {
  const part = usePart(page.card.id, loadWork);
  const work = part.value;
  if (work === null) return <PartState part={part} />;
  const mismatch = mismatchSentence(work);
  return (
    <div className={styles.work}>
      <PartState part={part} />
      {mismatch !== null && (
        <div className={styles.mismatch}>
          <Banner tone="warn" icon="watch" role="status">
            {mismatch}
          </Banner>
        </div>
      )}
      <GoalsSection page={page} work={work} />
      <Figures page={page} work={work} />
      <Reports page={page} work={work} />
      <Engagements page={page} work={work} />
    </div>
  );
}
