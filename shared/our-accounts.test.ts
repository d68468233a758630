import { expect, test } from 'vitest';
import { isOurs } from './our-accounts.ts';

const agency = 'Бюро Кварта';
const partners = ['Вера Л.', 'Глеб Орлов', 'Nika'];

test.each([
  'мы',
  'Мы и клиент',
  'на нашей почте',
  'учётная запись агентства',
  'за агентством',
  'our account',
  'the agency’s',
  'бюро Кварта',
  'у Бюро Кварты',
  'Вера',
  'почта Веры',
  'Вера Л.',
  'Глеб',
  'у Глеба Орлова',
  'Nika, Gleb',
])('“%s” is ours', (text) => {
  expect(isOurs(text, agency, partners)).toBe(true);
});

test.each([
  '',
  'клиент',
  'бюро переводов',
  'Верочка',
  'мышь',
  'нашли у клиента',
  'ИП Кварталов',
  'us-east server of the client',
  'Веранда',
  'Вера Соколова, клиент',
])('“%s” is not ours', (text) => {
  expect(isOurs(text, agency, partners)).toBe(false);
});
