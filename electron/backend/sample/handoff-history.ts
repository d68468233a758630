import { addDays } from '../../../shared/calendar.ts';
import type { Id } from '../../../shared/contract/call.ts';
import { fillDoneItem, fillHandoff } from './fill-handoff.ts';
import type { Calendar, Happening } from './filling.ts';
import { handoffDay, items } from './spindle-handoff.ts';

/** The handoff of «Веретено» up to its fifteenth day. */
export function handoffHistory({ dayAgo }: Calendar, clientId: Id): readonly Happening[] {
  const startOn = dayAgo({ days: handoffDay });
  const by = 'nika' as const;
  return [
    {
      name: 'handoff.end',
      at: `${startOn}T09:00:00.000Z`,
      by,
      fill: (filling) => fillHandoff(filling, clientId),
    },
    ...items
      .filter(({ done }) => done !== undefined)
      .map((item): Happening => ({
        name: 'handoff.editItem',
        at: `${addDays(startOn, item.day)}T12:00:00.000Z`,
        by,
        fill: (filling) => fillDoneItem(filling, item),
      })),
  ];
}
