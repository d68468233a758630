import { useLingui } from '@lingui/react/macro';
import type { NoteKind } from '../../shared/contract/notes.ts';
import { Segmented } from '../ui/segmented.tsx';
import { kindLooks } from './kinds.ts';

export interface KindSegmentsProps {
  readonly kind: NoteKind;
  readonly onChange: (kind: NoteKind) => void;
}

export function KindSegments({ kind, onChange }: KindSegmentsProps) {
  const { t, i18n } = useLingui();
  return (
    <Segmented<NoteKind>
      label={t`Kind of note, Alt 1 to Alt 5`}
      segments={kindLooks.map(({ id, label, icon, hint }) => ({
        id,
        icon,
        label: i18n.t(label),
        ...(hint === undefined ? {} : { hint: i18n.t(hint) }),
      }))}
      value={kind}
      onChange={onChange}
    />
  );
}
