import { describe, expect, test } from 'vitest';
import { handoffItems } from '../content/handoff-items.ts';
import { findMoney, saysMoney } from './money.ts';

const found = (text: string) => findMoney(text).map(({ start, end }) => text.slice(start, end));

describe('an amount of money', () => {
  test.each([
    ['Поддержка стоит 80 000 ₽ в месяц', '80 000 ₽'],
    ['платят 80 000 ₽', '80 000 ₽'],
    ['бюджет 1,5 млн руб. на год', '1,5 млн руб.'],
    ['платит 120 тыс. рублей', '120 тыс. рублей'],
    ['около 80 тысяч в месяц', '80 тысяч'],
    ['выходит 80 тысяч.', '80 тысяч'],
    ['максимум 90 тыс', '90 тыс'],
    ['договор на 300т.р.', '300т.р.'],
    ['час за 2500 р.', '2500 р.'],
    ['450 руб за правку', '450 руб'],
    ['1 200 рублей за час', '1 200 рублей'],
    ['лимит 200 долларов', '200 долларов'],
    ['500 евро в квартал', '500 евро'],
    ['12 EUR an hour', '12 EUR'],
    ['they pay 80k€', '80k€'],
    ['about 5k a month', '5k'],
    ['6 к€ в месяц', '6 к€'],
    ['$1,200 a month', '$1,200'],
    ['€ 80 per hour', '€ 80'],
    ['USD 300 for hosting', 'USD 300'],
    ['£45 an hour', '£45'],
    ['a budget of 2 million dollars', '2 million dollars'],
    ['80 thousand per year', '80 thousand'],
    ['RUB 15000', 'RUB 15000'],
    ['₽ 3 000', '₽ 3 000'],
    ['3000р в месяц', '3000р'],
    ['2 500 р/час', '2 500 р'],
    ['платят 80 тыс р', '80 тыс р'],
    ['хостинг 500 CHF', '500 CHF'],
    ['80 000 ₸ в месяц', '80 000 ₸'],
    ['80 000 тенге', '80 000 тенге'],
    ['CHF 500 a year', 'CHF 500'],
    ['¥3000', '¥3000'],
    ['наша ставка выше рынка', 'ставка'],
    ['по ставке разработчика', 'ставке'],
    ['ставки пересматриваем в январе', 'ставки'],
    ['our rate is lower', 'rate'],
    ['the hourly price is agreed', 'hourly price'],
    ['абонентская плата вносится до 5-го', 'абонентская плата'],
    ['почасовая оплата', 'почасовая оплата'],
    ['a monthly fee', 'monthly fee'],
  ])('%j is seen', (text, amount) => {
    expect(found(text)).toEqual([amount]);
  });

  test('each of several is seen, once', () => {
    expect(found('Было 80 000 ₽, стало 95 тысяч в месяц, ставка 2500 р.')).toEqual([
      '80 000 ₽',
      '95 тысяч',
      'ставка',
      '2500 р.',
    ]);
  });
});

describe('no amount of money', () => {
  test.each([
    'Остатки приходят из 1С раз в час, без резервов',
    'Цены для опта считаются ночью, с 02:00 до 03:10',
    'Кэш витрины чистим после смены цен',
    'Место на диске: запас 18 %, хватит на два месяца',
    'В каталоге 12 тысяч товаров',
    'в базе 3,5 млн строк',
    '40 тыс. посетителей в день',
    '120k visitors a day',
    '12 thousand items in the catalogue',
    'Очередь обмена: больше 500 записей означает, что 1С не отвечает',
    'Сертификат обновляем раз в год, 12 марта 2027',
    'PHP 8.2, MySQL 8, 4 ядра, 16 ГБ',
    'Ставка НДС берётся из карточки товара',
    'ставку налога задаёт бухгалтер',
    'the conversion rate is measured in Metrika',
    'bounce rate went down',
    'The API has a rate limit of 5 requests a second',
    'exchange rates are read from the bank at night',
    'Стоимость доставки считает СДЭК',
    'Скидка по карте не складывается с оптовой ценой',
    'Wholesale prices are computed at night',
    'Оплата картой идёт через шлюз',
    'Бесплатная доставка выключена',
    'версия 1.5, сборка 2048',
    'дом 5к2, строение 1',
    '30 % заказов приходит из почты',
    'a budget is not kept in the shop',
    'Separate servers, corporate domain',
    'ТР-12, код 400',
    'Stock comes hourly, 200 records per hour',
    'почасовая выгрузка остатков',
    'увеличили таймаут с 5 к 7',
    'проверяем 3 р в день',
    'пункт 120 р-на',
    'видео в 1080p',
    'CAD 2024 на двух машинах',
    'диск на 2 млн. файлов',
  ])('%j is none', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('the steps of our own template name no price', () => {
    const steps: readonly { readonly code: string; readonly title: Readonly<Record<'en' | 'ru', string>> }[] =
      handoffItems;
    expect(steps.flatMap(({ title }) => [title.en, title.ru]).filter((text) => found(text).length > 0)).toEqual([]);
  });
});

test('a figure in money is told from the others by its unit or its name', () => {
  const units = [
    '₽',
    'тыс. руб.',
    'EUR',
    '$',
    'млн ₽',
    'USD / order',
    'млн₽',
    'k€',
    'тыс₽',
    '$M',
    'р/час',
    'т.р.',
    'kUSD',
  ];
  const names = ['Выручка, ₽', 'Revenue, EUR', 'Средний чек (руб.)'];
  expect([...units, ...names].filter((unit) => !saysMoney(unit))).toEqual([]);
  expect(
    ['%', 'шт.', 'заказов', 'с', 'ms', 'п. п.', 'трафик', 'europe', 'Заказы в корзине', 'r/s'].filter(saysMoney),
  ).toEqual([]);
});
