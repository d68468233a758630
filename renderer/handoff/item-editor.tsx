import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { longestText } from '../../shared/contract/call.ts';
import { type Side, sides } from '../../shared/contract/clients.ts';
import { itemStates } from '../../shared/contract/handoff.ts';
import { isTransferStep, stateProblem } from '../../shared/handoff/items.ts';
import { refusalOf } from '../../shared/handoff/moves.ts';
import { call } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { DateField } from '../ui/date-field.tsx';
import { secretWarning } from '../ui/secret-warning.ts';
import { Select } from '../ui/select.tsx';
import { Form } from '../ui/form.tsx';
import { TextArea } from '../ui/text-field.tsx';
import { AcceptanceFields } from './acceptance-fields.tsx';
import { change } from './handoff-store.ts';
import { dayProblem } from './item-sentences.ts';
import { PersonField } from './person-field.tsx';
import { useAgencyCalendar } from './plan-calendar.ts';
import { Predecessors } from './predecessors.tsx';
import type { ItemRowProps } from './item-row.tsx';
import { sidesIn } from './sides-of-plan.ts';
import styles from './item-form.module.css';
import { itemStateWord, sideWord } from './words.ts';

interface ItemEditorProps extends ItemRowProps {
  readonly onEnd: () => void;
}

/** Everything of a step, edited where it stands. Ctrl Enter saves, Escape leaves it as it was. */
export function ItemEditor({ page, item, onEnd }: ItemEditorProps) {
  const { t } = useLingui();
  const [draft, setDraft] = useState({ ...item });
  const [isTried, setTried] = useState(false);
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const problem = isTried ? stateProblem(draft) : null;
  const calendar = useAgencyCalendar();
  const refusal = draft.dueOn === item.dueOn ? null : refusalOf(page, draft, draft.dueOn, calendar);
  const missing = problem === 'evidence_missing' ? t`Write what shows that this is done` : undefined;

  const submit = async () => {
    setTried(true);
    if (draft.title.trim() === '' || stateProblem(draft) !== null || refusal !== null) return false;
    const isSaved = await change((commandId) =>
      call('handoff.editItem', { commandId, itemId: item.id, ...changedParts(item, draft) }),
    );
    if (isSaved) onEnd();
    return isSaved;
  };
  return (
    <Form className={styles.form} label={item.title} onSubmit={submit} onCancel={onEnd}>
      <TextArea
        label={t`Item`}
        rows={1}
        autoFocus
        value={draft.title}
        onChange={(title) => set({ title: title.replaceAll('\n', ' ') })}
        maxLength={200}
        error={isTried && draft.title.trim() === '' ? t`Write what is to be done` : secretWarning(draft.title)}
      />
      <Predecessors page={page} item={item} />
      <div className={styles.pair}>
        <Select
          label={t`Side`}
          value={draft.side}
          onChange={(side) => set({ side })}
          options={sidesIn(page.successor, item.side).map((id) => ({ id, label: sideWord(id) }))}
        />
        <PersonField page={page} side={draft.side} value={draft.person} onChange={(person) => set({ person })} />
      </div>
      <div className={styles.dates}>
        <DateField
          label={t`Due`}
          value={draft.dueOn}
          onChange={(day) => set({ dueOn: day ?? draft.dueOn })}
          error={refusal === null ? undefined : dayProblem(refusal)}
        />
        <Select
          label={t`State`}
          value={draft.state}
          onChange={(state) => set({ state })}
          options={itemStates.map((id) => ({ id, label: itemStateWord(id) }))}
        />
      </div>
      {draft.state === 'not_applicable' && (
        <TextArea
          label={t`Why it does not apply`}
          rows={1}
          value={draft.stateReason}
          onChange={(stateReason) => set({ stateReason })}
          maxLength={longestText}
          error={problem === 'reason_missing' ? t`A few words are enough` : secretWarning(draft.stateReason)}
        />
      )}
      {draft.state === 'blocked' && (
        <TextArea
          label={t`What holds it up`}
          rows={1}
          value={draft.stateReason}
          onChange={(stateReason) => set({ stateReason })}
          maxLength={longestText}
          error={secretWarning(draft.stateReason)}
        />
      )}
      <TextArea
        label={t`What shows that it is done`}
        rows={1}
        hint={item.evidenceHint === '' ? undefined : item.evidenceHint}
        value={draft.evidence}
        onChange={(evidence) => set({ evidence })}
        maxLength={longestText}
        error={missing ?? secretWarning(draft.evidence)}
      />
      <AcceptanceFields value={draft} onChange={set} />
      {page.assets.length > 0 && !isTransferStep(item) && (
        <Select
          label={t`Access it hands over`}
          value={draft.assetId ?? none}
          onChange={(assetId) => set({ assetId: assetId === none ? null : assetId })}
          options={[{ id: none, label: t`no access` }, ...page.assets.map(({ id, name }) => ({ id, label: name }))]}
        />
      )}
      <div className={styles.buttons}>
        <Button type="submit" look="primary" size="small">{t`Save`}</Button>
        <Button look="quiet" size="small" onPress={onEnd}>{t`Cancel`}</Button>
      </div>
    </Form>
  );
}

/** Stands for no access in the list. */
const none = 'none';

type Draft = ItemRowProps['item'];

/** Only what differs is sent: a title that was not touched stays the template's. */
function changedParts(before: Draft, after: Draft) {
  const side = sides.find((each): each is Side => each === after.side);
  const state = itemStates.find((each) => each === after.state);
  return {
    ...(after.title.trim() !== before.title && { title: after.title.trim() }),
    ...(side !== undefined && side !== before.side && { side }),
    ...(after.person !== before.person && { person: after.person }),
    ...(after.dueOn !== before.dueOn && { dueOn: after.dueOn }),
    ...(state !== undefined && state !== before.state && { state }),
    ...(after.stateReason !== before.stateReason && { stateReason: after.stateReason }),
    ...(after.evidence !== before.evidence && { evidence: after.evidence }),
    ...(after.confirmedBy !== before.confirmedBy && { confirmedBy: after.confirmedBy }),
    ...(after.confirmedOn !== before.confirmedOn && { confirmedOn: after.confirmedOn }),
    ...(after.assetId !== before.assetId && { assetId: after.assetId }),
  };
}
