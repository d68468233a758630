import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from './button.tsx';
import { closeWithoutSaving, keepOpen, useClosingQuestion } from './closing.ts';
import { Dialog } from './dialog.tsx';
import { showProblem } from './toast.ts';

/** Asked only when words could not be saved: the window never closes over them by itself. */
export function ClosingQuestion() {
  const { t } = useLingui();
  const isAsked = useClosingQuestion((question) => question.isAsked);
  if (!isAsked) return null;
  return (
    <Dialog
      title={t`Close without saving?`}
      lead={t`Some of what you typed could not be saved. When the window closes, it is gone.`}
      width="narrow"
      role="alertdialog"
      isSticky
      onClose={keepOpen}
      actions={
        <>
          <Button look="quiet" onPress={() => void closeWithoutSaving().catch(showProblem)}>
            <Trans>Close without saving</Trans>
          </Button>
          <Button look="primary" autoFocus onPress={keepOpen}>
            <Trans>Keep open</Trans>
          </Button>
        </>
      }
    />
  );
}
