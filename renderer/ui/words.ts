import { i18n, type Messages } from '@lingui/core';
import type { Language } from '../../shared/language.ts';

const catalogues = import.meta.glob<{ readonly messages: Messages }>('../locales/*/*.po', { eager: true });

for (const [path, { messages }] of Object.entries(catalogues)) {
  const locale = path.split('/').at(-2);
  if (locale !== undefined) i18n.load(locale, messages);
}

/** Speaks the language from now on: every component that uses words renders again. */
export function speak(language: Language): void {
  document.documentElement.lang = language;
  i18n.activate(language);
}

export { i18n };
