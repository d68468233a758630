import { describe, expect, test } from 'vitest';
import {
  filterBeingTyped,
  filtersIn,
  foldName,
  parseSearch,
  type SearchQuery,
  withoutFilter,
  withoutFilters,
  withValue,
} from './search-query.ts';

const today = '2026-11-23';

describe('parseSearch', () => {
  const empty: SearchQuery = {
    words: [],
    phrases: [],
    client: null,
    kind: null,
    after: null,
    before: null,
    hasTask: false,
    isOpen: false,
  };

  test.each<[string, Partial<SearchQuery>]>([
    ['', {}],
    ['   ', {}],
    ['договор', { words: [{ text: 'договор', isOpen: true }] }],
    ['Договор ', { words: [{ text: 'договор', isOpen: false }] }],
    [
      'новый дог',
      {
        words: [
          { text: 'новый', isOpen: false },
          { text: 'дог', isOpen: true },
        ],
      },
    ],
    [
      '1С-Битрикс',
      {
        words: [
          { text: '1с', isOpen: false },
          { text: 'битрикс', isOpen: true },
        ],
      },
    ],
    ['"новый договор"', { phrases: [['новый', 'договор']] }],
    ['«Новый договор» олх', { phrases: [['новый', 'договор']], words: [{ text: 'олх', isOpen: true }] }],
    [
      '"новый дог',
      {
        words: [
          { text: 'новый', isOpen: false },
          { text: 'дог', isOpen: true },
        ],
      },
    ],
    ['client:Ольха отчёт', { client: 'ольха', words: [{ text: 'отчет', isOpen: true }] }],
    ['клиент:"Мебельный дом" ', { client: 'мебельный дом' }],
    ['client:', {}],
    ['kind:call', { kind: 'call' }],
    ['вид:встреч', { kind: 'meeting' }],
    [
      'kind:nonsense',
      {
        words: [
          { text: 'kind', isOpen: false },
          { text: 'nonsense', isOpen: true },
        ],
      },
    ],
    ['after:2026-11-01 x', { after: '2026-11-01', words: [{ text: 'x', isOpen: true }] }],
    ['after:2026', { after: '2026-01-01' }],
    ['после:2026-05', { after: '2026-05-01' }],
    ['after:12.11', { after: '2026-11-12' }],
    ['после:вчера', { after: '2026-11-22' }],
    ['after:"last Tuesday"', { after: '2026-11-17' }],
    ['""', {}],
    ['*', {}],
  ])('%j', (text, expected) => {
    expect(parseSearch(text, today)).toEqual({ ...empty, ...expected });
  });
});

describe('filtersIn', () => {
  const shown = (text: string) =>
    filtersIn(text, today).map((each) => [text.slice(each.from, each.to), 'value' in each ? each.value : each.name]);

  test.each<[string, readonly (readonly [string, string])[]]>([
    ['витрина', []],
    ['client:', []],
    ['kind:nonsense', []],
    [
      'client:Ольха витрина kind:встреч',
      [
        ['client:Ольха', 'Ольха'],
        ['kind:встреч', 'meeting'],
      ],
    ],
    ['клиент:"Мебельный дом" ', [['клиент:"Мебельный дом"', 'Мебельный дом']]],
    ['has:task has:tasks', [['has:task', 'task']]],
    [
      'есть:задача is:open',
      [
        ['есть:задача', 'task'],
        ['is:open', 'open'],
      ],
    ],
    ['after:2026-11 after:вчера', [['after:вчера', '2026-11-22']]],
  ])('%j', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  test.each([
    ['a client:Ольха b', 'a b'],
    ['client:Ольха b', 'b'],
    ['a client:Ольха', 'a'],
    ['kind:call', ''],
  ])('are taken out of %j', (text, rest) => {
    const [first] = filtersIn(text, today);
    expect(first && withoutFilter(text, first)).toBe(rest);
  });

  test('are all taken out', () => {
    expect(withoutFilters('kind:call витрина client:Ольха «новый дом» is:open', today)).toBe('витрина «новый дом»');
    expect(withoutFilters('kind:nonsense', today)).toBe('kind:nonsense');
  });
});

describe('a filter being typed', () => {
  test.each([
    ['client:', { name: 'client', key: 'client', value: '', from: 0 }],
    ['витрина Клиент:оль', { name: 'client', key: 'Клиент', value: 'оль', from: 8 }],
    ['client:"Мебельный д', { name: 'client', key: 'client', value: 'Мебельный д', from: 0 }],
    ['вид:', { name: 'kind', key: 'вид', value: '', from: 0 }],
    ['client:Ольха ', null],
    ['client:"Ольха"', null],
    ['myclient:Ольха', null],
    ['after:', null],
  ])('in %j', (text, expected) => {
    expect(filterBeingTyped(text)).toEqual(expected);
  });

  test.each([
    ['a client:о', 'Ольха', 'a client:Ольха '],
    ['клиент:', 'Мебельный дом «Ольха»', 'клиент:"Мебельный дом Ольха" '],
  ])('gets its value: %j', (text, value, expected) => {
    const typed = filterBeingTyped(text);
    expect(typed && withValue(text, typed, value)).toBe(expected);
  });

  test('the value that was taken finds the name it came from', () => {
    const name = 'Мебельный дом «Ольха»';
    const typed = filterBeingTyped('client:');
    const text = typed === null ? '' : withValue('client:', typed, name);
    expect(foldName(name)).toBe(parseSearch(text, today).client);
  });
});
