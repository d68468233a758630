import { useLingui } from '@lingui/react/macro';
import { today } from '../ui/clock.ts';
import { DateField } from '../ui/date-field.tsx';
import { secretWarning } from '../ui/secret-warning.ts';
import { TextField } from '../ui/text-field.tsx';
import styles from './item-form.module.css';

interface Acceptance {
  readonly confirmedBy: string;
  readonly confirmedOn: string | null;
}

interface AcceptanceFieldsProps {
  readonly value: Acceptance;
  readonly onChange: (value: Acceptance) => void;
}

/** Who accepted it, and when: today, unless another day is said. */
export function AcceptanceFields({ value, onChange }: AcceptanceFieldsProps) {
  const { t } = useLingui();
  const { confirmedBy, confirmedOn } = value;
  const isAccepted = confirmedBy.trim() !== '';
  return (
    <div className={styles.dates}>
      <TextField
        label={t`Accepted by`}
        value={confirmedBy}
        onChange={(name) =>
          onChange({ confirmedBy: name, confirmedOn: isAccepted ? confirmedOn : (confirmedOn ?? today()) })
        }
        maxLength={400}
        error={secretWarning(confirmedBy)}
      />
      {isAccepted && (
        <DateField
          label={t`Accepted on`}
          value={confirmedOn}
          onChange={(day) => onChange({ confirmedBy, confirmedOn: day })}
        />
      )}
    </div>
  );
}
