import { expect, test, vi } from 'vitest';
import { i18n, speak } from './words.ts';

test('a language that is spoken already makes nothing render again, another one does', () => {
  speak('ru');
  const changed = vi.fn();
  const stop = i18n.on('change', changed);
  speak('ru');
  expect(changed).not.toHaveBeenCalled();
  speak('en');
  expect(changed).toHaveBeenCalledOnce();
  expect(document.documentElement.lang).toBe('en');
  stop();
});
