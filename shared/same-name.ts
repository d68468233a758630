import { wordsOf } from './search-words.ts';

/** Whether somebody typed this name: quotes, spaces, capitals and the dots of ё are nobody's business. */
export function isSameName(typed: string, name: string): boolean {
  const words = (text: string) => wordsOf(text).map(({ text: word }) => word);
  const wanted = words(name);
  if (wanted.length === 0) return typed.trim() === name.trim();
  return words(typed).join(' ') === wanted.join(' ');
}
