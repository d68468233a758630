import { addDays, type Day } from '../calendar.ts';
import type { ClientHealth, HealthLine, HealthLineCode, Receipt } from '../contract/client-health.ts';
import type { HealthFacts } from './receipt-facts.ts';
import { isNoPlan, receipt } from './receipt.ts';

const mostActs = 2;

type Act = (facts: HealthFacts, today: Day) => HealthFacts;

/** What a partner can do about a line, as if it had been done today. Whether figures grow is not ours alone to decide. */
const acts: Readonly<Partial<Record<HealthLineCode, Act>>> = {
  rhythm: (facts, today) => ({ ...facts, touches: [...facts.touches, { on: today, notedOn: today }] }),
  next_step: (facts, today) => ({ ...facts, tasks: [...facts.tasks, stepAfter(today)] }),
  promises: (facts, today) => ({
    ...facts,
    firstTaskOn: facts.firstTaskOn ?? today,
    tasks: facts.tasks.map((task) => (task.dueOn !== null && task.dueOn < today ? { ...task, doneOn: today } : task)),
  }),
  report: (facts, today) => ({ ...facts, reports: [...facts.reports, { id: '', sentOn: today }] }),
  ideas: (facts, today) => ({
    ...facts,
    insights: [...facts.insights, { id: '', kind: 'idea', state: 'offered', toldOn: today }],
  }),
  // The best that asking can bring.
  intent: (facts, today) => ({ ...facts, intents: [...facts.intents, { id: '', on: today, hasPlan: 'yes' }] }),
};

function stepAfter(today: Day): HealthFacts['tasks'][number] {
  return { id: '', title: '', dueOn: addDays(today, 1), madeOn: today, doneOn: null };
}

/**
 * For the worst lines what an act would give, as the receipt itself counts it. While something holds the score down, no
 * other act would change the verdict.
 */
export function actsFor(facts: HealthFacts, now: Receipt, today: Day): ClientHealth['acts'] {
  if (now.cap !== null) return now.lines.flatMap(({ code }) => (holdsDown(code, now) ? [{ code, by: null }] : []));
  return now.lines
    .toSorted((one, other) => one.points - other.points)
    .flatMap((line) => {
      const by = gainOf(facts, line, today);
      return by > 0 ? [{ code: line.code, by }] : [];
    })
    .slice(0, mostActs);
}

function holdsDown(code: HealthLineCode, { flags, lines }: Receipt): boolean {
  if (code === 'red_flags') return flags.some(({ isCritical }) => isCritical);
  return code === 'intent' && lines.some(isNoPlan);
}

function gainOf(facts: HealthFacts, line: HealthLine, today: Day): number {
  const act = acts[line.code];
  if (act === undefined) return 0;
  const after = receipt(act(facts, today), today)?.lines.find(({ code }) => code === line.code);
  return (after?.points ?? line.points) - line.points;
}
