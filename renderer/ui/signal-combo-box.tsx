import { useLingui } from '@lingui/react/macro';
import type { SignalContent } from '../../shared/content/signals.ts';
import { ComboBox } from './combo-box.tsx';
import { useLanguage } from './session.ts';
import { lookOf, signalIcons } from './signal-words.ts';

export interface SignalComboBoxProps {
  readonly label: string;
  readonly signals: readonly SignalContent[];
  readonly onChoose: (signal: SignalContent) => void;
}

/** Finds one sign of the catalogue by typing. */
export function SignalComboBox({ label, signals, onChoose }: SignalComboBoxProps) {
  const { t } = useLingui();
  const language = useLanguage();
  return (
    <ComboBox
      label={label}
      placeholder={t`Start typing`}
      options={signals.map(({ code, label: name }) => ({
        id: code,
        label: name[language],
        icon: signalIcons[lookOf(code)],
      }))}
      value={null}
      onChange={(code) => {
        const signal = signals.find((each) => each.code === code);
        if (signal !== undefined) onChoose(signal);
      }}
      autoFocus
    />
  );
}
