import { useLingui } from '@lingui/react/macro';
import type { DocumentFormat } from '../../shared/contract/handoff.ts';
import { SplitButton } from '../ui/split-button.tsx';
import { useDocument } from './document-store.ts';
import { exportDocument } from './export-document.ts';

export function ExportButton({ handoffId }: { readonly handoffId: string }) {
  const { t } = useLingui();
  const isExporting = useDocument((state) => state.exporting !== null);
  const isSlow = useDocument((state) => state.isSlow);
  const save = (format: DocumentFormat) => () => void exportDocument(handoffId, format);
  return (
    <SplitButton
      icon="upload"
      onPress={save('pdf')}
      isDisabled={isExporting}
      menuLabel={t`Other formats`}
      groups={[
        {
          id: 'formats',
          entries: [
            { id: 'pdf', label: 'PDF', keys: 'Mod+KeyE', onAction: save('pdf') },
            { id: 'docx', label: 'Word (DOCX)', onAction: save('docx') },
            { id: 'markdown', label: 'Markdown', onAction: save('markdown') },
            { id: 'html', label: 'HTML', onAction: save('html') },
          ],
        },
      ]}
    >
      {isSlow ? t`Preparing…` : t`Export to PDF`}
    </SplitButton>
  );
}
