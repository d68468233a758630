import { gapWords } from '../clients/gap-words.ts';
import type { Language, Words } from '../language.ts';
import type { Lack } from './fire-drill.ts';

// Words of the fire drill, on the screen and on paper: the plan has a language of its own.

const lackWordsOfOurs = {
  lead: { en: 'None of us leads the client', ru: 'Никто из нас не ведёт клиента' },
  evidence: { en: 'Not said what shows that it is done', ru: 'Не сказано, чем это подтвердить' },
} as const satisfies Readonly<Record<string, Words>>;

export function lackWords(lack: Lack, language: Language): string {
  if (lack.check === 'lead' || lack.check === 'evidence') return lackWordsOfOurs[lack.check][language];
  return gapWords(lack, language);
}

export const drillWords = {
  title: { en: 'Fire drill', ru: 'Учебная тревога' },
  ifToday: { en: 'as if the work ended today', ru: 'как если бы работа закончилась сегодня' },
  agency: { en: 'Us', ru: 'Мы' },
  client: { en: 'Client', ru: 'Клиент' },
  successor: { en: 'Successor', ru: 'Преемник' },
  whenChosen: { en: 'when the new contractor is chosen', ru: 'когда выберут нового подрядчика' },
  missing: { en: 'Missing', ru: 'Не хватает' },
} as const satisfies Readonly<Record<string, Words>>;
