import { expect, test } from 'vitest';
import { holds, judge, type Typing } from './verdict.ts';

const typing: Typing = {
  before: 'Old. ',
  keys: [
    { at: 1000, text: 'a' },
    { at: 1500, text: 'b' },
    { at: 2000, text: '\n' },
    { at: 2300, text: 'c' },
  ],
  shownAsSaved: ['Old. a'],
  killedAt: 2400,
};

test('what was typed in the last moment may be gone', () => {
  const verdict = judge(typing, 'Old. ab');
  expect(verdict).toEqual({ lostMs: 400, lostKeys: 2, lostSaved: false, isForeign: false });
  expect(holds(verdict)).toBe(true);
});

test('nothing is lost when all is there', () => {
  expect(judge(typing, 'Old. ab\nc')).toEqual({ lostMs: 0, lostKeys: 0, lostSaved: false, isForeign: false });
});

test('an earlier key that is gone is too much', () => {
  const verdict = judge(typing, 'Old. a');
  expect(verdict).toMatchObject({ lostMs: 900, lostSaved: false });
  expect(holds(verdict)).toBe(false);
  expect(holds(judge(typing, 'Old. ab'), 0)).toBe(false);
});

test('words that were shown as saved may not be gone, however late they were typed', () => {
  expect(holds(judge({ ...typing, shownAsSaved: ['Old. ab\nc'] }, 'Old. ab\n'))).toBe(false);
});

test('a text that was never there is no text that was kept', () => {
  const verdict = judge(typing, 'Old. b');
  expect(verdict.isForeign).toBe(true);
  expect(holds(verdict)).toBe(false);
});
