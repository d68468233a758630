import type { ClientWork } from '../../../shared/contract/client-work.ts';
import { Icon } from '../../ui/icon.tsx';
import { useLanguage } from '../../ui/session.ts';
import { Section } from '../section.tsx';
import { FigureLine } from './figure-line.tsx';
import { summaryWords, valueWords } from './figure-words.ts';
import { mismatchSentence } from './goal-words.ts';
import styles from './work-summary.module.css';

/** Among the signals: that the goals of both sides differ. */
export function GoalsHint({ work }: { readonly work: ClientWork }) {
  const mismatch = mismatchSentence(work);
  if (mismatch === null) return null;
  return (
    <p className={styles.mismatch}>
      <Icon name="watch" className={styles.sign} />
      {mismatch}
    </p>
  );
}

interface FirstFigureProps {
  readonly work: ClientWork;
  readonly lang: string | undefined;
}

/** The first of the figures, beside the notes. */
export function FirstFigure({ work, lang }: FirstFigureProps) {
  const language = useLanguage();
  const [kpi] = work.kpis;
  if (kpi === undefined) return null;
  return (
    <Section title={kpi.name} lang={lang} action={<span className={styles.value}>{valueWords(kpi, language)}</span>}>
      <p className={styles.caption}>{summaryWords(kpi, language)}</p>
      <FigureLine kpi={kpi} />
    </Section>
  );
}
