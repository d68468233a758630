import type { candidateQuestions } from '../contract/handoff.ts';
import type { Words } from '../language.ts';

export type CandidateQuestion = (typeof candidateQuestions)[number];

/** The six questions to a possible successor, as they are asked; the same ones to everybody. */
export const candidateQuestionWords: Readonly<Record<CandidateQuestion, Words>> = {
  technical_lead_talks: {
    en: 'Who will lead the project and answer the technical side?',
    ru: 'Кто будет вести проект и отвечать техдиру?',
  },
  answers_within_a_day: {
    en: 'How soon do you answer on a working day?',
    ru: 'Как быстро отвечаете в рабочий день?',
  },
  no_rush_to_sign: {
    en: 'Are you ready to begin with a small task?',
    ru: 'Готовы начать с небольшой задачи?',
  },
  shows_reports: {
    en: 'Which reports do you send, and how often?',
    ru: 'Какие отчёты и как часто присылаете?',
  },
  asks_questions: {
    en: 'What do you want to know about us before you start?',
    ru: 'Что хотите узнать о нас до начала?',
  },
  beyond_the_plan: {
    en: 'What do you do when a task is not in the plan?',
    ru: 'Что сделаете, если задачи нет в плане?',
  },
};
