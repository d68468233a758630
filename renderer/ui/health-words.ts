import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { HealthHint, HealthLine, HealthReason, Verdict } from '../../shared/contract/client-health.ts';
import { shortLine } from '../../shared/short-line.ts';
import { signalOf } from '../../shared/signal-order.ts';
import type { ChipTone } from './chip.tsx';
import { useToday } from './clock.ts';
import { formatDay, formatDaysAgo } from './format.ts';
import type { IconName } from './icon-shapes.tsx';
import { useLanguage } from './session.ts';

export function useVerdictWords(): Readonly<Record<Verdict, string>> {
  const { t } = useLingui();
  return {
    good: t`In good order`,
    watch: t`Keep an eye`,
    risk: t`At risk`,
    unknown: t`Not enough data`,
  };
}

/** Never the colour alone. */
export const verdictLooks: Readonly<Record<Verdict, { readonly tone: ChipTone; readonly icon: IconName | null }>> = {
  good: { tone: 'ok', icon: null },
  watch: { tone: 'warn', icon: 'watch' },
  risk: { tone: 'danger', icon: 'risk' },
  unknown: { tone: 'plain', icon: null },
};

/** `+6`, `−8`, `0`. */
export function formatPoints(points: number): string {
  if (points === 0) return '0';
  return points < 0 ? `\u2212${-points}` : `+${points}`;
}

/** What a reason says, with its numbers; a flag speaks in the words of whoever saw it. */
export function useReasonWords(): (reason: HealthReason) => string {
  const language = useLanguage();
  const line = useLineWords();
  const hint = useHintWords();
  return (reason) => {
    if (reason.code === 'flag') return reason.evidence || (signalOf(reason.signal)?.label[language] ?? reason.signal);
    return 'points' in reason ? line(reason) : hint(reason);
  };
}

/** Longer than that nobody listens to the name of a button. */
const longestName = 80;

/** The same in short, for the name of what is done about it: a flag by its sign, not by all that was seen. */
export function useShortReasonWords(): (reason: HealthReason) => string {
  const language = useLanguage();
  const wordsOf = useReasonWords();
  return (reason) => {
    const label = reason.code === 'flag' ? signalOf(reason.signal)?.label[language] : undefined;
    return shortLine(label ?? wordsOf(reason), longestName);
  };
}

function useLineWords(): (line: HealthLine) => string {
  const work = useWorkWords();
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  return (line) => {
    switch (line.code) {
      case 'rhythm': {
        const { days, norm } = line;
        if (days === null) return t`There was no contact yet`;
        const ago = formatDaysAgo(language, days);
        return days > norm
          ? t`No contact for ${plural(days, { one: '#\u00a0day', other: '#\u00a0days' })}, the norm is ${norm}`
          : t`Contact ${ago}, the norm is ${norm}`;
      }
      case 'next_step': {
        if (line.dueOn === null && line.stale !== undefined) {
          if (line.stale.dueOn === null) return t`The next step has no day`;
          const due = formatDay(language, line.stale.dueOn, today);
          return t`The next step is late, it was due on ${due}`;
        }
        if (line.dueOn === null) return t`No next step is set`;
        const day = formatDay(language, line.dueOn, today);
        return t`The next step is on ${day}`;
      }
      case 'promises': {
        const { overdue, first, isUnknown } = line;
        if (isUnknown) return t`We have promised nothing yet`;
        if (first === null) return t`Promises are kept in time`;
        const { title } = first;
        const day = formatDay(language, first.dueOn, today);
        return overdue === 1
          ? t`Promised for ${day} and not done: ${title}`
          : t`${plural(overdue, { one: '#\u00a0promise is late', other: '#\u00a0promises are late' })}, the first since ${day}`;
      }
      case 'intent': {
        const { answer, days, norm } = line;
        if (days === null) return t`Nobody has asked about their plans yet`;
        const ago = formatDaysAgo(language, days);
        if (days > norm) return t`Last asked about their plans ${ago}, the norm is ${norm}`;
        if (answer === 'yes') return t`They have a development plan`;
        return answer === 'no' ? t`They have no development plan` : t`They do not know their plans yet`;
      }
      case 'healthy_signs': {
        const { count } = line;
        return t`Healthy signs: ${count}`;
      }
      case 'red_flags': {
        const { count } = line;
        return t`Red flags: ${count}`;
      }
      case 'report':
      case 'results':
      case 'ideas':
        return work(line);
    }
  };
}

type WorkLine = Extract<HealthLine, { readonly code: 'report' | 'results' | 'ideas' }>;

/** What is expected where work goes by plan. */
function useWorkWords(): (line: WorkLine) => string {
  const { t } = useLingui();
  const language = useLanguage();
  return (line) => {
    switch (line.code) {
      case 'report': {
        const { days, norm } = line;
        if (days === null) return t`No report has been sent yet`;
        const ago = formatDaysAgo(language, days);
        return days > norm
          ? t`No report for ${plural(days, { one: '#\u00a0day', other: '#\u00a0days' })}, the norm is ${norm}`
          : t`The last report went out ${ago}`;
      }
      case 'results': {
        const { behind, reached, kpi } = line;
        if (kpi === null) return t`No figure with a target was read lately`;
        const { name } = kpi;
        const all = behind + reached;
        if (behind === 0) return t`Figures are on target`;
        return all === 1 ? t`${name}: the target is not reached` : t`Targets not reached: ${behind} of ${all}`;
      }
      case 'ideas': {
        const { count, norm, isUnknown } = line;
        if (isUnknown) return t`It is too early to count ideas`;
        const days = t`${plural(norm, { one: '#\u00a0day', other: '#\u00a0days' })}`;
        return count === 0 ? t`No idea was offered in ${days}` : t`Ideas in ${days}: ${count}`;
      }
    }
  };
}

function useHintWords(): (hint: HealthHint) => string {
  const { t } = useLingui();
  const language = useLanguage();
  return (hint) => {
    switch (hint.code) {
      case 'plateau': {
        const { name } = hint.kpi;
        return t`${name}: no progress for two quarters`;
      }
      case 'below_goal': {
        const { name } = hint.kpi;
        return t`${name}: short of the goal two months running`;
      }
      case 'quiet': {
        const { now, before } = hint;
        return t`Less contact: ${now} in 90\u00a0days, ${before} in the 90 before`;
      }
      case 'no_new_idea': {
        const ago = formatDaysAgo(language, hint.days);
        return t`Our last idea was written down ${ago}`;
      }
      case 'long_steady': {
        const { months } = hint;
        return t`${plural(months, { one: '#\u00a0month', other: '#\u00a0months' })} without a new direction: it looks like a plateau`;
      }
    }
  };
}

/** What a reason is about, in a word or two; empty for a code that this version does not know. */
export function useReasonNames(): (code: string) => string {
  const { t } = useLingui();
  const language = useLanguage();
  const names: Readonly<Record<string, string>> = {
    rhythm: t({ message: 'rhythm', context: 'health' }),
    next_step: t({ message: 'next step', context: 'health' }),
    promises: t({ message: 'promises', context: 'health' }),
    report: t({ message: 'report', context: 'health' }),
    results: t({ message: 'figures', context: 'health' }),
    ideas: t({ message: 'ideas', context: 'health' }),
    intent: t({ message: 'their plans', context: 'health' }),
    healthy_signs: t({ message: 'healthy signs', context: 'health' }),
    red_flags: t({ message: 'red flags', context: 'health' }),
    plateau: t({ message: 'figures without progress', context: 'health' }),
    below_goal: t({ message: 'a figure short of its goal', context: 'health' }),
    quiet: t({ message: 'less contact', context: 'health' }),
    no_new_idea: t({ message: 'a new idea', context: 'health' }),
    long_steady: t({ message: 'a new direction', context: 'health' }),
  };
  return (code) => names[code] ?? signalOf(code)?.label[language] ?? '';
}
