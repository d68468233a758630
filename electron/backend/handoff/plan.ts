import { addItem, changeItem, deleteItem, handoffOfItem } from '../../../db/handoff-items.ts';
import { changeHandoff, readRunningHandoff } from '../../../db/handoff.ts';
import { setPartingReasons } from '../../../db/parting.ts';
import { expectPartner } from '../../../db/records.ts';
import { makeSwitch, previewSwitch } from '../../../db/successor-switch.ts';
import { expectDay } from '../../../db/handoff-moves.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Context, HandlersOf } from '../context.ts';
import { changeRunning } from './running.ts';

type PlanCalls =
  | 'handoff.edit'
  | 'handoff.addItem'
  | 'handoff.editItem'
  | 'handoff.deleteItem'
  | 'handoff.previewSuccessor'
  | 'handoff.switchSuccessor';

/** The handoff's own facts and the items of its plan. */
export function planHandlers(context: Context): Pick<HandlersOf<'handoff'>, PlanCalls> {
  const { read } = context.storage;

  return {
    'handoff.edit': ({ commandId, handoffId, leadPartnerId, letter, careUntilOn, reasons, reasonText }) =>
      changeRunning(context, { commandId, handoffId, name: 'handoff.edit' }, async (writer, stamp, handoff) => {
        if (careUntilOn !== undefined && careUntilOn < handoff.end_on)
          throw new AppError('bad_input', 'questions are answered after the handoff');
        if (reasons !== undefined)
          await setPartingReasons(writer, stamp, { clientId: handoff.client_id, handoffId, codes: reasons });
        if (leadPartnerId) await expectPartner(writer, leadPartnerId);
        await changeHandoff(writer, stamp, handoffId, {
          ...(leadPartnerId !== undefined && { lead_partner_id: leadPartnerId }),
          ...(letter !== undefined && { letter }),
          ...(careUntilOn !== undefined && { care_until_on: careUntilOn }),
          ...(reasonText !== undefined && { reason_text: reasonText }),
        });
      }),
    'handoff.addItem': ({ commandId, ...item }) =>
      changeRunning(
        context,
        { commandId, handoffId: item.handoffId, name: 'handoff.addItem' },
        async (writer, stamp, handoff) => {
          await expectDay(writer, handoff, { itemId: null, dueOn: item.dueOn });
          await addItem(writer, stamp, item);
        },
      ),
    'handoff.editItem': async ({ commandId, itemId, ...change }) => {
      const handoffId = await handoffOfItem(read, itemId);
      return changeRunning(
        context,
        { commandId, handoffId, name: 'handoff.editItem' },
        async (writer, stamp, handoff) => {
          await expectDay(writer, handoff, { itemId, dueOn: change.dueOn, state: change.state });
          await changeItem(writer, stamp, itemId, change);
        },
      );
    },
    'handoff.previewSuccessor': async ({ handoffId, successor }) => ({
      revision: await context.storage.revision(),
      ...(await previewSwitch(read, await readRunningHandoff(read, handoffId), successor, {
        language: context.language(),
        today: context.clock.today(),
      })),
    }),
    'handoff.switchSuccessor': ({ commandId, handoffId, successor }) =>
      changeRunning(context, { commandId, handoffId, name: 'handoff.switchSuccessor' }, (writer, stamp, handoff) =>
        makeSwitch(writer, stamp, handoff, successor),
      ),
    'handoff.deleteItem': async ({ commandId, itemId }) => {
      const handoffId = await handoffOfItem(read, itemId);
      return changeRunning(context, { commandId, handoffId, name: 'handoff.deleteItem' }, (writer, stamp) =>
        deleteItem(writer, stamp, itemId),
      );
    },
  };
}
