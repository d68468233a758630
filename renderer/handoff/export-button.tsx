import { useLingui } from '@lingui/react/macro';
import type { DocumentFormat } from '../../shared/contract/handoff.ts';
import type { MenuGroup } from '../ui/menu.tsx';
import { openOverlay } from '../ui/navigation.ts';
import { SplitButton } from '../ui/split-button.tsx';
import { useDocument } from './document-store.ts';
import { exportDocument } from './export-document.ts';
import { useHandoff } from './handoff-store.ts';
import { printDocument } from './print-document.ts';

export function ExportButton({ handoffId }: { readonly handoffId: string }) {
  const { t } = useLingui();
  const hasCandidates = useHandoff(
    ({ page }) => page?.id === handoffId && page.state === 'running' && page.successor === 'contractor',
  );
  const brief: MenuGroup = {
    id: 'brief',
    entries: [
      {
        id: 'brief',
        label: t`Brief for candidates…`,
        icon: 'person',
        onAction: () => openOverlay({ name: 'brief', handoffId }),
      },
    ],
  };
  return (
    <FormatButton
      keys="Mod+KeyE"
      save={(format) => void exportDocument(handoffId, format)}
      print={() => void printDocument(handoffId)}
      more={hasCandidates ? [brief] : []}
    />
  );
}

interface FormatButtonProps {
  readonly save: (format: DocumentFormat) => void;
  /** Where the document can be put on paper as well. */
  readonly print?: () => void;
  /** What the command behind the button listens to. */
  readonly keys?: string;
  readonly more?: readonly MenuGroup[];
}

/** A PDF by one press, the other formats behind the chevron. */
export function FormatButton({ save, print, keys, more = [] }: FormatButtonProps) {
  const { t } = useLingui();
  const isExporting = useDocument((state) => state.exporting !== null);
  const isSlow = useDocument((state) => state.isSlow);
  return (
    <SplitButton
      icon="upload"
      onPress={() => save('pdf')}
      isPending={isExporting}
      menuLabel={t`Other formats`}
      groups={[
        {
          id: 'formats',
          entries: [
            { id: 'pdf', label: 'PDF', ...(keys !== undefined && { keys }), onAction: () => save('pdf') },
            { id: 'docx', label: 'Word (DOCX)', onAction: () => save('docx') },
            { id: 'markdown', label: 'Markdown', onAction: () => save('markdown') },
            { id: 'html', label: 'HTML', onAction: () => save('html') },
            ...(print === undefined ? [] : [{ id: 'print', label: t`Print…`, onAction: print }]),
          ],
        },
        ...more,
      ]}
    >
      {isSlow ? t`Preparing…` : t`Export to PDF`}
    </SplitButton>
  );
}
