import type { Day } from '../calendar.ts';
import type { Side } from '../contract/clients.ts';
import type { Language, Words } from '../language.ts';
import { monogramOf } from '../monogram.ts';
import type { PlanSection } from './document-plan.ts';
import { dateIn, dateRange, fullDate } from './document-dates.ts';
import { documentWords } from './document-words.ts';
import type { DocumentFrame } from './document.ts';
import { drillWords, lackWords } from './drill-words.ts';
import { beginsWithContractor, type Lack } from './fire-drill.ts';
import { daysOfWeek } from './moves.ts';
import { handoffWeeks, type SuccessorMode } from './plan.ts';
import { weekNames, weekSentence } from './words.ts';

interface DrillOnPaper {
  readonly clientName: string;
  readonly startOn: Day;
  readonly endOn: Day;
  readonly steps: readonly {
    readonly title: Words;
    readonly side: Side;
    readonly dueOn: Day;
    readonly week: number;
    readonly lacks: readonly Lack[];
  }[];
}

interface PaperOptions {
  readonly language: Language;
  readonly successor: SuccessorMode;
  readonly agencyName: string;
}

/** The plan by week with boxes to tick, under each step what it would lack; a paper of the partners' own. */
export function drillDocument(
  drill: DrillOnPaper,
  { language, successor, agencyName }: PaperOptions,
): DocumentFrame & { readonly plan: PlanSection } {
  const { clientName, startOn, steps } = drill;
  const name = agencyName || documentWords.agency[language];
  const title = drillWords.title[language];
  const version = fullDate(startOn, language);
  const year = Number(startOn.slice(0, 4));
  return {
    language,
    madeOn: startOn,
    title,
    clientName,
    agencyName: name,
    monogram: monogramOf(name),
    version: `${version}, ${drillWords.ifToday[language]}`,
    line: `${title}: ${clientName}, ${version}`,
    plan: {
      heading: title,
      columns: {
        item: documentWords.item[language],
        who: documentWords.who[language],
        due: documentWords.due[language],
      },
      states: { done: documentWords.isDone[language], open: documentWords.isOpen[language] },
      weeks: handoffWeeks.map(({ week }) => {
        const { firstOn, lastOn } = daysOfWeek(drill, week);
        return {
          name: weekNames[week][language],
          dates: `${documentWords.week[language]} ${week}, ${dateRange(firstOn, lastOn, language)}`,
          sentence: weekSentence(week, successor)[language],
          none: documentWords.noItems[language],
          items: steps
            .filter((step) => step.week === week)
            .map((step) => ({
              isDone: false,
              title: step.title[language] || step.title[language === 'en' ? 'ru' : 'en'],
              who: drillWords[step.side][language],
              due: dateIn(year, step.dueOn, language),
              notes: [
                ...(beginsWithContractor(step, successor) ? [drillWords.whenChosen[language]] : []),
                ...step.lacks.map((lack) => `${drillWords.missing[language]}: ${lackWords(lack, language)}`),
              ],
            })),
        };
      }),
    },
  };
}
