import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { ClientHealth, HealthLineCode, HealthReason } from '../../../shared/contract/client-health.ts';
import { formatPoints } from '../../ui/health-words.ts';

/** From when on a report counts as never sent. */
const lateReports = 1.8;

/** By what rule a reason counts, in words. */
export function useRuleWords(): (reason: HealthReason) => string {
  const { t } = useLingui();
  const hint = useHintRules();
  return (reason) => {
    switch (reason.code) {
      case 'rhythm':
        return t`Within the norm +10, then less and less: −20 from three norms on.`;
      case 'next_step':
        return t`A step or a meeting with a day ahead +5, none −5.`;
      case 'promises':
        return t`Nothing late +4, else −3 for each promise that is late, −12 at most.`;
      case 'report': {
        const { norm } = reason;
        const worst = Math.round(norm * lateReports);
        return t`Up to ${norm}\u00a0days since the last report +6, then less and less: −8 from ${worst} on.`;
      }
      case 'results':
        return t`Figures with a target that were read in the last 100\u00a0days: all on target +10, all behind −10.`;
      case 'ideas': {
        const { norm } = reason;
        return t`Each idea of the last ${norm}\u00a0days +4, +8 at most; none −6.`;
      }
      case 'intent': {
        const { norm } = reason;
        return t`An answer holds for ${norm}\u00a0days: a plan +6, no plan −6, and the verdict stays at risk. After that −4.`;
      }
      case 'flag':
        return reason.isCritical
          ? t`While this flag is open, the verdict stays at risk.`
          : t`A flag counts in full for 30\u00a0days, then fades: nothing is left of it after 120. Seen again, it gets the new day.`;
      case 'healthy_signs':
      case 'red_flags':
        return '';
      default:
        return hint(reason);
    }
  };
}

function useHintRules(): (reason: HealthReason) => string {
  const { t } = useLingui();
  return (reason) => {
    switch (reason.code) {
      case 'plateau':
        return t`No better than half a year ago, and no idea was accepted in 90\u00a0days. A hint: the verdict does not change.`;
      case 'below_goal':
        return t`The last two months that were read. A hint: the verdict does not change.`;
      case 'quiet':
        return t`Under half of the 90\u00a0days before. A hint: the verdict does not change.`;
      case 'no_new_idea': {
        const days = t`${plural(reason.norm, { one: '#\u00a0day', other: '#\u00a0days' })}`;
        return t`At this stage a new idea is due every ${days}. A hint: the verdict does not change.`;
      }
      case 'long_steady':
        return t`A year and a half in the stage without a new direction or an accepted idea. A hint: the verdict does not change.`;
      default:
        return '';
    }
  };
}

/** What a partner can do about a line; empty where nothing is ours alone to do. */
function useActNames(): (code: HealthLineCode) => string {
  const { t } = useLingui();
  const names: Readonly<Partial<Record<HealthLineCode, string>>> = {
    rhythm: t({ message: 'a meeting or a call', context: 'act' }),
    next_step: t({ message: 'a next step', context: 'act' }),
    promises: t({ message: 'doing what is late', context: 'act' }),
    report: t({ message: 'a report', context: 'act' }),
    ideas: t({ message: 'a new idea', context: 'act' }),
    intent: t({ message: 'asking about their plans', context: 'act' }),
    red_flags: t({ message: 'closing the critical flag', context: 'act' }),
  };
  return (code) => names[code] ?? '';
}

/** What would help and how much it would give; what they will answer nobody knows. */
export function useActWords(): (act: ClientHealth['acts'][number]) => string {
  const { t } = useLingui();
  const nameOf = useActNames();
  return ({ code, by }) => {
    if (by === null)
      return code === 'intent' ? t({ message: 'a new answer about their plans', context: 'act' }) : nameOf(code);
    const name = nameOf(code);
    const points = formatPoints(by);
    return code === 'intent' ? t`${name} up to\u00a0${points}` : `${name}\u00a0${points}`;
  };
}
