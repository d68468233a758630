import { useLingui } from '@lingui/react/macro';
import type { NoteKind } from '../../shared/contract/notes.ts';
import { ChipButton } from '../ui/chip.tsx';
import { Menu } from '../ui/menu.tsx';
import { WithTooltip } from '../ui/tooltip.tsx';
import { kindIcon, kindLooks } from './kinds.ts';

export interface KindChipProps {
  readonly kind: NoteKind;
  readonly onChange: (kind: NoteKind) => void;
}

/** The kinds in a menu, where there is no room for all of them side by side. */
export function KindChip({ kind, onChange }: KindChipProps) {
  const { t, i18n } = useLingui();
  const look = kindLooks.find(({ id }) => id === kind);
  const hint = look?.hint === undefined ? '' : i18n.t(look.hint);
  const words = look === undefined ? '' : i18n.t(look.label);
  return (
    <Menu
      label={t`Kind of note`}
      placement="bottom start"
      groups={[
        {
          id: 'kinds',
          entries: kindLooks.map(({ id, label, icon }, index) => ({
            id,
            icon,
            label: i18n.t(label),
            keys: `Alt+Digit${index + 1}`,
            isChosen: id === kind,
            onAction: () => onChange(id),
          })),
        },
      ]}
    >
      <WithTooltip text={hint} isDisabled={hint === ''}>
        <ChipButton icon={kindIcon(kind)} aria-label={t`Kind of note: ${words}`}>
          {words}
        </ChipButton>
      </WithTooltip>
    </Menu>
  );
}
