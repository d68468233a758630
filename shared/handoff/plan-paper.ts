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

interface PlanOnPaper {
  readonly clientName: string;
  readonly startOn: Day;
  readonly endOn: Day;
  readonly steps: readonly {
    readonly title: Words;
    readonly side: Side;
    readonly dueOn: Day;
    readonly week: number;
    /** What a fire drill found missing. */
    readonly lacks?: readonly Lack[];
  }[];
}

interface PaperOptions {
  readonly language: Language;
  readonly successor: SuccessorMode;
  readonly agencyName: string;
}

type PlanPaper = DocumentFrame & { readonly plan: PlanSection };

/** The plan by week with boxes to tick, under each step what it would lack; a paper of the partners' own. */
export function drillDocument(drill: PlanOnPaper, options: PaperOptions): PlanPaper {
  return planPaper(drill, { ...options, title: drillWords.title });
}

/** The plan that a template would make of a month that begins on this day. */
export function templateDocument(plan: PlanOnPaper, options: PaperOptions): PlanPaper {
  return planPaper(plan, { ...options, title: documentWords.plan });
}

function planPaper(
  plan: PlanOnPaper,
  { language, successor, agencyName, title: titles }: PaperOptions & { readonly title: Words },
): PlanPaper {
  const { clientName, startOn, steps } = plan;
  const name = agencyName || documentWords.agency[language];
  const title = titles[language];
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
        const { firstOn, lastOn } = daysOfWeek(plan, week);
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
                ...(step.lacks ?? []).map((lack) => `${drillWords.missing[language]}: ${lackWords(lack, language)}`),
              ],
            })),
        };
      }),
    },
  };
}
