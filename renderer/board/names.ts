import type { Language } from '../../shared/language.ts';

/** A client's name in a Russian sentence stands in guillemets, unless it brings its own. */
export function nameInSentence(name: string, language: Language): string {
  return language === 'ru' && !name.includes('«') ? `«${name}»` : name;
}
