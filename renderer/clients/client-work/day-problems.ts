import { useLingui } from '@lingui/react/macro';

/** Why the days of an engagement cannot be. */
export function useDayProblems(): Readonly<Record<'starts_ahead' | 'ends_before', string>> {
  const { t } = useLingui();
  return { starts_ahead: t`Work cannot start in the future.`, ends_before: t`Work cannot end before it starts.` };
}
