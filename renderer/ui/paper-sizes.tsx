import { useLingui } from '@lingui/react/macro';
import type { PaperSize } from './paper-frame.tsx';
import { Segmented } from './segmented.tsx';

interface PaperSizesProps {
  readonly size: PaperSize;
  readonly onSize: (size: PaperSize) => void;
}

/** How large a document is shown. */
export function PaperSizes({ size, onSize }: PaperSizesProps) {
  const { t } = useLingui();
  return (
    <Segmented<PaperSize>
      label={t`Size of the document`}
      value={size}
      onChange={onSize}
      segments={[
        { id: 'fit', label: t`Fit width` },
        { id: 'paper', label: '100\u00a0%' },
      ]}
    />
  );
}
