import { useLingui } from '@lingui/react/macro';
import { readDecimal } from '../../../shared/decimal.ts';

/** What is typed as a goal: exact decimal text, empty when none is set, null when it is no number. */
export function readTarget(text: string, unit: string): string | null {
  return text.trim() === '' ? '' : readDecimal(text, unit.trim());
}

/** Why a goal cannot be kept. */
export function useTargetProblem(unit: string): (text: string) => string | undefined {
  const { t } = useLingui();
  return (text) => (readTarget(text, unit) === null ? t`A number, such as 29 or 4.5` : undefined);
}
