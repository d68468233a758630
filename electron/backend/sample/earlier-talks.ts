import { addRow, changeRow } from '../../../db/row-changes.ts';
import type { Day, Id } from '../../../shared/contract/call.ts';
import { daysBetween } from '../../../shared/calendar.ts';
import type { Words } from '../../../shared/language.ts';
import { fillNote, type NewClient } from './fill-client.ts';
import type { Calendar, Filling, Happening } from './filling.ts';
import { type Ago, words } from './sample-client.ts';

interface Talk {
  readonly kind: 'meeting' | 'call';
  readonly title: Words;
  readonly body: Words;
  /** Kept by the next talk. */
  readonly promise: Words;
}

const firstTalk: Talk = {
  kind: 'call',
  title: words('Созвон по плану', 'A call about the plan'),
  body: words(
    'Прошли по задачам месяца: две закрыты, одна переходит на следующий.',
    'Went through the tasks of the month: two are done, one moves on to the next.',
  ),
  promise: words('Прислать итоги месяца', 'Send the results of the month'),
};

const talks: readonly Talk[] = [
  firstTalk,
  {
    kind: 'meeting',
    title: words('Как собирают заказы', 'How orders are packed'),
    body: words(
      'Посмотрели на складе, что тормозит. Записали пять мест.',
      'Watched in the warehouse what slows them down. Wrote down five places.',
    ),
    promise: words('Предложить, что ускорить', 'Propose what to speed up'),
  },
  {
    kind: 'call',
    title: words('План на следующий месяц', 'The plan for next month'),
    body: words('Согласовали три задачи, срочного нет.', 'Agreed on three tasks, nothing urgent.'),
    promise: words('Оценить три задачи', 'Estimate the three tasks'),
  },
  {
    kind: 'call',
    title: words('Письма о заказе', 'The emails about orders'),
    body: words(
      'Попросили поправить тексты: о них пишут в поддержку.',
      'They asked to change the texts: customers write to support about them.',
    ),
    promise: words('Поправить два письма', 'Change two of the emails'),
  },
];

/** Days. */
const between = 20;
/** Further back the board of the past shows where clients stood, and no more. */
const longestAgo = 400;

/** What was spoken of every few weeks before the talks that the example tells of, so that the past is not empty. */
export function earlierTalks({ dayAgo, instantAgo }: Calendar, newClient: NewClient): readonly Happening[] {
  const { client, clientId } = newClient;
  const daysSince = (ago: Ago) => daysBetween(dayAgo(ago), dayAgo({}));
  // Not with everybody on the same days.
  const from = longestAgo - ((client.name.en.length * 7) % between);
  const came = Math.min(from, ...client.path.slice(0, 1).map(({ ago }) => daysSince(ago)));
  const told = Math.max(...[...client.notes, ...(client.ended ? [client.ended] : [])].map(({ ago }) => daysSince(ago)));
  const count = Math.max(0, Math.ceil((came - 1 - told - between / 2) / between));
  let promised: Id | null = null;
  const keep = async (filling: Filling) => {
    if (promised === null) return;
    await changeRow(filling.writer, filling.stamp, 'task', promised, { done_at: filling.stamp.now });
  };
  const happenings = Array.from({ length: count }, (_, index): Happening => {
    const ago = { days: came - 1 - index * between };
    const talk = talks[(client.name.en.length + index) % talks.length] ?? firstTalk;
    const facts = (filling: Filling) => ({ clientId, partnerId: filling.partners[client.partner], contacts: [] });
    return {
      name: 'notes.write',
      at: instantAgo(ago, 12),
      by: client.partner,
      fill: async (filling) => {
        await keep(filling);
        await fillNote(filling, facts(filling), { ...talk, ago });
        promised = await promise(filling, clientId, talk.promise, dayAgo({ days: ago.days - between + 2 }));
      },
    };
  });
  const last = { name: 'clients.editTask', at: instantAgo({ days: told }, 6), by: client.partner, fill: keep } as const;
  return count === 0 ? [] : [...happenings, last];
}

function promise({ writer, stamp, say }: Filling, clientId: Id, title: Words, dueOn: Day): Promise<Id> {
  return addRow(writer, stamp, 'task', {
    client_id: clientId,
    title: say(title),
    side: 'agency',
    due_on: dueOn,
    place: 'a0',
  });
}
