import { describe, expect, test } from 'vitest';
import { nameFinder } from '../shared/handoff/other-names.ts';
import { keysOf } from './word-keys.ts';

const clients = [
  'Мебель «Ольха»',
  'Текстиль «Веретено»',
  'Керамика «Лён и Глина»',
  'Северный Ветер',
  'Alder Furniture',
  'Kestrel Optics',
  'Green Energy',
  'Мир',
  'Мастерская',
].map((name) => ({ name }));

const find = nameFinder(clients, ['Чайный дом «Полынь»', 'Бюро Кварта'], keysOf);
const found = (text: string) => find(text).map(({ named, start, end }) => [named.name, text.slice(start, end)]);

describe('the name of another client', () => {
  test.each([
    ['Так же сделано у Ольхи', 'Мебель «Ольха»', 'Ольхи'],
    ['делали вместе с ольхой', 'Мебель «Ольха»', 'ольхой'],
    ['ОЛЬХЕ подошло', 'Мебель «Ольха»', 'ОЛЬХЕ'],
    ['по образцу «Веретена»', 'Текстиль «Веретено»', 'Веретена'],
    ['решение за «Веретеном»', 'Текстиль «Веретено»', 'Веретеном'],
    ['обмен взяли из Льна и Глины', 'Керамика «Лён и Глина»', 'Льна и Глины'],
    ['Северным Ветром уже проверено', 'Северный Ветер', 'Северным Ветром'],
    ['the same as at Alder Furniture', 'Alder Furniture', 'Alder Furniture'],
    ['Alder’s warehouse works so, too', 'Alder Furniture', 'Alder'],
    ['as Kestrel does', 'Kestrel Optics', 'Kestrel'],
    ['Green Energy asked for it', 'Green Energy', 'Green Energy'],
    ['сделано для Мира', 'Мир', 'Мира'],
    ['так же у Мастерской', 'Мастерская', 'Мастерской'],
  ])('in %j is %j', (text, name, words) => {
    expect(found(text)).toEqual([[name, words]]);
  });

  test.each([
    'Полынь сама решает',
    'В бюро «Кварта» есть копия',
    'у всего мира так',
    'a green button',
    'в мастерской другой прайс',
    'северный склад отгружает первым, ветер мешает',
    'лён продаётся отдельно от глины',
    'kestrel is a bird',
    'Магазин и личный кабинет опта работают на одном сервере',
  ])('is not in %j', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('a name without quotes', () => {
  test.each([
    ['ООО Ольха', 'обмен как у Ольхи', 'Ольхи'],
    ['ООО Ольха', 'делали вместе с ольхой', 'ольхой'],
    ['Магазин Ольха', 'обмен как у Ольхи', 'Ольхи'],
    ['Мебель Ольха', 'обмен как у Ольхи', 'Ольхи'],
    ['The Alder', 'the exchange that Alder has', 'Alder'],
    ['The New Alder House', 'the exchange that Alder has', 'Alder'],
    ['ИП Мир', 'сделано для Мира', 'Мира'],
    ['3М', 'обмен как у 3М', '3М'],
    ['Фирма «1С»', 'обмен как у 1С', '1С'],
    ['ozo', 'the same as ozo has', 'ozo'],
    ['ozo', 'Ozo has the same', 'Ozo'],
  ])('%j is found in %j', (name, text, words) => {
    const here = nameFinder([{ name }], ['Чайный дом «Полынь»'], keysOf);
    expect(here(text).map(({ start, end }) => text.slice(start, end))).toEqual([words]);
  });

  test.each([
    ['3М', 'кабель лежит в 3м от двери'],
    ['Магазин Ольха', 'стол из ольхи, магазин закрыт'],
    ['ООО Мир', 'у всего мира так'],
    ['Green Store', 'the store is green'],
  ])('%j is not in %j', (name, text) => {
    expect(nameFinder([{ name }], [], keysOf)(text)).toEqual([]);
  });
});

test('the own name of the client is none of another one that shares a word with it', () => {
  const own = nameFinder([{ name: 'Alder Kitchens' }], ['Alder Furniture'], keysOf);
  expect(own('Alder opens a shop').length).toBe(0);
  expect(own('Alder Kitchens opens a shop').length).toBe(1);
});

test('ten thousand names are looked through in a moment', () => {
  const many = Array.from({ length: 10_000 }, (_, index) => ({ name: `Завод «Заря ${index}»` }));
  const findAll = nameFinder([...many, { name: 'Мебель «Ольха»' }], [], keysOf);
  expect(findAll('Так же сделано у Ольхи и на заводе «Заря 77»').map(({ named }) => named.name)).toEqual([
    'Мебель «Ольха»',
    'Завод «Заря 77»',
  ]);
});
