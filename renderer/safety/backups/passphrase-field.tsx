import { useLingui } from '@lingui/react/macro';
import { TextField } from '../../ui/text-field.tsx';

interface PassphraseFieldProps {
  /** Of several backups: which ones. */
  readonly label?: string;
  readonly autoFocus?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Why the last one did not open it. */
  readonly problem: string | null;
}

/** Asks for what opens an encrypted backup. */
export function PassphraseField({ label, autoFocus = false, value, onChange, problem }: PassphraseFieldProps) {
  const { t } = useLingui();
  return (
    <TextField
      label={label ?? t`Passphrase of this backup`}
      type="password"
      autoComplete="off"
      autoFocus={autoFocus}
      value={value}
      onChange={onChange}
      hint={t`The one that was set when it was made. Without it nobody opens it, and neither can the program.`}
      error={problem ?? undefined}
    />
  );
}
