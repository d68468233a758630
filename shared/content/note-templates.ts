import type { NoteKind } from '../contract/notes.ts';
import type { Language, Words } from '../language.ts';
import { questions } from './questions.ts';

/** The skeleton of a note: headings and questions that a talk of its sort always has. */
export interface NoteTemplate {
  readonly code: string;
  /** The kind of note it is offered for first. */
  readonly kind: NoteKind;
  readonly title: Words;
  /** Markdown; lines `[ ]` become tasks. */
  readonly text: Words;
}

type BriefCode = (typeof questions.brief)[number]['code'];

/** The questions in the order of a good talk: from what hurts to who pays. */
const briefParts: readonly { readonly title: Words; readonly asks: readonly BriefCode[] }[] = [
  { title: { en: 'The problem', ru: 'Задача' }, asks: ['B1', 'B7'] },
  { title: { en: 'The people', ru: 'Люди' }, asks: ['B2'] },
  { title: { en: 'The business', ru: 'Как устроено дело' }, asks: ['B3', 'B4', 'B5'] },
  { title: { en: 'Systems and access', ru: 'Системы и доступы' }, asks: ['B6', 'B10'] },
  { title: { en: 'Plans and money', ru: 'Планы и деньги' }, asks: ['B8', 'B9'] },
];

function brief(language: Language, title: string, next: string, task: string): string {
  const parts = briefParts.map(({ title: part, asks }) => {
    const lines = questions.brief.filter(({ code }) => asks.some((asked) => asked === code));
    return [`## ${part[language]}`, ...lines.map(({ label }) => `- ${label[language]}`)].join('\n');
  });
  return [`# ${title}`, ...parts, `## ${next}`, `[ ] ${task}`].join('\n\n');
}

export const noteTemplates: readonly NoteTemplate[] = [
  {
    code: 'brief',
    kind: 'meeting',
    title: { en: 'Brief', ru: 'Бриф' },
    text: {
      en: brief('en', 'Brief', 'Next', 'Write back how we understood the problem, by the day after tomorrow'),
      ru: brief('ru', 'Бриф', 'Дальше', 'Написать, как мы поняли задачу, до послезавтра'),
    },
  },
  {
    code: 'weekly',
    kind: 'call',
    title: { en: 'Weekly call', ru: 'Еженедельный созвон' },
    text: {
      en: `# Weekly call

## Done since last time
-\u0020

## What the figures say
-\u0020

## What is in the way
Whose move is it, ours or theirs?

## What is new with them
Plans, people, budget: what did we hear in passing?

## Until next time
[ ] Send the summary, by tomorrow`,
      ru: `# Еженедельный созвон

## Сделали с прошлого раза
-\u0020

## Что говорят цифры
-\u0020

## Что мешает
За кем ход: за нами или за ними?

## Что у них нового
Планы, люди, бюджет: что прозвучало между делом?

## До следующего раза
[ ] Прислать итоги разговора, до завтра`,
    },
  },
  {
    code: 'quarter',
    kind: 'meeting',
    title: { en: 'Quarterly review', ru: 'Квартальный обзор' },
    text: {
      en: `# Quarterly review

## What we promised and what came of it
-\u0020

## Figures against the goals
- Which one moved, and because of what?
- Which one did not, and what did we try?

## What they say about our work
In their words: what to keep, what to change?

## Their plans for the next quarter
- Is there a plan, and a budget for it?
- What changes in the business, in the team, in the range?

## What we propose
An idea beyond the contract, and the figure it should move:
-\u0020

## Agreed
[ ] Send the plan for the quarter, by the end of the week`,
      ru: `# Квартальный обзор

## Что обещали и что вышло
-\u0020

## Показатели и цели
- Какой сдвинулся и благодаря чему?
- Какой стоит на месте и что мы пробовали?

## Что они говорят о нашей работе
Их словами: что оставить, что поменять?

## Их планы на следующий квартал
- Есть ли план и бюджет под него?
- Что меняется в деле, в команде, в ассортименте?

## Что предлагаем мы
Идея сверх договора и показатель, который она должна сдвинуть:
-\u0020

## Договорились
[ ] Прислать план на квартал, до конца недели`,
    },
  },
  {
    code: 'audit',
    kind: 'observation',
    title: { en: 'Mini-audit', ru: 'Мини-аудит' },
    text: {
      en: `# Mini-audit

For each: a mark from 1 to 5, what we saw, and one open question.

## Business processes
-\u0020

## Product range
-\u0020

## Technical capabilities
-\u0020

## Best-margin products
-\u0020

## Total profit
-\u0020

## The first lever
What one change would be noticed within a month?

[ ] Show the client what we found`,
      ru: `# Мини-аудит

По каждой теме: оценка от 1 до 5, что увидели и один открытый вопрос.

## Бизнес-процессы
-\u0020

## Ассортимент
-\u0020

## Технические возможности
-\u0020

## Самые маржинальные продукты
-\u0020

## Общая прибыль
-\u0020

## Первый рычаг
Какое одно изменение будет заметно уже через месяц?

[ ] Показать клиенту, что мы нашли`,
    },
  },
];
