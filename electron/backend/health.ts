import { markReportSent } from '../../db/reports.ts';
import { addSnoozes, endSnoozes } from '../../db/snoozes.ts';
import type { Writer } from '../../db/schema.ts';
import type { Command, Stamp } from '../../db/storage.ts';
import { addDays } from '../../shared/calendar.ts';
import type { Day } from '../../shared/contract/call.ts';
import { longestSnooze } from '../../shared/health/snooze-days.ts';
import { AppError } from '../../shared/errors.ts';
import { attentionNow } from './attention.ts';
import { clientHealthHandlers } from './client-health.ts';
import type { Context, HandlersOf } from './context.ts';
import { showReminder } from './reminder.ts';

export function healthHandlers(context: Context): HandlersOf<'health'> {
  const { storage, clock } = context;

  async function command(request: Command, work: (writer: Writer, stamp: Stamp) => Promise<void>) {
    await storage.write(request, work);
    return { revision: await storage.revision() };
  }

  return {
    ...clientHealthHandlers(context),
    'health.attention': async ({ withRows = true, partnerId = null }) => {
      const attention = await attentionNow(context, partnerId);
      return withRows ? attention : { ...attention, rows: [], snoozed: [], next: [] };
    },
    'health.snooze': async (request) => {
      refuseDay(request.untilOn, clock.today());
      return command({ id: request.commandId, name: 'health.snooze' }, (writer, stamp) =>
        addSnoozes(writer, stamp, request),
      );
    },
    'health.wake': ({ commandId, snoozeIds }) =>
      command({ id: commandId, name: 'health.wake' }, (writer, stamp) =>
        endSnoozes(writer, stamp, snoozeIds, clock.today()),
      ),
    'health.markReportSent': (request) =>
      command({ id: request.commandId, name: 'health.markReportSent' }, (writer, stamp) =>
        markReportSent(writer, stamp, request, clock.today()),
      ),
    'health.showReminder': () => showReminder(context),
  };
}

function refuseDay(untilOn: Day, today: Day): void {
  if (untilOn <= today) throw new AppError('bad_input', 'a snooze ends on a future day', { untilOn: 'too_small' });
  if (untilOn > addDays(today, longestSnooze))
    throw new AppError('bad_input', 'a snooze lasts a year at most', { untilOn: 'too_big' });
}
