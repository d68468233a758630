import { msg, plural } from '@lingui/core/macro';
import type { Anniversary } from '../../shared/anniversary.ts';
import type { Language } from '../../shared/language.ts';
import { formatDay } from '../ui/format.ts';
import { i18n } from '../ui/words.ts';

/** «5 лет 20 сентября», “5 years on September 20”; on the day itself «Сегодня 5 лет вместе». */
export function anniversaryWords({ years, on, inDays }: Anniversary, language: Language, today: string): string {
  if (inDays === 0) return i18n.t(msg`${plural(years, { one: '#\u00a0year', other: '#\u00a0years' })} together today`);
  const day = formatDay(language, on, today);
  return i18n.t(msg`${plural(years, { one: '#\u00a0year', other: '#\u00a0years' })} on ${day}`);
}
