import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from './button.tsx';
import { leaveWithoutSaving, stay, useClosingQuestion } from './closing.ts';
import { Dialog } from './dialog.tsx';
import { showProblem } from './toast.ts';

/** Asked only when words could not be saved: neither the window nor the file is closed over them. */
export function ClosingQuestion() {
  const { t } = useLingui();
  const about = useClosingQuestion((question) => question.about);
  if (about === null) return null;
  const leave = () => void leaveWithoutSaving().catch(showProblem);
  return (
    <Dialog
      title={about === 'window' ? t`Close without saving?` : t`Open another file without saving?`}
      lead={
        about === 'window'
          ? t`Some of what you typed could not be saved. When the window closes, it is gone.`
          : t`Some of what you typed could not be saved. When another file is opened, it is gone.`
      }
      width="narrow"
      role="alertdialog"
      isSticky
      onClose={stay}
      actions={
        <>
          <Button look="quiet" onPress={leave}>
            {about === 'window' ? <Trans>Close without saving</Trans> : <Trans>Open without saving</Trans>}
          </Button>
          <Button look="primary" autoFocus onPress={stay}>
            {about === 'window' ? <Trans>Keep open</Trans> : <Trans>Stay here</Trans>}
          </Button>
        </>
      }
    />
  );
}
