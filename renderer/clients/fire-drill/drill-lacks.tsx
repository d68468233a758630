import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import type { DrillLack } from '../../../shared/contract/handoff-drill.ts';
import { lackWords } from '../../../shared/handoff/drill-words.ts';
import type { Language } from '../../../shared/language.ts';
import styles from './fire-drill-dialog.module.css';
import { goToLack } from './go-to-lack.ts';

interface DrillLacksProps {
  readonly drill: CallOutput<'handoff.fireDrill'>;
  readonly language: Language;
  readonly clientId: string;
}

/** What is missing, what holds up the most steps first; each leads to where it is filled in. */
export function DrillLacks({ drill, language, clientId }: DrillLacksProps) {
  const { t } = useLingui();
  const groups = Map.groupBy(
    drill.steps.flatMap(({ lacks }) => lacks),
    (lack) => lackWords(lack, language),
  );
  const lacks = [...groups].toSorted(([, one], [, other]) => other.length - one.length);
  return (
    <section className={styles.lacks} aria-label={t`What is missing`}>
      <h3 className={styles.heading}>{t`What is missing`}</h3>
      <ul className={styles.lackList}>
        {lacks.map(([words, each]) => (
          <li key={words}>
            <LackButton lack={each[0]} words={words} clientId={clientId} />
            <span className={styles.holds}>
              {t`holds up ${plural(each.length, { one: '#\u00a0step', other: '#\u00a0steps' })}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface LackButtonProps {
  readonly lack: DrillLack | undefined;
  readonly words: string;
  readonly clientId: string;
}

function LackButton({ lack, words, clientId }: LackButtonProps) {
  if (lack === undefined) return null;
  return (
    <button type="button" className={styles.lack} onClick={() => goToLack(clientId, lack)}>
      {words}
    </button>
  );
}
