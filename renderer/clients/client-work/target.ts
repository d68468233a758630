import { useLingui } from '@lingui/react/macro';
import { formatDecimal, readDecimal, readsTwoWays, subtract } from '../../../shared/decimal.ts';
import { useLanguage } from '../../ui/session.ts';

/** What is typed as a goal: exact decimal text, empty when none is set, null when it is no number. */
export function readTarget(text: string, unit: string): string | null {
  return text.trim() === '' ? '' : readDecimal(text, unit.trim());
}

/** Why a goal cannot be kept. */
export function useTargetProblem(unit: string): (text: string) => string | undefined {
  const { t } = useLingui();
  return (text) => (readTarget(text, unit) === null ? t`A number, such as 29 or 4.5` : undefined);
}

/** How a number that can be read two ways was understood, while it is typed. */
export function useNumberHint(unit: string): (text: string) => string | undefined {
  const { t } = useLingui();
  const language = useLanguage();
  return (text) => {
    const value = readDecimal(text, unit.trim());
    if (value === null || !readsTwoWays(text, unit.trim())) return undefined;
    const understood = formatDecimal(subtract(value, '0'), language);
    const thousands = formatDecimal(value.replace('.', ''), language);
    return t`Understood as ${understood}. For thousands write ${thousands}.`;
  };
}
