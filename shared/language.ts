export const languages = ['en', 'ru'] as const;

export type Language = (typeof languages)[number];

/** One text in every language of the interface. */
export type Words = Readonly<Record<Language, string>>;

/** In this language, or in the other one as long as nothing stands in it. */
export function saidIn(words: Words, language: Language): string {
  return words[language] || words[language === 'en' ? 'ru' : 'en'];
}

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}
