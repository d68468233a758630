import { playbooks, type PlaybookLine } from '../content/playbooks.ts';
import { type Question, questions } from '../content/questions.ts';

export type PlaybookName = keyof typeof playbooks;
export type QuestionSet = keyof typeof questions;

const answerCodes: ReadonlySet<string> = new Set(
  [...Object.values(playbooks).flat(), ...Object.values(questions).flat()].map(({ code }) => code),
);

/** Lines of playbooks and questions of both sets are answered alike, each under its code. */
export function isAnswerCode(code: string): boolean {
  return answerCodes.has(code);
}

export function linesOf(name: PlaybookName): readonly PlaybookLine[] {
  return playbooks[name];
}

export function questionsOf(set: QuestionSet): readonly Question[] {
  return questions[set];
}

export interface Answer {
  readonly code: string;
  readonly answer: string;
  readonly isDone: boolean;
  readonly answeredOn: string | null;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** How many lines are ticked. */
export function progressOfLines(lines: readonly PlaybookLine[], answers: readonly Answer[]): Progress {
  const done = new Set(answers.filter(({ isDone }) => isDone).map(({ code }) => code));
  return { done: lines.filter(({ code }) => done.has(code)).length, total: lines.length };
}

/** How many questions have words for an answer. */
export function progressOfQuestions(asked: readonly Question[], answers: readonly Answer[]): Progress {
  const answered = new Set(answers.filter(({ answer }) => answer !== '').map(({ code }) => code));
  return { done: asked.filter(({ code }) => answered.has(code)).length, total: asked.length };
}

/** The day that stands beside an answer after a change: the one that was given, else the day it was first answered or ticked. */
export function dayOfAnswer(before: Answer | null, after: Omit<Answer, 'answeredOn'>, today: string): string | null {
  if (!after.isDone && after.answer === '') return null;
  const isTicked = after.isDone && before?.isDone !== true;
  return isTicked ? today : (before?.answeredOn ?? today);
}
