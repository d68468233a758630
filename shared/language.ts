export const languages = ['en', 'ru'] as const;

export type Language = (typeof languages)[number];

/** One text in every language of the interface. */
export type Words = Readonly<Record<Language, string>>;

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}
