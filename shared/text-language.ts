import type { Language } from './language.ts';

/** By the letters most of it is written in, so that a name is read out in its own language; undefined without letters. */
export function languageOfText(text: string): Language | undefined {
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const cyrillic = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  if (latin + cyrillic === 0) return undefined;
  return cyrillic >= latin ? 'ru' : 'en';
}
