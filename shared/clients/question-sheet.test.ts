import { expect, test } from 'vitest';
import { questionSheet } from './question-sheet.ts';

const asked = [
  { code: 'I1', label: { en: 'For how long?', ru: 'На какой срок?' } },
  { code: 'I2', label: { en: 'Who talks to us?', ru: 'Кто общается с нами?' } },
];

test('every question is there, answers stay inside their own points', () => {
  const answers = [{ code: 'I1', answer: 'Years.\n\nHalf a year is too short. ', isDone: false, answeredOn: null }];
  expect(questionSheet('Intro', asked, answers, 'en')).toBe(
    '# Intro\n\n1. **For how long?**\n\n   Years.\n\n   Half a year is too short.\n\n2. **Who talks to us?**\n',
  );
  expect(questionSheet('Знакомство', asked, [], 'ru')).toContain('2. **Кто общается с нами?**');
});
