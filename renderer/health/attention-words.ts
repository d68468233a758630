import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { AttentionReason, AttentionRow } from '../../shared/contract/health.ts';
import { formatDay, formatPeriod, formatWeekday } from '../ui/format.ts';
import { useReasonWords } from '../ui/health-words.ts';
import { useLanguage } from '../ui/session.ts';

/** What a row says, as a sentence; `today` is the day it was made for. */
export function useSentence({ reason, lateDays }: AttentionRow, today: string): string {
  const { t } = useLingui();
  const sentence = useFirstSentence(reason, lateDays, today);
  const more = 'more' in reason ? reason.more : 0;
  return more === 0 ? sentence : t`${sentence}, and ${more} more`;
}

function useFirstSentence(reason: AttentionReason, lateDays: number, today: string): string {
  const { t } = useLingui();
  const language = useLanguage();
  const report = useReportName(reason);
  const healthWords = useReasonWords();
  switch (reason.kind) {
    case 'health':
      return healthWords(reason.worst);
    case 'task': {
      const { title, dueOn } = reason;
      if (lateDays > 0) return t`${title}: ${plural(lateDays, { one: '#\u00a0day late', other: '#\u00a0days late' })}`;
      return lateDays === 0 ? title : `${capitalized(formatWeekday(language, dueOn, today))}: ${title}`;
    }
    case 'rhythm': {
      const { days, norm } = reason;
      if (reason.isFirst)
        return t`No first contact yet after ${plural(days, { one: '#\u00a0day', other: '#\u00a0days' })}, the norm is ${norm}`;
      return t`No contact for ${plural(days, { one: '#\u00a0day', other: '#\u00a0days' })}, the norm is ${norm}`;
    }
    case 'report': {
      const day = formatDay(language, reason.dueOn, today);
      return lateDays > 0 ? t`${report} has not been sent, it was due on ${day}` : t`${report}, due on ${day}`;
    }
    case 'renewal': {
      const { name } = reason;
      const day = formatDay(language, reason.renewalOn, today);
      return lateDays > 0 ? t`${name}: the renewal was due on ${day}` : t`${name}: renewal on ${day}`;
    }
    case 'revisit': {
      const day = formatDay(language, reason.on, today);
      return lateDays >= 0 ? t`“Not now” until ${day}: time to talk again` : t`“Not now” until ${day}`;
    }
    case 'verdict': {
      const day = formatDay(language, reason.endedOn, today);
      return t`The trial ended on ${day}, the verdicts are not said yet`;
    }
    case 'handoff_due': {
      const { count } = reason;
      const day = formatDay(language, reason.dueOn, today);
      return lateDays === 0
        ? t`Due today in the handoff: ${count}`
        : t`Due this week in the handoff: ${count}, the first on ${day}`;
    }
    case 'handoff_end': {
      const day = formatDay(language, reason.endOn, today);
      return lateDays === 0 ? t`The month of the handoff ends today` : t`The month of the handoff ends on ${day}`;
    }
    case 'handoff_overdue': {
      const { count } = reason;
      return t`Overdue in the handoff: ${count}`;
    }
    case 'handoff_past_end': {
      const { days } = reason;
      return t`The month ended ${plural(days, { one: '#\u00a0day', other: '#\u00a0days' })} ago, and the handoff is still open`;
    }
  }
}

function useReportName(reason: AttentionReason): string {
  const { t } = useLingui();
  const language = useLanguage();
  if (reason.kind !== 'report') return '';
  const period = formatPeriod(language, reason.period);
  return reason.report === 'month' ? t`The report for ${period}` : t`The review of ${period}`;
}

/** Russian days of the week begin with a small letter, a sentence does not. */
function capitalized(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
