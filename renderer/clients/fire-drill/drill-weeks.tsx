import { useLingui } from '@lingui/react/macro';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import type { DrillStepView } from '../../../shared/contract/handoff-drill.ts';
import { drillWords, lackWords } from '../../../shared/handoff/drill-words.ts';
import { beginsWithContractor } from '../../../shared/handoff/fire-drill.ts';
import { daysOfWeek } from '../../../shared/handoff/moves.ts';
import { handoffWeeks, type Week } from '../../../shared/handoff/plan.ts';
import { weekNames, weekSentence } from '../../../shared/handoff/words.ts';
import type { Language } from '../../../shared/language.ts';
import { useToday } from '../../ui/clock.ts';
import { formatDayRange, formatShortDay } from '../../ui/format.ts';
import { SideMark } from '../../ui/side-mark.tsx';
import styles from './fire-drill-dialog.module.css';
import { goToLack } from './go-to-lack.ts';
import type { DrillChoices } from './use-drill.ts';

interface DrillWeeksProps {
  readonly drill: CallOutput<'handoff.fireDrill'>;
  readonly language: Language;
  readonly choices: DrillChoices;
}

export function DrillWeeks(props: DrillWeeksProps) {
  return (
    <div className={styles.weeks} lang={props.language}>
      {handoffWeeks.map(({ week }) => (
        <WeekOfDrill key={week} week={week} {...props} />
      ))}
    </div>
  );
}

function WeekOfDrill({ week, drill, language, choices }: DrillWeeksProps & { readonly week: Week }) {
  const { t } = useLingui();
  const today = useToday();
  const name = weekNames[week][language];
  const { firstOn, lastOn } = daysOfWeek(drill, week);
  const steps = drill.steps.filter((step) => step.week === week);
  return (
    <section className={styles.week} aria-label={name}>
      <header className={styles.weekHead}>
        <h3 className={styles.heading}>{name}</h3>
        <p className={styles.dates}>{formatDayRange(language, firstOn, lastOn, today)}</p>
        <p className={styles.sentence}>{weekSentence(week, choices.successor)[language]}</p>
      </header>
      <ul>
        {steps.map((step) => (
          <Step key={step.code} step={step} language={language} choices={choices} />
        ))}
      </ul>
      {steps.length === 0 && <p className={styles.dates}>{t`Nothing is missing here`}</p>}
    </section>
  );
}

interface StepProps {
  readonly step: DrillStepView;
  readonly language: Language;
  readonly choices: DrillChoices;
}

function Step({ step, language, choices }: StepProps) {
  const today = useToday();
  const { title, side, dueOn, lacks } = step;
  const waits = beginsWithContractor(step, choices.successor);
  return (
    <li className={styles.step} data-lacking={lacks.length > 0 ? '' : undefined}>
      <SideMark side={side} />
      <div className={styles.words}>
        <p>{title[language] || title[language === 'en' ? 'ru' : 'en']}</p>
        <p className={styles.facts}>
          {drillWords[side][language]}
          {waits && `, ${drillWords.whenChosen[language]}`}
        </p>
        {lacks.map((lack) => {
          const words = lackWords(lack, language);
          return (
            <button key={words} type="button" className={styles.lack} onClick={() => goToLack(choices.clientId, lack)}>
              {words}
            </button>
          );
        })}
      </div>
      <span className={styles.due}>{formatShortDay(language, dueOn, today)}</span>
    </li>
  );
}
