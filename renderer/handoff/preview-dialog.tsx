import { useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { closeOverlay } from '../ui/navigation.ts';
import { DocumentFrame } from './document-frame.tsx';
import { Choices } from './document-panel.tsx';
import { ExportButton } from './export-button.tsx';
import { loadHandoff, useHandoff } from './handoff-store.ts';
import styles from './preview-dialog.module.css';
import { SecretsDialog } from './secrets-dialog.tsx';
import { useDocument } from './document-store.ts';

/** The document at the width of the window, with what goes into it beside it. */
export function PreviewDialog({ handoffId }: { readonly handoffId: string }) {
  const { t } = useLingui();
  const isLoaded = useHandoff(({ page }) => page?.id === handoffId);
  const stopped = useDocument((state) => state.stopped);
  useEffect(() => {
    if (!isLoaded) void loadHandoff(handoffId);
  }, [handoffId, isLoaded]);
  if (!isLoaded) return null;
  return (
    <>
      <Dialog
        onClose={closeOverlay}
        label={t`Preview of the handoff document`}
        width="wide"
        className={styles.dialog}
        actions={
          <>
            <Button look="quiet" onPress={closeOverlay}>
              {t`Close`}
            </Button>
            <ExportButton handoffId={handoffId} />
          </>
        }
      >
        <div className={styles.preview}>
          <aside className={styles.side}>
            <Choices />
          </aside>
          <DocumentFrame handoffId={handoffId} title={t`Handoff document`} className={styles.frame} />
        </div>
      </Dialog>
      {stopped !== null && <SecretsDialog handoffId={handoffId} format={stopped} />}
    </>
  );
}
