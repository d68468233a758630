import type { Language } from '../language.ts';

const forms: Readonly<Record<Language, Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>>> = {
  en: { one: '# client is waiting for you', other: '# clients are waiting for you' },
  ru: {
    one: 'Ждёт внимания # клиент',
    few: 'Ждут внимания # клиента',
    other: 'Ждут внимания # клиентов',
  },
};

const calm: Readonly<Record<Language, string>> = {
  en: 'All is calm: nobody is waiting',
  ru: 'Всё спокойно: никто не ждёт',
};

const title: Readonly<Record<Language, string>> = { en: 'Attention', ru: 'Внимание' };

export interface ReminderText {
  readonly title: string;
  readonly body: string;
}

/** Only a number: it may stand on a locked screen, where names are nobody's business. */
export function reminderText(clients: number, language: Language): ReminderText {
  const words = forms[language];
  const form = words[new Intl.PluralRules(language).select(clients)] ?? words.other ?? '';
  const body = clients === 0 ? calm[language] : form.replace('#', `${clients}`).replace(/(\d) /, '$1\u00a0');
  return { title: title[language], body };
}
