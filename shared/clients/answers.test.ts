import { describe, expect, test } from 'vitest';
import {
  type Answer,
  dayOfAnswer,
  isAnswerCode,
  linesOf,
  progressOfLines,
  progressOfQuestions,
  questionsOf,
} from './answers.ts';

const given = (more: Partial<Answer>): Answer => ({
  code: 'STA-1',
  answer: '',
  isDone: false,
  answeredOn: null,
  ...more,
});

test('lines and questions are known by their codes, nothing else is', () => {
  expect(['STA-1', 'HND-6', 'I10', 'B1'].map(isAnswerCode)).toEqual([true, true, true, true]);
  expect(['', 'STA', 'toString', 'STA-99'].some(isAnswerCode)).toBe(false);
});

test('a line counts when it is ticked, a question when it has an answer', () => {
  const answers = [
    given({ isDone: true }),
    given({ code: 'STA-2', answer: 'Twice us' }),
    given({ code: 'I1', answer: 'Years' }),
  ];
  expect(progressOfLines(linesOf('stable'), answers)).toEqual({ done: 1, total: 9 });
  expect(progressOfQuestions(questionsOf('intro'), answers)).toEqual({ done: 1, total: 10 });
});

describe('the day of an answer', () => {
  const monday = '2026-11-23';
  test('is the day of the first words', () => {
    expect(dayOfAnswer(null, given({ answer: 'Yes' }), monday)).toBe(monday);
    expect(dayOfAnswer(given({ answer: 'Yes', answeredOn: '2026-11-02' }), given({ answer: 'No' }), monday)).toBe(
      '2026-11-02',
    );
  });
  test('becomes the day of the tick', () => {
    expect(
      dayOfAnswer(given({ answer: 'Yes', answeredOn: '2026-11-02' }), given({ answer: 'Yes', isDone: true }), monday),
    ).toBe(monday);
  });
  test('goes with the last of it', () => {
    expect(dayOfAnswer(given({ isDone: true, answeredOn: '2026-11-02' }), given({}), monday)).toBeNull();
  });
});
