import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { HandoffTemplateView } from '../../../shared/contract/handoff-templates.ts';
import type { Language } from '../../../shared/language.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { PaperFrame, type PaperSize } from '../../ui/paper-frame.tsx';
import { PaperSizes } from '../../ui/paper-sizes.tsx';
import styles from './handoff-templates.module.css';

interface PreviewProps {
  readonly template: HandoffTemplateView;
  readonly language: Language;
}

/** Shows how the plan stands in the document. */
export function TemplatePreview({ template, language }: PreviewProps) {
  const { t } = useLingui();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon="document" onPress={() => setOpen(true)}>{t`Preview`}</Button>
      {isOpen && <PreviewDialog template={template} language={language} onClose={() => setOpen(false)} />}
    </>
  );
}

function PreviewDialog({ template, language, onClose }: PreviewProps & { readonly onClose: () => void }) {
  const { t } = useLingui();
  const [pages, setPages] = useState<number | null>(null);
  const [size, setSize] = useState<PaperSize>('fit');
  // What was changed since it was last shown is read anew.
  const [openedAt] = useState(() => String(Date.now()));
  const title = t`The plan in the document`;
  const parameters = new URLSearchParams({ language, openedAt });
  return (
    <Dialog
      onClose={onClose}
      label={title}
      width="wide"
      className={styles.paper}
      note={<PaperSizes size={size} onSize={setSize} />}
      actions={<Button look="quiet" onPress={onClose}>{t`Close`}</Button>}
    >
      <p className={styles.paperLead}>
        {t`As if a handoff to a new contractor began today, with every item that may be offered.`}
        {pages !== null && <> {t`${plural(pages, { one: '#\u00a0A4 page', other: '#\u00a0A4 pages' })}`}</>}
      </p>
      <PaperFrame
        address={`/document/template/${template.id}?${parameters.toString()}`}
        title={title}
        className={styles.paperFrame}
        size={size}
        onPages={setPages}
      />
    </Dialog>
  );
}
