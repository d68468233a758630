import { ChipButton, type ChipTone } from './chip.tsx';
import type { IconName } from './icon-shapes.tsx';
import { Menu } from './menu.tsx';

export interface Choice<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly tone?: Exclude<ChipTone, 'plain'>;
  readonly icon?: IconName;
}

export interface ChoiceChipProps<Id extends string> {
  readonly label: string;
  readonly choices: readonly Choice<Id>[];
  readonly value: string;
  readonly onChange: (id: Id) => void;
  /** Shown where the value is none of the choices. */
  readonly placeholder?: string;
}

/** One of a few, told in a word; pressed, it shows the others. */
export function ChoiceChip<Id extends string>({ label, choices, value, onChange, placeholder }: ChoiceChipProps<Id>) {
  const chosen = choices.find(({ id }) => id === value);
  const words = chosen?.label ?? placeholder ?? value;
  return (
    <Menu
      label={label}
      placement="bottom start"
      groups={[
        {
          id: 'choices',
          entries: choices.map(({ id, label: name }) => ({
            id,
            label: name,
            isChosen: id === value,
            onAction: () => {
              if (id !== value) onChange(id);
            },
          })),
        },
      ]}
    >
      <ChipButton
        aria-label={`${label}: ${words}`}
        look={chosen === undefined ? 'dashed' : 'plate'}
        tone={chosen?.tone}
        {...(chosen?.icon === undefined ? {} : { icon: chosen.icon })}
        opensMenu
      >
        {words}
      </ChipButton>
    </Menu>
  );
}
