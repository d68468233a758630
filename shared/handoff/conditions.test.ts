import { describe, expect, test } from 'vitest';
import { conditionFacts, handoffConditions, projectKinds } from '../content/handoff-conditions.ts';
import { type ClientFacts, metConditions, reasonFor } from './conditions.ts';
import { offeredItems } from './plan.ts';

const nothing: ClientFacts = { assets: [], hasDecisions: false, hasFigures: false, hasOpenContract: false };
const named = (...names: readonly string[]) =>
  metConditions({ ...nothing, assets: names.map((name) => ({ name, renewalOn: null })) });

describe('metConditions', () => {
  test.each([
    ['Домен olha.ru', 'domain'],
    ['DNS (Cloudflare)', 'domain'],
    ['Хостинг «Каскад»', 'hosting'],
    ['VPS at Hetzner', 'hosting'],
    ['1С-Битрикс: Управление сайтом', 'bitrix'],
    ['1C-Bitrix licence', 'bitrix'],
    ['1С:ERP', 'exchange'],
    ['Платёжный шлюз', 'payments'],
    ['Онлайн-касса', 'payments'],
    ['Payment gateway', 'payments'],
    ['Яндекс.Директ', 'ads'],
    ['Google Ads', 'ads'],
  ] as const)('%s says %s', (name, condition) => {
    expect(named(name).map((each) => each.condition)).toContain(condition);
  });

  test.each(['Почта', 'Figma', 'Метрика', 'Repository', 'Каскад', 'Loads of pictures'])('%s says nothing', (name) => {
    expect(named(name)).toEqual([]);
  });

  test('names what says so', () => {
    expect(named('Домен', 'Сервер 1', 'Облако')).toEqual([
      { condition: 'domain', because: ['Домен'] },
      { condition: 'hosting', because: ['Сервер 1', 'Облако'] },
    ]);
    const renewed = { name: 'Лицензия', renewalOn: '2027-01-01' };
    expect(metConditions({ ...nothing, assets: [renewed] })).toEqual([
      { condition: 'renewals', because: ['Лицензия'] },
    ]);
  });

  test('hears other records too', () => {
    const facts = { ...nothing, hasDecisions: true, hasFigures: true, hasOpenContract: true };
    expect(metConditions(facts).map(({ condition }) => condition)).toEqual(['decisions', 'figures', 'contract']);
  });
});

describe('reasonFor', () => {
  test('a record counts before a kind of project, and neither for what is only chosen', () => {
    const met = named('Касса');
    expect(reasonFor('payments', met, ['shop'])).toEqual({ kind: 'record', because: ['Касса'] });
    expect(reasonFor('exchange', met, ['site', 'shop'])).toEqual({ kind: 'project', project: 'shop' });
    expect(reasonFor('bitrix', met, [...projectKinds])).toBeNull();
    expect(reasonFor('chosen', met, [...projectKinds])).toBeNull();
    expect(reasonFor(null, met, [...projectKinds])).toBeNull();
  });
});

test('every item that is offered says when it applies', () => {
  expect(new Set(offeredItems().map(({ condition }) => condition))).toEqual(
    new Set(handoffConditions.filter((condition) => condition !== 'chosen')),
  );
  for (const condition of handoffConditions) {
    const { label } = conditionFacts[condition];
    expect([label.en, label.ru].every((words) => /^(if|when|если|когда) /.test(words))).toBe(true);
  }
});
