import { partingReasons } from '../../shared/contract/handoff.ts';
import { type PartingReason, partingReasonNames } from '../../shared/handoff/parting.ts';
import { ToggleChip } from '../ui/chip.tsx';
import { useLanguage } from '../ui/session.ts';
import styles from './reason-chips.module.css';

interface ReasonChipsProps {
  readonly chosen: readonly string[];
  /** Gets what a press makes of the reasons that are chosen by then. */
  readonly onChange: (change: (reasons: readonly string[]) => PartingReason[]) => void;
}

export function ReasonChips({ chosen, onChange }: ReasonChipsProps) {
  const language = useLanguage();
  return (
    <div className={styles.chips}>
      {partingReasons.map((code) => (
        <ToggleChip
          key={code}
          isSelected={chosen.includes(code)}
          onChange={() =>
            onChange((reasons) => partingReasons.filter((each) => (each === code) !== reasons.includes(each)))
          }
        >
          {partingReasonNames[code][language]}
        </ToggleChip>
      ))}
    </div>
  );
}
