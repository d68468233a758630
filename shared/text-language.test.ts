import { expect, test } from 'vitest';
import { languageOfText } from './text-language.ts';

test.each([
  ['Мебельный дом «Ольха»', 'ru'],
  ['Kitewell Toys', 'en'],
  ['Ольха CRM', 'ru'],
  ['Kestrel Optics (ООО)', 'en'],
  ['1С', 'ru'],
  ['24/7', undefined],
  ['', undefined],
])('“%s” is read as %s', (name, language) => {
  expect(languageOfText(name)).toBe(language);
});
