import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from './button.tsx';
import { leaveWithoutSaving, stay, useClosingQuestion } from './closing.ts';
import { Dialog } from './dialog.tsx';
import { showProblem } from './toast.ts';

/** Asked only over words that are not saved: neither the window nor the file is closed over them, and no form goes. */
export function ClosingQuestion() {
  const { t } = useLingui();
  const about = useClosingQuestion((question) => question.about);
  if (about === null) return null;
  const leave = () => void leaveWithoutSaving().catch(showProblem);
  const { title, lead } = {
    window: {
      title: t`Close without saving?`,
      lead: t`Some of what you typed could not be saved. When the window closes, it is gone.`,
    },
    file: {
      title: t`Open another file without saving?`,
      lead: t`Some of what you typed could not be saved. When another file is opened, it is gone.`,
    },
    form: {
      title: t`Leave without saving?`,
      lead: t`Some of what you typed here is not sent yet. When you leave, it is gone.`,
    },
  }[about];
  return (
    <Dialog
      title={title}
      lead={lead}
      width="narrow"
      role="alertdialog"
      isSticky
      onClose={stay}
      actions={
        <>
          <Button look="quiet" onPress={leave}>
            {about === 'window' && <Trans>Close without saving</Trans>}
            {about === 'file' && <Trans>Open without saving</Trans>}
            {about === 'form' && <Trans>Leave without saving</Trans>}
          </Button>
          <Button look="primary" autoFocus onPress={stay}>
            {about === 'window' ? <Trans>Keep open</Trans> : <Trans>Stay here</Trans>}
          </Button>
        </>
      }
    />
  );
}
