import { Icon } from '../../ui/icon.tsx';
import { useLanguage } from '../../ui/session.ts';
import { Section } from '../section.tsx';
import { usePart } from '../use-part.ts';
import { FigureLine } from './figure-line.tsx';
import { summaryWords, valueWords } from './figure-words.ts';
import { mismatchSentence } from './goal-words.ts';
import { loadWork } from './load-work.ts';
import styles from './work-summary.module.css';

/** What the inspector shows of the work: that the goals differ, and the first of the figures. */
export function WorkSummary({ clientId, lang }: { readonly clientId: string; readonly lang: string | undefined }) {
  const language = useLanguage();
  const { value: work } = usePart(clientId, loadWork);
  if (work === null) return null;
  const mismatch = mismatchSentence(work);
  const [kpi] = work.kpis;
  return (
    <>
      {mismatch !== null && (
        <p className={styles.mismatch}>
          <Icon name="watch" className={styles.sign} />
          {mismatch}
        </p>
      )}
      {kpi !== undefined && (
        <Section
          title={kpi.name}
          lang={lang}
          action={<span className={styles.value}>{valueWords(kpi, language)}</span>}
        >
          <p className={styles.caption}>{summaryWords(kpi, language)}</p>
          <FigureLine kpi={kpi} />
        </Section>
      )}
    </>
  );
}
