import { msg, plural } from '@lingui/core/macro';
import type { Kpi } from '../../../shared/contract/client-work.ts';
import { changeOver, monthFigures, targetState } from '../../../shared/figures.ts';
import type { Language } from '../../../shared/language.ts';
import { formatFigure, formatShortMonth } from '../../ui/format.ts';
import type { SparkPoint } from '../../ui/spark-line.tsx';
import { i18n } from '../../ui/words.ts';

/** The last value with its unit; a dash while there is none. */
export function valueWords(kpi: Kpi, language: Language): string {
  const last = kpi.readings.at(-1);
  return last === undefined ? '–' : formatFigure(language, last.value, kpi.unit);
}

/** «+4 п. п. за год, цель 29 %». */
export function summaryWords(kpi: Kpi, language: Language): string {
  return [changeWords(kpi, language), goalWords(kpi, language)].filter((part) => part !== null).join(', ');
}

function changeWords(kpi: Kpi, language: Language): string | null {
  const change = changeOver(monthFigures(kpi.readings));
  if (change === null) return null;
  // The difference of two shares is told in points.
  const unit = kpi.unit === '%' ? i18n.t(msg`pp`) : kpi.unit;
  const sign = change.by === '0' || change.by.startsWith('-') ? '' : '+';
  const by = `${sign}${formatFigure(language, change.by, unit)}`;
  const { months } = change;
  if (months === 12) return i18n.t(msg`${by} over the year`);
  return i18n.t(msg`${by} over ${plural(months, { one: '#\u00a0month', other: '#\u00a0months' })}`);
}

function goalWords(kpi: Kpi, language: Language): string | null {
  if (kpi.target === '') return null;
  const goal = formatFigure(language, kpi.target, kpi.unit);
  return kpi.direction === 'down' ? i18n.t(msg`goal: at most ${goal}`) : i18n.t(msg`goal ${goal}`);
}

export function stateWords(kpi: Kpi): { readonly tone: 'ok' | 'warn'; readonly words: string } | null {
  switch (targetState(kpi, kpi.readings.at(-1)?.value)) {
    case 'reached':
      return { tone: 'ok', words: i18n.t(msg`The goal is reached`) };
    case 'behind':
      return { tone: 'warn', words: i18n.t(msg`Behind the goal`) };
    case null:
      return null;
  }
}

export function sparkPoints(kpi: Kpi, language: Language): readonly SparkPoint[] {
  return monthFigures(kpi.readings).map(({ month, value }) => ({
    label: formatShortMonth(language, month),
    value: value === null ? null : Number(value),
    words: value === null ? '' : formatFigure(language, value, kpi.unit),
  }));
}
