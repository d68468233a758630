import { readAssets } from '../../../db/assets.ts';
import { extendHandoff } from '../../../db/extensions.ts';
import { changeHandoff, type HandoffRow, readHandoff } from '../../../db/handoff.ts';
import { keepRetrospective } from '../../../db/retrospectives.ts';
import { endClient, readPartingReasons } from '../../../db/parting.ts';
import type { Writer } from '../../../db/schema.ts';
import type { Stamp } from '../../../db/storage.ts';
import { AppError } from '../../../shared/errors.ts';
import { partingSentence } from '../../../shared/handoff/parting.ts';
import { aWeekMore } from '../../../shared/handoff/plan.ts';
import { accessesLeft } from '../../../shared/handoff/promise.ts';
import type { Context, HandlersOf } from '../context.ts';
import { addAfterCareCall } from './after-care.ts';
import { changeRunning, pageOf } from './running.ts';
import { afterCareDay, monthAfter } from './start.ts';

type ClosingCalls = 'handoff.extend' | 'handoff.close' | 'handoff.cancel' | 'handoff.editRetrospective';

/** How a handoff goes on or ends, and what is made of it afterwards. */
export function closingHandlers(context: Context): Pick<HandlersOf<'handoff'>, ClosingCalls> {
  const { storage, clock } = context;
  return {
    'handoff.extend': ({ commandId, handoffId, reason }) =>
      changeRunning(context, { commandId, handoffId, name: 'handoff.extend' }, async (writer, stamp, handoff) => {
        if (clock.today() < handoff.end_on) throw new AppError('too_early', 'the month is not over');
        const untilOn = aWeekMore(handoff.end_on, clock.today());
        await extendHandoff(writer, stamp, handoff, { untilOn, reason: wordsOf(reason) });
        await changeHandoff(writer, stamp, handoffId, { care_until_on: await afterCareDay(writer, handoff, untilOn) });
      }),
    'handoff.close': ({ commandId, handoffId }) =>
      changeRunning(context, { commandId, handoffId, name: 'handoff.close' }, (writer, stamp, handoff) =>
        close(context, { writer, stamp, handoff }),
      ),
    'handoff.cancel': ({ commandId, handoffId, reason }) =>
      changeRunning(context, { commandId, handoffId, name: 'handoff.cancel' }, (writer, stamp) =>
        changeHandoff(writer, stamp, handoffId, {
          state: 'cancelled',
          closed_at: stamp.now,
          cancel_reason: wordsOf(reason),
        }),
      ),
    'handoff.editRetrospective': async ({ commandId, handoffId, wouldReturn, wouldReturnWords, lesson, toldBy }) => {
      await storage.write({ id: commandId, name: 'handoff.editRetrospective' }, async (writer, stamp) => {
        const { state } = await readHandoff(writer, handoffId);
        if (state !== 'closed') throw new AppError('too_early', 'the handoff is not closed');
        await changeHandoff(writer, stamp, handoffId, {
          ...(wouldReturn !== undefined && { would_return: wouldReturn }),
          ...(wouldReturnWords !== undefined && { would_return_words: wouldReturnWords }),
          ...(lesson !== undefined && { lesson }),
          ...(toldBy !== undefined && { told_by: toldBy }),
        });
      });
      return pageOf(context, handoffId);
    },
  };
}

function wordsOf(reason: string): string {
  const words = reason.trim();
  if (words === '') throw new AppError('reason_missing', 'a reason in words is needed');
  return words;
}

interface Closing {
  readonly writer: Writer;
  readonly stamp: Stamp;
  readonly handoff: HandoffRow;
}

async function close({ clock, language }: Context, { writer, stamp, handoff }: Closing): Promise<void> {
  const left = accessesLeft(await readAssets(writer, handoff.client_id));
  if (left.length > 0) throw new AppError('access_not_revoked', `${left.length} accesses may still let us in`);
  await keepRetrospective(writer, stamp, {
    handoffId: handoff.id,
    clientId: handoff.client_id,
    closedOn: clock.today(),
  });
  const reasons = await readPartingReasons(writer, handoff.id);
  const careUntilOn = await afterCareDay(writer, handoff, clock.today());
  const over = { state: 'closed', closed_at: stamp.now, care_until_on: careUntilOn } as const;
  await changeHandoff(writer, stamp, handoff.id, over);
  await endClient(writer, stamp, {
    clientId: handoff.client_id,
    endOn: clock.today(),
    reason: partingSentence(reasons, handoff.reason_text, language()),
  });
  const inAMonth = await monthAfter(writer, clock.today());
  const dueOn = careUntilOn > inAMonth ? careUntilOn : inAMonth;
  await addAfterCareCall(writer, stamp, { handoff, dueOn, language: language() });
}
