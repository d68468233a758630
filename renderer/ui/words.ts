import { i18n, type MessageDescriptor, type Messages } from '@lingui/core';
import type { Language } from '../../shared/language.ts';

const catalogues = import.meta.glob<{ readonly messages: Messages }>('../locales/*/*.po', { eager: true });

for (const [path, { messages }] of Object.entries(catalogues)) {
  const locale = path.split('/').at(-2);
  if (locale !== undefined) i18n.load(locale, messages);
}

const escape = /\\(?=u[\da-f]{4}|x[\da-f]{2})/gi;

/** Words that somebody typed; whatever else a sentence counts or names stays as it is. */
function asTyped(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(escape, String.raw`\x5c`) : value;
}

function allAsTyped(values: Readonly<Record<string, unknown>> | undefined) {
  return values && Object.fromEntries(Object.entries(values).map(([name, value]) => [name, asTyped(value)]));
}

const translate = i18n._.bind(i18n);

/** Lingui reads what looks like an escaped letter, `\x41`, also in the words that were put into a sentence. */
i18n._ = (
  id: MessageDescriptor | string,
  values?: Readonly<Record<string, unknown>>,
  options?: Parameters<typeof translate>[2],
) => {
  if (typeof id === 'string') return translate(id, allAsTyped(values), options);
  const { message } = id;
  return translate(id.id, allAsTyped(id.values ?? values), message === undefined ? {} : { message });
};
i18n.t = i18n._;

/** Speaks the language from now on: where it is another one, every component that uses words renders again. */
export function speak(language: Language): void {
  if (i18n.locale === language && document.documentElement.lang === language) return;
  document.documentElement.lang = language;
  i18n.activate(language);
}

export { i18n };
