import { describe, expect, test } from 'vitest';
import { plainLine, plainText, splitTitle } from './note-title.ts';

describe('the title of a note', () => {
  test('is the first heading or the first line, without its marks', () => {
    expect(splitTitle('# Квартальный отчёт\nПовторные заказы')).toEqual({
      title: 'Квартальный отчёт',
      body: 'Повторные заказы',
    });
    expect(splitTitle('\n\n**Budget** call\n\nText\n')).toEqual({ title: 'Budget call', body: 'Text' });
    expect(splitTitle('- [ ] Send the _draft_')).toEqual({ title: 'Send the draft', body: '' });
    expect(splitTitle('[х] Смета')).toEqual({ title: 'Смета', body: '' });
    const endless = 'word '.repeat(2000).trim();
    expect(splitTitle(endless)).toEqual({ title: expect.stringMatching(/^word.{180,200}…$/), body: endless });
    expect(splitTitle(`${'word '.repeat(20)}\nText`)).toEqual({ title: 'word '.repeat(20).trim(), body: 'Text' });
    expect(splitTitle(' \n ')).toEqual({ title: '', body: '' });
  });

  test('leaves what only looks like a mark', () => {
    expect(plainLine('#tag and snake_case_name 2 * 3 * 4')).toBe('#tag and snake_case_name 2 * 3 * 4');
    expect(plainLine('[Plan](https://example.com) and `code`')).toBe('Plan and code');
  });

  test('flows into one line', () => {
    expect(plainText('## One\n\n- two\n- [x] three')).toBe('One two three');
  });
});
