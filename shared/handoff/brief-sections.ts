import { daysBetween } from '../calendar.ts';
import { formatDecimal } from '../decimal.ts';
import type { Language } from '../language.ts';
import { sentence } from '../sentences.ts';
import type { BriefSection } from './brief.ts';
import type { BriefSource, FigureSource, RoleSource } from './brief-source.ts';
import { briefWords, horizonOfGoals, sideOfSystem, targetOfSystem, workWords } from './brief-words.ts';
import { candidateQuestionWords } from './candidate-questions.ts';
import { dateIn, dateRange, fullDate } from './document-dates.ts';
import { dutiesOf, joined } from './document-people.ts';
import { roleWords } from './document-words.ts';
import { daysOfWeek } from './moves.ts';
import { handoffWeeks, type Week, weekOf } from './plan.ts';
import { weekNames, weekSentence } from './words.ts';

/** In their order; what nobody wrote down is left out. */
export function briefSections(source: BriefSource, language: Language): readonly BriefSection[] {
  return [
    ...map(source, language),
    ...systems(source, language),
    roles(source, language),
    month(source, language),
    ...defects(source, language),
    ...goals(source, language),
    questions(language),
    answer(source, language),
  ];
}

const nonBreakingSpace = '\u00a0';

function map({ map: lines }: BriefSource, language: Language): readonly BriefSection[] {
  if (lines.length === 0) return [];
  return [
    {
      part: 'knowledge',
      heading: briefWords.map[language],
      lead: briefWords.mapLead[language],
      blocks: [{ kind: 'list', lines }],
    },
  ];
}

function systems(source: BriefSource, language: Language): readonly BriefSection[] {
  if (source.systems.length === 0) return [];
  const { system, now, afterwards } = briefWords;
  return [
    {
      part: 'assets',
      heading: briefWords.runsOn[language],
      lead: briefWords.runsOnLead[language],
      blocks: [
        {
          kind: 'table',
          columns: [system[language], now[language], afterwards[language]],
          widths: [46, 22, 32],
          rows: source.systems.map(({ name, side, goesTo }) => [
            name,
            sideOfSystem[side][language],
            targetOfSystem[goesTo]?.[language] ?? '',
          ]),
        },
      ],
    },
  ];
}

function roles(source: BriefSource, language: Language): BriefSection {
  const kinds = source.work.flatMap((kind) => workWords[kind]?.[language] ?? []);
  const ours = [briefWords.leads[language], ...new Set(kinds)].join(', ');
  return {
    part: 'knowledge',
    heading: briefWords.roles[language],
    lead: '',
    blocks: [
      {
        kind: 'table',
        columns: [briefWords.role[language], briefWords.does[language]],
        widths: [34, 66],
        rows: [
          [source.agency.name, ours],
          ...source.roles.map((role) => [roleOf(role, language), deedsOf(role, language)]),
        ],
      },
    ],
  };
}

function roleOf({ role, roleNote }: RoleSource, language: Language): string {
  return roleNote || (roleWords[role]?.[language] ?? briefWords.staff[language]);
}

function deedsOf(role: RoleSource, language: Language): string {
  const duties = [...dutiesOf(role, language), ...(role.isTechnical ? [briefWords.technical[language]] : [])];
  return duties.join(', ') || briefWords.takesPart[language];
}

function goals({ goals: shown, madeOn }: BriefSource, language: Language): readonly BriefSection[] {
  if (shown === null || (shown.goal === '' && shown.figures.length === 0)) return [];
  const horizon = horizonOfGoals[shown.horizon]?.[language];
  const ahead = horizon === undefined ? '' : ` (${briefWords.horizon[language]}: ${horizon})`;
  const { figure, value, target, serves } = briefWords;
  const year = Number(madeOn.slice(0, 4));
  return [
    {
      part: 'cover',
      heading: briefWords.goals[language],
      lead: briefWords.goalsLead[language],
      blocks: [
        ...(shown.goal === ''
          ? []
          : [{ kind: 'text', text: `${briefWords.goal[language]}${ahead}: ${shown.goal}` } as const]),
        ...(shown.figures.length === 0
          ? []
          : [
              {
                kind: 'table',
                columns: [figure[language], value[language], target[language], serves[language]],
                widths: [30, 24, 14, 32],
                rows: shown.figures.map((each) => figureRow(each, year, language)),
              } as const,
            ]),
      ],
    },
  ];
}

function figureRow(figure: FigureSource, year: number, language: Language): readonly string[] {
  const amount = (value: string) =>
    value === '' ? '—' : `${formatDecimal(value, language)}${figure.unit && nonBreakingSpace}${figure.unit}`;
  const day = figure.measuredOn === null ? '' : `, ${dateIn(year, figure.measuredOn, language)}`;
  return [figure.name, `${amount(figure.value)}${day}`, amount(figure.target), figure.serves];
}

function month(source: BriefSource, language: Language): BriefSection {
  return {
    part: 'plan',
    heading: briefWords.plan[language],
    lead: briefWords.planLead[language],
    blocks: [
      {
        kind: 'table',
        columns: [briefWords.week[language], briefWords.byItsEnd[language], briefWords.expected[language]],
        widths: [26, 32, 42],
        rows: handoffWeeks.map(({ week }) => weekRow(source, week, language)),
      },
    ],
  };
}

function weekRow(source: BriefSource, week: Week, language: Language): readonly string[] {
  const { startOn, madeOn } = source;
  const { firstOn, lastOn } = daysOfWeek(source, week);
  const days = `${briefWords.days[language]}${nonBreakingSpace}${dayOf(source, firstOn)}–${dayOf(source, lastOn)}`;
  const year = Number(madeOn.slice(0, 4));
  const steps = source.steps.filter(({ dueOn }) => weekOf(startOn, dueOn) === week);
  return [
    [weekNames[week][language], dateRange(firstOn, lastOn, language), days].join('\n'),
    weekSentence(week, 'contractor')[language],
    steps
      .map(({ title, dueOn }) => {
        const due = `${briefWords.by[language]} ${dateIn(year, dueOn, language)}`;
        return `${title}, ${due} (${briefWords.day[language]}${nonBreakingSpace}${dayOf(source, dueOn)})`;
      })
      .join('\n') || '—',
  ];
}

/** The first day is day 1, and the last two are one: a month has thirty, as on the page of the handoff. */
function dayOf({ startOn, endOn }: Pick<BriefSource, 'startOn' | 'endOn'>, day: string): number {
  return Math.min(daysBetween(startOn, day) + 1, daysBetween(startOn, endOn));
}

function defects({ defects: lines }: BriefSource, language: Language): readonly BriefSection[] {
  if (lines.length === 0) return [];
  return [
    {
      part: 'knowledge',
      heading: briefWords.defects[language],
      lead: '',
      blocks: [{ kind: 'list', lines }],
    },
  ];
}

function questions(language: Language): BriefSection {
  return {
    part: 'candidates',
    heading: briefWords.questions[language],
    lead: briefWords.questionsLead[language],
    blocks: [{ kind: 'list', lines: Object.values(candidateQuestionWords).map((words) => words[language]) }],
  };
}

function answer({ agency, leadName, answerOn }: BriefSource, language: Language): BriefSection {
  const who = joined([leadName, agency.name, agency.contact]);
  const until =
    answerOn === null
      ? []
      : [`${briefWords.answersUntil[language]} ${fullDate(answerOn, language)}${briefWords.year[language]}.`];
  return {
    part: 'people',
    heading: briefWords.answer[language],
    lead: '',
    blocks: [{ kind: 'text', text: [sentence(who), ...until].join(' ') }],
  };
}
