import type { Language, Words } from '../language.ts';
import type { Gap, ReadinessCheck } from './readiness.ts';

const mostNames = 4;

/** Where accounts are named, their names follow. */
const words: Readonly<Record<ReadinessCheck, Words>> = {
  sets_tasks: { en: 'Nobody at the client sets tasks', ru: 'У клиента никто не ставит задачи' },
  accepts_results: { en: 'Nobody at the client accepts results', ru: 'У клиента никто не принимает результат' },
  technical: { en: 'No technical person is known at the client', ru: 'Не знаем никого из технических людей клиента' },
  how_it_works: { en: 'No map of the project', ru: 'Нет карты проекта' },
  agreement: { en: 'Unwritten agreements are not written down', ru: 'Неписаные договорённости не записаны' },
  decision: { en: 'No decision is written down', ru: 'Не записано ни одного решения' },
  watch: {
    en: 'Known defects and workarounds are not written down',
    ru: 'Известные дефекты и обходы не записаны',
  },
  accounts: { en: 'No account is written down', ru: 'Не записан ни один доступ' },
  kept: { en: 'Not said where it is kept', ru: 'Не сказано, где лежит' },
  owners: { en: 'Not said whose account it is', ru: 'Не сказано, чья учётная запись' },
  theirs: { en: 'In our name', ru: 'Оформлено на нас' },
};

/** «Не сказано, где лежит: Домен, Почта»; of many names the first few. */
export function gapWords({ check, accounts }: Gap, language: Language): string {
  const said = words[check][language];
  if (accounts.length === 0) return said;
  const more = accounts.length - mostNames;
  const rest = more > 0 ? [{ en: `${more} more`, ru: `ещё ${more}` }[language]] : [];
  return `${said}: ${[...accounts.slice(0, mostNames), ...rest].join(', ')}`;
}
