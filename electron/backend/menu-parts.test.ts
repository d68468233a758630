import { expect, test } from 'vitest';
import { languages } from '../../shared/language.ts';
import { menuWord, pageCommands } from '../../shared/words/menu.ts';
import { menuParts } from './menu-parts.ts';

const entries = menuParts.flatMap((part) => part.entries.filter((entry) => entry !== 'line'));

test('the menu leads to all that the window may ask of the page, once, but to what it asks by itself', () => {
  const sent = entries.flatMap((entry) => ('sends' in entry ? [entry.sends] : []));
  const byItself = ['attention', 'before-close', 'quick-note-anywhere'];
  expect(sent.toSorted()).toEqual(pageCommands.filter((command) => !byItself.includes(command)).toSorted());
});

test('no word and no key stands in the menu twice, in either language', () => {
  const words = [...menuParts, ...entries].map(({ word }) => word);
  for (const language of languages) {
    const labels = words.map((word) => menuWord(word, language));
    expect(new Set(labels).size).toBe(labels.length);
  }
  const keys = entries.flatMap((entry) => ('keys' in entry ? [entry.keys] : []));
  expect(new Set(keys).size).toBe(keys.length);
});

test('no part begins or ends with a line', () => {
  for (const { entries: own } of menuParts) expect([own[0], own.at(-1)]).not.toContain('line');
});
