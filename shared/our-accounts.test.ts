import { expect, test } from 'vitest';
import { isOurs } from './our-accounts.ts';

const names = ['Бюро Кварта', 'Вера Л.', 'Nika'];

test.each([
  'мы',
  'Мы и клиент',
  'учётная запись агентства',
  'our account',
  'the agency’s account, agency',
  'бюро Кварта',
  'Вера',
  'Вера Л.',
  'Nika, Gleb',
])('“%s” is ours', (text) => {
  expect(isOurs(text, names)).toBe(true);
});

test.each([
  '',
  'клиент',
  'бюро переводов',
  'Верочка',
  'мышь',
  'ИП Кварталов',
  'us-east server of the client',
  'Веранда',
])('“%s” is not ours', (text) => {
  expect(isOurs(text, names)).toBe(false);
});
