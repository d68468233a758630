import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useEffect, useId, useState } from 'react';
import type { CallOutput } from '../../shared/contract/contract.ts';
import { type HandoffPage, successorModes } from '../../shared/contract/handoff.ts';
import type { SuccessorMode } from '../../shared/handoff/plan.ts';
import { call, newCommandId } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { useToday } from '../ui/clock.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Form } from '../ui/form.tsx';
import { formatShortDay } from '../ui/format.ts';
import { closeOverlay } from '../ui/navigation.ts';
import { RadioCards } from '../ui/radio-card.tsx';
import { useLanguage } from '../ui/session.ts';
import { showProblem, showToast } from '../ui/toast.ts';
import { undoAction } from '../ui/undo.ts';
import { i18n } from '../ui/words.ts';
import { successorWord } from '../ui/handoff-words.ts';
import { change } from './handoff-store.ts';
import styles from './switch-successor-dialog.module.css';
import { useHandoffOfOverlay } from './use-handoff-of-overlay.ts';

/** Who takes over turned out otherwise: what that changes in the plan is seen before. */
export function SwitchSuccessorDialog({ handoffId }: { readonly handoffId: string }) {
  const page = useHandoffOfOverlay(handoffId);
  return page === null ? null : <Question page={page} />;
}

function Question({ page }: { readonly page: HandoffPage }) {
  const { t } = useLingui();
  const form = useId();
  const [successor, setSuccessor] = useState<SuccessorMode>(page.successor);
  const [isSending, setSending] = useState(false);
  const preview = usePreview(page, successor);
  const isSame = successor === page.successor;
  const submit = async () => {
    if (isSame) return false;
    setSending(true);
    const isDone = await switchTo(page, successor);
    if (isDone) closeOverlay();
    else setSending(false);
    return isDone;
  };
  return (
    <Dialog
      onClose={closeOverlay}
      title={t`Who takes over?`}
      lead={t`The client often decides after the handoff has begun. What is done stays as it is.`}
      actions={
        <>
          <Button look="quiet" onPress={closeOverlay}>{t`Leave as it is`}</Button>
          <Button
            look="primary"
            type="submit"
            form={form}
            isDisabled={isSame || preview === null}
            isPending={isSending}
          >
            {t`Change the plan`}
          </Button>
        </>
      }
    >
      <Form id={form} onSubmit={submit}>
        <RadioCards
          label={t`Who takes over`}
          value={successor}
          onChange={setSuccessor}
          cards={successorModes.map((id) => ({ id, title: successorWord(id) }))}
        />
      </Form>
      <div className={styles.changes} role="status">
        {isSame ? (
          <p>{t`This is how the plan is now.`}</p>
        ) : (
          preview !== null && <Changes preview={preview} to={successor} />
        )}
      </div>
    </Dialog>
  );
}

type Preview = CallOutput<'handoff.previewSuccessor'>;

/** Null until it is known for what is chosen now. */
function usePreview({ id: handoffId, successor: now }: HandoffPage, successor: SuccessorMode): Preview | null {
  const [known, setKnown] = useState<{ readonly successor: SuccessorMode; readonly preview: Preview } | null>(null);
  useEffect(() => {
    if (successor === now) return;
    let isGone = false;
    call('handoff.previewSuccessor', { handoffId, successor }).then(
      (preview) => {
        if (!isGone) setKnown({ successor, preview });
      },
      (problem: unknown) => {
        if (!isGone) showProblem(problem);
      },
    );
    return () => {
      isGone = true;
    };
  }, [handoffId, now, successor]);
  return known?.successor === successor ? known.preview : null;
}

function Changes({ preview, to }: { readonly preview: Preview; readonly to: SuccessorMode }) {
  const { t } = useLingui();
  const { passed, dropped, returning, moved } = preview;
  const language = useLanguage();
  const today = useToday();
  const named = ({ title, dueOn }: Preview['moved'][number]) => `${title}, ${formatShortDay(language, dueOn, today)}`;
  if (passed.length + dropped.length + returning.length === 0)
    return <p>{t`No item changes, only the words of the plan do.`}</p>;
  return (
    <>
      <Titles name={to === 'contractor' ? t`Pass to the successor` : t`Pass to the client`} titles={passed} />
      <Titles name={t`Leave the plan`} titles={dropped} />
      <Titles name={t`Come into the plan`} titles={returning.map(named)} />
      <Titles
        name={to === 'contractor' ? t`Move to a later day` : t`Move to an earlier day`}
        titles={moved.map(named)}
      />
    </>
  );
}

function Titles({ name, titles }: { readonly name: string; readonly titles: readonly string[] }) {
  if (titles.length === 0) return null;
  return (
    <section aria-label={name}>
      <h3 className={styles.name}>
        {name} <span className={styles.count}>{titles.length}</span>
      </h3>
      <ul className={styles.titles}>
        {titles.map((title, index) => (
          <li key={`${index} ${title}`}>{title}</li>
        ))}
      </ul>
    </section>
  );
}

async function switchTo(page: HandoffPage, successor: SuccessorMode): Promise<boolean> {
  const commandId = newCommandId();
  const isDone = await change(() => call('handoff.switchSuccessor', { commandId, handoffId: page.id, successor }));
  const who = successorWord(successor);
  if (isDone) showToast({ text: i18n.t(msg`Takes over: ${who}`), actions: [undoAction(commandId)] });
  return isDone;
}
