import type { Language } from '../../../shared/language.ts';
import { formatMonth } from '../../ui/format.ts';

const romans = ['I', 'II', 'III', 'IV'];

/** `2026-10` is «октябрь 2026», `2026-Q4` is «IV квартал 2026»; what is written otherwise stays as it is. */
export function periodWords(language: Language, period: string): string {
  if (/^\d{4}-\d{2}$/.test(period)) return formatMonth(language, `${period}-01`);
  const quarter = /^(?<year>\d{4})-Q(?<number>[1-4])$/.exec(period)?.groups;
  if (quarter === undefined) return period;
  const { year, number } = quarter;
  return language === 'ru' ? `${romans[Number(number) - 1]}\u00a0квартал\u00a0${year}` : `Q${number}\u00a0${year}`;
}
