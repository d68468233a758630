import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { closeOverlay } from '../ui/navigation.ts';
import type { PaperSize } from '../ui/paper-frame.tsx';
import { PaperSizes } from '../ui/paper-sizes.tsx';
import { DocumentFrame } from './document-frame.tsx';
import { Choices } from './document-panel.tsx';
import { ExportButton } from './export-button.tsx';
import styles from './preview-dialog.module.css';
import { SecretsDialog } from './secrets-dialog.tsx';
import { useDocument } from './document-store.ts';
import { useHandoffOfOverlay } from './use-handoff-of-overlay.ts';

/** The document at the width of the window, with what goes into it beside it. */
export function PreviewDialog({ handoffId }: { readonly handoffId: string }) {
  const { t } = useLingui();
  const page = useHandoffOfOverlay(handoffId);
  const stopped = useDocument((state) => state.stopped);
  const [size, setSize] = useState<PaperSize>('fit');
  if (page === null) return null;
  return (
    <>
      <Dialog
        onClose={closeOverlay}
        label={t`Preview of the handoff document`}
        width="wide"
        className={styles.dialog}
        note={<PaperSizes size={size} onSize={setSize} />}
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
            <Choices page={page} />
          </aside>
          <DocumentFrame handoffId={handoffId} title={t`Handoff document`} className={styles.frame} size={size} />
        </div>
      </Dialog>
      {stopped !== null && <SecretsDialog handoffId={handoffId} what={stopped} />}
    </>
  );
}
