import { handoffTemplate } from '../content/handoff-template.ts';
import type { Words } from '../language.ts';
import type { SuccessorMode, Week } from './plan.ts';

// Words of the plan that the page and the document share.

export const weekNames: Readonly<Record<Week, Words>> = {
  1: { en: 'Collect', ru: 'Собрать' },
  2: { en: 'Describe', ru: 'Описать' },
  3: { en: 'Transfer', ru: 'Передать' },
  4: { en: 'Let go', ru: 'Отпустить' },
};

export const sectionNames: ReadonlyMap<string, Words> = new Map(
  handoffTemplate.sections.map((section): [string, Words] => [section.code, section.label]),
);

const firstWeeks = {
  1: {
    en: 'Everyone knows the handoff has begun. The system list is complete.',
    ru: 'Все знают, что передача началась. Список систем полный.',
  },
  2: {
    en: 'The documents are enough to work without asking us.',
    ru: 'По документам можно работать, не спрашивая нас.',
  },
} as const satisfies Partial<Record<Week, Words>>;

const weekSentences: Readonly<Record<SuccessorMode, Readonly<Record<Week, Words>>>> = {
  contractor: {
    ...firstWeeks,
    3: { en: 'The successor builds and releases the project alone.', ru: 'Преемник сам собирает и выпускает проект.' },
    4: { en: 'The successor leads, we answer questions.', ru: 'Преемник ведёт, мы отвечаем на вопросы.' },
  },
  in_house: {
    ...firstWeeks,
    3: {
      en: 'The client’s team builds and releases the project alone.',
      ru: 'Команда клиента сама собирает и выпускает проект.',
    },
    4: { en: 'The client’s team leads, we answer questions.', ru: 'Команда клиента ведёт, мы отвечаем на вопросы.' },
  },
  freeze: {
    ...firstWeeks,
    3: { en: 'The project can be built and released without us.', ru: 'Проект можно собрать и выпустить без нас.' },
    4: { en: 'The project runs by itself, we answer questions.', ru: 'Проект работает сам, мы отвечаем на вопросы.' },
  },
};

/** What is true at the end of a week. */
export function weekSentence(week: Week, successor: SuccessorMode): Words {
  return weekSentences[successor][week];
}
